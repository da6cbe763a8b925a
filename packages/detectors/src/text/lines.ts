/** A file's text by lines, counted from 1. */
export class Lines {
  readonly text: string
  #starts: number[] | null = null

  constructor(text: string) {
    this.text = text
  }

  private get starts(): number[] {
    if (this.#starts) return this.#starts
    const starts = [0]
    for (let at = this.text.indexOf('\n'); at >= 0; at = this.text.indexOf('\n', at + 1)) starts.push(at + 1)
    this.#starts = starts
    return starts
  }

  get count(): number {
    return this.starts.length
  }

  /** The line that holds a position. */
  at(position: number): number {
    let low = 0
    let high = this.starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.starts[middle]! <= position) low = middle
      else high = middle - 1
    }
    return low + 1
  }

  start(line: number): number {
    return this.starts[line - 1] ?? this.text.length
  }

  /** The line's text without its end, empty where there is no such line. */
  line(line: number): string {
    const start = this.starts[line - 1]
    if (start === undefined) return ''
    const next = this.starts[line]
    const end = next === undefined ? this.text.length : next - 1
    return this.text.slice(start, this.text.charCodeAt(end - 1) === 13 ? end - 1 : end)
  }
}
