import { availableParallelism } from 'node:os'
import type { Analyser } from '@ai-census/detectors'
import type { ScanContext } from '@ai-census/scanner-kit'
import type { Scope } from '@ai-census/schema'
import {
  createAdaptiveExecutor,
  createInlineExecutor,
  createPool,
  type Executor,
  workerEntry,
} from './analysis/executor.ts'
import { type Look, look } from './analysis/look.ts'
import { analyserFor, catalogue, type ReaderSettings } from './analysis/setup.ts'
import { type ScopeCache, type StoredResult, UNKNOWN_AGAIN } from './cache.ts'
import { claimsFrom, readClaims } from './claims/claims.ts'
import { pathFilter } from './files/skip.ts'
import { noLimits, usualLimits } from './history/window.ts'
import { withHistory } from './history/with-history.ts'
import type { ReadSettings } from './settings.ts'
import type { Listing, Snapshot, TextAbove } from './sources/snapshot.ts'
import { ACCEPTED_FILE, IGNORE_FILE } from './suppressions/files.ts'
import { ignoredPaths } from './suppressions/ignore-file.ts'

type Context = ScanContext<ReadSettings>

/** What is looked at, and what is known of it. */
export interface Looked {
  readonly scope: Scope
  readonly snapshot: Snapshot
  readonly cache: ScopeCache
  /** By which this state of the scope is known again; null where it cannot be. */
  readonly key: string | null
  /** Files above the scope that say what to ignore in it. */
  readonly above: readonly TextAbove[]
}

/** Reads what is not known of a scope, concludes, and keeps the result for the next time. */
export async function lookAnew(
  { scope, snapshot, cache, key, above }: Looked,
  ctx: Context,
): Promise<StoredResult> {
  const { analyser, executor } = runOf(ctx)
  const explain = ctx.config.explain === true
  const listing = await snapshot.list()
  const { ignored, accepted } = await writtenBeside(snapshot, listing, ctx)
  const found = await look({
    snapshot,
    listing,
    cache,
    limits: { maxFileBytes: ctx.config.maxFileBytes, wants: (path, size) => analyser.wants(path, size) },
    wanted: pathFilter(ctx.config),
    executor,
    conclude: { explain, ignoredPath: ignoredPaths(ignored, above) },
    signal: ctx.signal,
    progress: ctx.progress,
  })
  if (found.files === 0) ctx.describe({ title: emptyTitle(scope, snapshot) })
  // Of what comes over a line, a file that has not changed is not asked for again.
  const from = claimsFrom(listing.files)
  const { claims, codeowners } = (from !== null && cache.claims(from)) || (await readClaims(snapshot))
  const { unknowns } = found
  const { findings, history } = await datedFindings(found, snapshot, cache, ctx)
  const lasting = !found.volatile
  const result = {
    key: lasting && found.files > 0 ? (key ?? UNKNOWN_AGAIN) : UNKNOWN_AGAIN,
    findings,
    unknowns,
    claims,
    claimsFrom: lasting ? from : null,
    codeowners,
    accepted,
    // Where a file was just written, nothing tells this state again; its commits are known all the same.
    history: lasting ? history : null,
  }
  // An explained look has more in it than the next one wants.
  if (!explain) cache.save(result)
  return result
}

/** More files that say what to ignore than people write; a repository may be hostile. */
const IGNORE_FILES = 1000

/** What the people of this repository wrote about findings: one round to wherever its content lies. */
async function writtenBeside(snapshot: Snapshot, { files }: Listing, ctx: Context) {
  const paths = new Set([
    IGNORE_FILE,
    ...files.flatMap(({ path }) => (path.endsWith(`/${IGNORE_FILE}`) ? [path] : [])),
  ])
  if (paths.size > IGNORE_FILES) {
    const detail = `There are ${paths.size} of them; those beyond ${IGNORE_FILES} ignore nothing.`
    ctx.unknown(IGNORE_FILE, 'limit-reached', detail)
  }
  const asked = [...paths].slice(0, IGNORE_FILES)
  const texts = new Map(await snapshot.texts([ACCEPTED_FILE, ...asked]))
  const accepted = texts.get(ACCEPTED_FILE) ?? null
  texts.delete(ACCEPTED_FILE)
  return { accepted, ignored: texts }
}

/** With which commits they came, where that is asked for and a history is at hand. */
async function datedFindings(
  { findings, paths, signsOf }: Look,
  { history: place }: Snapshot,
  cache: ScopeCache,
  ctx: Context,
): Promise<Pick<StoredResult, 'findings' | 'history'>> {
  const { history = 'off', authors = false } = ctx.config
  if (history === 'off' || place === null) return { findings, history: null }
  ctx.progress(0, null, 'history')
  return withHistory(findings, cache.history(), authors, {
    place,
    limits: history === 'all' ? noLimits : usualLimits,
    analyser: runOf(ctx).analyser,
    catalogue: catalogue(),
    wanted: pathFilter(ctx.config),
    chosen: [ctx.config.include ?? null, ctx.config.exclude ?? null],
    paths,
    known: ({ path, id }) => signsOf(path, id),
    signal: ctx.signal,
  })
}

const emptyTitle = ({ title }: Scope, { commit }: Snapshot) =>
  commit === null ? `${title} (nothing in it yet)` : `${title} (no files)`

interface Run {
  readonly analyser: Analyser
  executor(files: number): Executor
}

const runs = new WeakMap<ReadSettings, Run>()

/** What the scopes of one run share: the analyser, and the threads once there is enough for them to do. */
function runOf(ctx: Context): Run {
  const known = runs.get(ctx.config)
  if (known) return known
  const settings: ReaderSettings = {
    fingerprintKey: ctx.fingerprintKey,
    maxFileBytes: ctx.config.maxFileBytes,
  }
  const threads = ctx.config.workers ?? availableParallelism()
  const entry = threads > 0 ? workerEntry() : null
  let inline: Executor | undefined
  let pool: Executor | undefined
  const threaded = (from: URL) => {
    pool ??= createPool(from, threads, settings)
    return pool
  }
  const run: Run = {
    analyser: analyserFor(settings),
    executor(files) {
      // Whoever names a number of threads gets them; else they start where they are worth it.
      if (entry && ctx.config.workers !== undefined) return threaded(entry)
      inline ??= createInlineExecutor(settings)
      return entry && threads > 1 ? createAdaptiveExecutor(files, inline, () => threaded(entry)) : inline
    },
  }
  ctx.signal.addEventListener('abort', () => pool?.close(), { once: true })
  runs.set(ctx.config, run)
  return run
}
