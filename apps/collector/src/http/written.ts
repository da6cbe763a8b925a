declare const value: unique symbol

/** An answer of type `T` that is JSON already. */
export class Written<T> {
  /** Only for its type. */
  declare readonly [value]: T
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}
