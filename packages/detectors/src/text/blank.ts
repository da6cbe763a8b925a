/** A file of a program; what a folder is called by in its language is often empty and named for nobody. */
const program = /\.(py|[cm]?[jt]sx?|go|java|kt|scala|cs|fs|rb|php|rs|swift|dart|exs?)$/
const ofFolder = /(?:^|\/)(?:__init__\.py|index\.[cm]?[jt]sx?|mod\.rs|doc\.go|package-info\.java)$/

/** A larger file that is all comment is none that somebody wrote by hand. */
const LARGEST = 16_000

const LINE = /^(?:\/\/|#(?!\[|!|include|if|define|pragma)|--|\*|<\?php$)/
/** By how a comment over several lines begins, how it ends. */
const BLOCKS: readonly (readonly [string, string])[] = [
  ['/*', '*/'],
  ['"""', '"""'],
  ["'''", "'''"],
  ['=begin', '=end'],
]

/** Whether a file of a program holds comments and nothing else: a place kept for what is not written yet. */
export function holdsNothing(path: string, bytes: Uint8Array): boolean {
  if (bytes.length > LARGEST || !program.test(path) || ofFolder.test(path)) return false
  // What begins and ends a comment is ASCII. Nearly every file has a line of code soon, so that no more is looked at.
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  let closing: string | undefined
  for (let from = 0, to = 0; to >= 0; from = to + 1) {
    to = text.indexOf('\n', from)
    const line = text.slice(from, to < 0 ? text.length : to).trim()
    if (closing !== undefined) {
      const at = line.indexOf(closing)
      if (at < 0) continue
      if (line.slice(at + closing.length).trim() !== '') return false
      closing = undefined
      continue
    }
    if (line === '' || LINE.test(line)) continue
    const block = BLOCKS.find(([opening]) => line.startsWith(opening))
    if (!block) return false
    const end = line.indexOf(block[1], block[0].length)
    if (end < 0) closing = block[1]
    else if (line.slice(end + block[1].length).trim() !== '') return false
  }
  return true
}
