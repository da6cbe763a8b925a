import { isUtf8 } from 'node:buffer'
import { HttpProblem } from './problem.ts'

/** A line of a body, counted from 1. */
export interface TextLine {
  readonly number: number
  readonly text: string
}

/** More than the largest finding that the schema allows. */
const LONGEST = 8 * 1024 * 1024
const NEWLINE = 0x0a

/** The lines of a body, as many at a time as have come. Throws an HttpProblem with the line that is no UTF-8. */
export async function* readLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<TextLine[]> {
  let number = 0
  let rest: Buffer[] = []
  let held = 0
  const linesOf = (bytes: Buffer): TextLine[] => {
    const lines = decode(bytes, number)
      .split('\n')
      .map((text, i) => ({ number: number + i + 1, text }))
    number += lines.length
    return lines.filter(({ text }) => text.trim() !== '')
  }
  for await (const chunk of chunks) {
    const end = chunk.lastIndexOf(NEWLINE)
    if (end === -1) rest.push(chunk)
    else {
      yield linesOf(Buffer.concat([...rest, chunk.subarray(0, end)]))
      rest = [chunk.subarray(end + 1)]
      held = 0
    }
    held += end === -1 ? chunk.length : chunk.length - end - 1
    if (held > LONGEST)
      throw new HttpProblem(413, `Line ${number + 1} is longer than ${LONGEST / 1024 / 1024} MiB.`)
  }
  if (held > 0) yield linesOf(Buffer.concat(rest))
}

/** Text that is no valid UTF-8 is a 400 with its line; a byte order mark at the start is passed over. */
function decode(bytes: Buffer, before: number): string {
  if (!isUtf8(bytes)) throw new HttpProblem(400, `Line ${before + badLine(bytes)} is not valid UTF-8.`)
  const text = bytes.toString('utf8')
  return before === 0 && text.startsWith('\uFEFF') ? text.slice(1) : text
}

function badLine(bytes: Buffer): number {
  for (let start = 0, line = 1; ; line++) {
    const end = bytes.indexOf(NEWLINE, start)
    const part = bytes.subarray(start, end === -1 ? bytes.length : end)
    if (!part.equals(Buffer.from(part.toString('utf8')))) return line
    if (end === -1) return line
    start = end + 1
  }
}
