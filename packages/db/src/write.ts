import type { Cell, Cells } from './cells.ts'

declare const written: unique symbol

/** Writes a value of type `T` as JSON from a row's cells; null: there is none. */
export interface Write<T> {
  (cells: Cells): Cell
  readonly [written]: T
}

/** One that may be left out of its object. */
export interface MayWrite<T> extends Write<T | undefined> {
  readonly isOptional: true
}

/** `write` makes JSON of `T`; whoever calls this says so. */
export const writes = <T>(write: (cells: Cells) => Cell): Write<T> =>
  // The type is told in a property that nothing ever has.
  write as Write<T>

/** Left out where there is none. */
export const ifAny = <T>(write: Write<T>): MayWrite<NonNullable<T>> =>
  Object.assign((cells: Cells) => write(cells), { isOptional: true }) as MayWrite<NonNullable<T>>

type Fields = Readonly<Record<string, Write<unknown>>>
type Optional<F> = { [K in keyof F]: F[K] extends MayWrite<unknown> ? K : never }[keyof F]
type Written<W> = W extends Write<infer T> ? T : never
/** The value that an object of these fields is. */
export type ObjectOf<F> = { -readonly [K in Exclude<keyof F, Optional<F>>]: Written<F[K]> } & {
  -readonly [K in Optional<F>]?: Exclude<Written<F[K]>, undefined>
}

/** An object with these fields, in this order. */
export function objectOf<F extends Fields>(fields: F): Write<ObjectOf<F>> {
  const parts = Object.entries(fields).map(([name, write]) => ({
    label: `${JSON.stringify(name)}:`,
    write,
    isOptional: 'isOptional' in write,
  }))
  return writes((cells) => {
    let text = '{'
    for (const { label, write, isOptional } of parts) {
      const value = write(cells)
      if (isOptional && (value === null || value === 'null')) continue
      text += text.length > 1 ? `,${label}${value}` : label + value
    }
    return `${text}}`
  })
}
