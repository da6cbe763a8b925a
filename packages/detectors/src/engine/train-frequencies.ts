/**
 * Counts the words of source code and writes `frequencies.data.ts`:
 *
 *     node packages/detectors/src/engine/train-frequencies.ts FOLDER…
 *
 * Any mixed code will do; not the code that the benches measure on. The table in the repository was counted over
 * 90 MB: the libraries of Python 3.11 and Perl 5.36, Linux headers, and the repositories openstatus, openai-python,
 * openai-openapi, fastify, gin, spring-ai, starlette and consul-helm. A new table changes speed, never results.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { wordOf } from './bytes.ts'
import { classOf, encodeLevels } from './frequencies.ts'

const TEXT =
  /\.([cm]?[jt]sx?|pyi?|go|java|kts?|rb|rs|[ch]|cpp|mdx?|txt|rst|adoc|ya?ml|json|toml|cfg|ini|sh|html|css|sql|xml|tf|p[lm]|svelte)$/

/** Of one file no more than this counts, so that no generated giant outweighs what people write. */
const MOST_OF_A_FILE = 300_000

const counts = new Float64Array(2 ** 16)

function countFolder(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) countFolder(path)
    else if (entry.isFile() && TEXT.test(entry.name)) countFile(path)
  }
}

function countFile(path: string): void {
  const bytes = readFileSync(path).subarray(0, MOST_OF_A_FILE)
  if (bytes.includes(0)) return
  for (let at = 0; at + 4 <= bytes.length; at++)
    counts[classOf(wordOf(bytes[at]!, bytes[at + 1]!, bytes[at + 2]!, bytes[at + 3]!))]!++
}

const folders = process.argv.slice(2)
if (folders.length === 0) {
  console.error('Usage: train-frequencies.ts FOLDER…')
  process.exit(2)
}
for (const folder of folders) countFolder(folder)
writeFileSync(
  new URL('./frequencies.data.ts', import.meta.url),
  `/** Written by train-frequencies.ts; read by frequencies.ts. */\nexport const LEVELS =\n  '${encodeLevels(counts)}'\n`,
)
