import {
  type Catalogue,
  createPrefilter,
  createSlab,
  isPlausible,
  type Place,
  type Prefilter,
  placeAt,
  type Slab,
} from '@ai-census/detectors'
import { catFiles } from '../git/cat-file.ts'
import { git } from '../git/command.ts'
import type { HistoryPlace, Version } from './commits.ts'
import type { Needle, Trace } from './trace.ts'

/** By blob: which traces it holds, and how often each; a blob with none is not in it. */
export type Occurrences = ReadonlyMap<string, ReadonlyMap<number, number>>

export interface Found {
  readonly occurrences: Occurrences
  /** Blobs that the repository says it has and does not: a partial clone. */
  readonly missing: ReadonlySet<string>
}

/** Bytes of each blob, in the order in which they are best read; null where it is not there. */
export type Sizes = ReadonlyMap<string, number | null>

const SLAB = 1 << 20

/** Looks through old files for the traces, each content once. */
export async function findTraces(
  { gitDir }: HistoryPlace,
  sizes: Sizes,
  traces: readonly Trace[],
  catalogue: Catalogue,
  fileBytes: number,
  signal: AbortSignal,
): Promise<Found> {
  const owners = ownersOf(traces)
  const texts = [...owners.keys()]
  const ownersByText = [...owners.values()]
  const occurrences = new Map<string, ReadonlyMap<number, number>>()
  const missing = new Set<string>()
  if (texts.length === 0) return { occurrences, missing }
  const prefilter = createPrefilter(texts, { foldCase: true })
  const slab = createSlab(Math.max(SLAB, fileBytes))
  const ids = [...sizes].flatMap(([id, size]) => (size === null || size <= fileBytes ? [id] : []))
  for await (const { id, bytes } of catFiles(gitDir, ids, fileBytes, { signal })) {
    if (!bytes) {
      missing.add(id)
      continue
    }
    slab.u8.set(bytes)
    const count = prefilter.scan(slab, 0, bytes.length)
    const counts = count > 0 ? countsOf(prefilter, count, slab, bytes.length, ownersByText, catalogue) : null
    if (counts && counts.size > 0) occurrences.set(id, counts)
  }
  return { occurrences, missing }
}

/** Texts, and the traces that they belong to, each with its needle. */
function ownersOf(traces: readonly Trace[]): Map<string, Owner[]> {
  const owners = new Map<string, Owner[]>()
  for (const [trace, { needles }] of traces.entries())
    for (const needle of needles) {
      const known = owners.get(needle.text) ?? []
      known.push({ trace, needle })
      owners.set(needle.text, known)
    }
  return owners
}

interface Owner {
  readonly trace: number
  readonly needle: Needle
}

/** More occurrences in one file tell no more. */
const MOST_HITS = 1000

function countsOf(
  prefilter: Prefilter,
  hits: number,
  slab: Slab,
  length: number,
  owners: readonly (readonly Owner[])[],
  catalogue: Catalogue,
): Map<number, number> {
  const counts = new Map<number, number>()
  for (let hit = 0; hit < Math.min(hits, MOST_HITS); hit++) {
    const text = prefilter.hits[2 * hit + 1] ?? 0
    const place = placeAt(slab.u8, length, prefilter.hits[2 * hit] ?? 0, prefilter.lengthOf(text))
    for (const { trace, needle } of owners[text] ?? [])
      if (isSign(needle, place, catalogue)) counts.set(trace, (counts.get(trace) ?? 0) + 1)
  }
  return counts
}

function isSign({ meaning, whole }: Needle, place: Place, catalogue: Catalogue): boolean {
  if (meaning) return isPlausible(catalogue, meaning, place)
  const { line, from, to } = place
  if (/\w/.test(line[from] ?? '') && /\w/.test(line[from - 1] ?? '')) return false
  if (whole && /^(?:[\w-]|[.:]\w)/.test(line.slice(to, to + 2))) return false
  return !(/\w/.test(line[to - 1] ?? '') && /\w/.test(line[to] ?? ''))
}

/**
 * Bytes of each blob, without reading it; null where it is not there. In the order in which git unpacks them
 * fastest: the versions of a file after each other, the newest first, since older ones are kept as differences.
 */
export async function sizesOf(
  gitDir: string,
  versions: readonly Version[],
  signal: AbortSignal,
): Promise<Sizes> {
  const order = versions.toReversed().sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
  const ids = [...new Set(order.map(({ id }) => id))]
  const sizes = new Map<string, number | null>()
  if (ids.length === 0) return sizes
  const output = await git([`--git-dir=${gitDir}`, 'cat-file', '--batch-check', '--buffer'], {
    signal,
    input: `${ids.join('\n')}\n`,
  })
  for (const line of output.toString('utf8').split('\n').filter(Boolean)) {
    const [id = '', type, bytes] = line.split(' ')
    sizes.set(id, type === 'missing' ? null : Number(bytes))
  }
  return sizes
}
