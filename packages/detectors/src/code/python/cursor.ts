import type { Token } from './tokens.ts'

/** Deeper than this nobody writes; what lies deeper is left out. */
export const maxDepth = 150

/** A place in a list of tokens. */
export class Cursor {
  protected readonly tokens: readonly Token[]
  protected at = 0
  protected depth = 0
  lost = false

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens
  }

  protected peek(ahead = 0): Token {
    return this.tokens[Math.min(this.at + ahead, this.tokens.length - 1)]!
  }
  protected is(value: string, ahead = 0): boolean {
    const token = this.peek(ahead)
    return token.value === value && (token.type === 'operator' || token.type === 'name')
  }
  protected take(value: string): boolean {
    if (!this.is(value)) return false
    this.at += 1
    return true
  }
  protected get ended(): boolean {
    const { type } = this.peek()
    return type === 'newline' || type === 'end' || type === 'dedent' || type === 'indent'
  }
  /** A statement ends with its line, or where the next one begins on it. */
  protected endStatement(): void {
    while (!this.ended && !this.is(';')) this.at += 1
    if (!this.is(';')) this.restOfLine()
  }
  protected restOfLine(): void {
    while (!this.ended) this.at += 1
    while (this.peek().type === 'newline') this.at += 1
  }
}
