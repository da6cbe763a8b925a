import type { CompiledKeyShape } from '@ai-census/signatures'
import type { Catalogue } from './catalogue.ts'
import { type Detector, type FilePath, filePath, type Input, Malformed, TooLarge } from './detector.ts'
import { ignoresOf } from './ignores.ts'
import { type FoundKey, findKeys, keySigns } from './keys/keys.ts'
import { createMatcher, type Matcher } from './matcher.ts'
import { mergeSigns } from './merge.ts'
import { mayBeModelFile, modelFileSigns } from './models/model-file.ts'
import { detectors } from './registry.ts'
import type { FileSigns } from './signs.ts'
import { holdsNothing } from './text/blank.ts'
import { decode } from './text/decode.ts'
import { Lines } from './text/lines.ts'
import { excerptOf, maskRandom, maskTold } from './text/mask.ts'
import { isBuilt, isNoText, isVendored, looksMinified } from './wanted.ts'

export interface AnalyserOptions {
  /** HMAC of a secret under the deployment's key, lower-case hexadecimal. */
  fingerprint(secret: string): string
}

/** Reads one file at a time; knows nothing of any other file. */
export interface Analyser {
  /** How much of a file is worth reading, by name and size alone. */
  wants(path: string, size: number): 'text' | 'head' | 'none'
  /** What the file shows. Never throws on content: what cannot be read becomes an entry in `unknowns`. */
  analyse(path: string, bytes: Uint8Array): FileSigns
}

const largestText = 60_000_000

/** Those that read a file for its name, whatever stands in it: nearly all files are none that one of them may claim. */
const byName = detectors.filter(({ when }) => when === 'always')
const ofAnyExtension = byName.filter(({ extensions }) => !extensions)
const byExtension = new Map(
  byName
    .flatMap(({ extensions }) => extensions ?? [])
    .map((one) => [one, byName.filter(({ extensions }) => extensions?.includes(one) ?? true)]),
)
const readersOf = (extension: string): readonly Detector[] => byExtension.get(extension) ?? ofAnyExtension

type Worth = ReturnType<Analyser['wants']>

const worthOf = (path: string): Worth =>
  isVendored(path) ? 'none' : mayBeModelFile(path) ? 'head' : isNoText(path) ? 'none' : 'text'

export function createAnalyser(catalogue: Catalogue, options: AnalyserOptions): Analyser {
  // Most of a start: a scan in which nothing changed never asks for it.
  let matcher: Matcher | undefined
  let last: { path: string; worth: Worth } = { path: '', worth: 'none' }
  return {
    wants(path, size) {
      // Asked several times of each file, one after the other.
      if (last.path !== path) last = { path, worth: worthOf(path) }
      return last.worth === 'text' && size > largestText ? 'none' : last.worth
    },
    analyse(path, bytes) {
      if (mayBeModelFile(path)) return modelFileSigns(path, bytes)
      const file = filePath(path)
      matcher ??= createMatcher(catalogue)
      const hits = matcher(bytes, isProgram(file.extension))
      const asked = hits.opens ? detectors : readersOf(file.extension)
      const wanted = isBuilt(path) ? [] : asked.filter((detector) => detector.claims(file, catalogue))
      if (wanted.length === 0 && !hits.anchored && !hits.opens)
        return holdsNothing(path, bytes) ? { blank: true } : {}
      const text = decode(bytes)
      if (text === null) return {}
      const signs = read(file, text, wanted, hits.keys, catalogue, options)
      return Object.keys(signs).length === 0 && holdsNothing(path, bytes) ? { blank: true } : signs
    },
  }
}

/** Whose detectors read code, in which a name in quotes brings no package. */
const isProgram = (extension: string): boolean => PROGRAM.test(extension)
const PROGRAM =
  /^(?:pyw?|[cm]?[jt]sx?|vue|svelte|astro|php|rb|go|java|kts?|scala|groovy|cs|fs|swift|dart|rs|exs?|r|c|h|cc|cpp|cxx|hpp|mm?)$/

function read(
  file: FilePath,
  text: string,
  wanted: readonly Detector[],
  anchored: readonly CompiledKeyShape[],
  catalogue: Catalogue,
  options: AnalyserOptions,
): FileSigns {
  const lines = new Lines(text)
  const keys = findKeys(text, catalogue, anchored)
  const secrets = keys.map(({ value, redacted }: FoundKey) => ({ value, shown: redacted }))
  const excerpts = new Map<string, string>()
  const excerpt = (line: number, column = 0): string => {
    const place = `${line} ${column}`
    const known = excerpts.get(place)
    if (known !== undefined) return known
    const made = excerptOf(lines.line(line), secrets, column)
    excerpts.set(place, made)
    return made
  }
  const input: Input = { ...file, text, lines, catalogue, excerpt, secrets }
  const minified = looksMinified(file.path, text)
  const parts: FileSigns[] = [
    { keys: keySigns(keys, lines, (secret) => options.fingerprint(secret), excerpt) },
  ]
  for (const detector of wanted) {
    if (minified && detector.id.startsWith('code/')) continue
    parts.push(run(detector, input))
  }
  const signs = mergeSigns(parts)
  // A notebook's lines are those of its cells, which its own detector knows.
  const ignores = file.extension === 'ipynb' || Object.keys(signs).length === 0 ? [] : ignoresOf(text)
  return withoutSecrets(ignores.length > 0 ? { ...signs, ignores } : signs, secrets)
}

/** Parts of the signs that hold texts of the file as they are, to be resolved later. */
const verbatim: ReadonlySet<string> = new Set([
  'values',
  'calls',
  'models',
  'hosts',
  'settings',
  'mcp',
  'links',
  'ignores',
])

/** The last barrier before signs are cached: no key of the file, nor what looks like one, is left in any text. */
function withoutSecrets(signs: FileSigns, secrets: Input['secrets']): FileSigns {
  const clean = (value: unknown, masks: boolean): unknown => {
    if (typeof value === 'string') {
      const known = secrets.reduce((text, secret) => text.replaceAll(secret.value, secret.shown), value)
      return masks ? maskTold(maskRandom(known)) : known
    }
    if (Array.isArray(value)) return value.map((inner) => clean(inner, masks))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, clean(inner, masks)]))
  }
  const kept = Object.entries(signs).map(([name, value]) => [
    name,
    isClean(value, secrets, verbatim.has(name)) ? value : clean(value, verbatim.has(name)),
  ])
  return Object.fromEntries(kept)
}

/** Nearly all signs are: no copy of them is made. */
function isClean(value: unknown, secrets: Input['secrets'], masks: boolean): boolean {
  if (typeof value === 'string')
    return (
      !secrets.some((secret) => value.includes(secret.value)) &&
      (!masks || maskTold(maskRandom(value)) === value)
    )
  if (typeof value !== 'object' || value === null) return true
  if (!masks && secrets.length === 0) return true
  for (const inner of Object.values(value)) if (!isClean(inner, secrets, masks)) return false
  return true
}

/** The one place where a file's being broken turns into something that is said instead of thrown. */
function run(detector: Detector, input: Input): FileSigns {
  try {
    if (input.text.length > detector.limit) throw new TooLarge()
    return detector.analyse(input)
  } catch (error) {
    if (error instanceof TooLarge) return detector.large?.(input) ?? tooLarge(detector)
    if (error instanceof Malformed) return { unknowns: [{ reason: 'malformed', detail: error.message }] }
    // A parser that ran out of stack met input that no real file has.
    if (error instanceof RangeError)
      return { unknowns: [{ reason: 'malformed', detail: `${detector.id}: nested too deep` }] }
    throw error
  }
}

const tooLarge = ({ id, limit }: Detector): FileSigns => ({
  unknowns: [{ reason: 'too-large', detail: `${id} reads at most ${limit} characters` }],
})
