import { createHash } from 'node:crypto'
import type { Finding, Unknown } from '@ai-census/schema'
import { loadCatalogue } from '@ai-census/signatures'
import { createAnalyser } from '../analyser.ts'
import { concludeWhole } from '../conclude/conclude.ts'
import type { FileSigns } from '../signs.ts'

const catalogue = loadCatalogue()
const analyser = createAnalyser(catalogue, {
  fingerprint: (secret) => createHash('sha256').update(secret).digest('hex'),
})

/** What one file shows, as it comes back from a cache. */
export const signsOf = (path: string, text: string | Uint8Array): FileSigns =>
  JSON.parse(
    JSON.stringify(analyser.analyse(path, typeof text === 'string' ? new TextEncoder().encode(text) : text)),
  )

/** What a small repository amounts to, given as path → text. Throws where a conclusion does. */
export function scan(files: Readonly<Record<string, string>>): {
  findings: Finding[]
  unknowns: Unknown[]
  keys: string[]
} {
  const paths = Object.keys(files)
  const { findings, unknowns } = concludeWhole(
    paths.map((path) => ({ path, signs: signsOf(path, files[path]!) })),
    catalogue,
    { paths },
  )
  return { findings, unknowns, keys: findings.map(({ key }) => key) }
}

/** The finding with a key; fails with the keys there are. */
export function finding(files: Readonly<Record<string, string>>, key: string): Finding {
  const { findings, keys } = scan(files)
  const found = findings.find((one) => one.key === key)
  if (!found) throw new Error(`no ${key} among ${keys.join(', ') || 'nothing'}`)
  return found
}

/** `path:line` of each piece of evidence. */
export const places = ({ evidence }: Finding): string[] =>
  evidence.map(({ location }) =>
    'path' in location
      ? `${location.path}:${location.startLine}${location.cell ? `#${location.cell}` : ''}`
      : '',
  )
