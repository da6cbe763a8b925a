import { signsKey } from '@ai-census/detectors'
import type { ScanContext } from '@ai-census/scanner-kit'
import type { Finding, Scope } from '@ai-census/schema'
import { catalogueHash } from '@ai-census/signatures'
import { noCache, openCache, type ScopeCache, type StoredResult } from './cache.ts'
import { finish } from './finish.ts'
import type { ReadSettings } from './settings.ts'
import type { OpenOptions, Snapshot } from './sources/snapshot.ts'
import { ACCEPTED_FILE, IGNORE_FILE } from './suppressions/files.ts'

type Context = ScanContext<ReadSettings>

/** What one scope shows, from the last look's results where nothing has changed since. Closes what it opens. */
export async function* readScope(
  scope: Scope,
  open: (options: OpenOptions) => Promise<Snapshot>,
  ctx: Context,
): AsyncGenerator<Finding, void, undefined> {
  const snapshot = await open({
    signal: ctx.signal,
    progress: ctx.progress,
    remembered: Boolean(ctx.config.cacheFolder),
  })
  try {
    if (snapshot.commit) ctx.describe({ revision: snapshot.commit })
    const result = await resultOf(scope, snapshot, ctx)
    for (const { place, reason, detail } of result.unknowns) ctx.unknown(place, reason, detail)
    ctx.describe({ claims: [...result.claims] })
    const accepted = await acceptedIn(result, ctx)
    const today = ctx.now().toISOString().slice(0, 10)
    for (const finding of result.findings) {
      const suppression = finding.suppression ?? accepted?.of(finding, today)
      const finished = finish(finding, result, snapshot)
      yield suppression ? { ...finished, suppression } : finished
    }
  } finally {
    await snapshot.close()
  }
}

/** A list that cannot be read accepts nothing: that is no reason to call the findings accepted, nor to be silent. */
async function acceptedIn({ accepted }: StoredResult, ctx: Context) {
  if (accepted === null) return null
  const list = (await import('./suppressions/accepted.ts')).acceptances(accepted)
  if (list.fault !== null) ctx.unknown(ACCEPTED_FILE, 'malformed', list.fault)
  return list
}

/** What the last look came to where nothing has changed since; only else is loaded what looks. */
async function resultOf(scope: Scope, snapshot: Snapshot, ctx: Context): Promise<StoredResult> {
  const cache = cacheOf(scope, ctx)
  const above = await snapshot.above(IGNORE_FILE)
  const key =
    snapshot.contentKey && `${snapshot.contentKey} ${JSON.stringify([selection(ctx.config), above])}`
  const stored = key && ctx.config.explain !== true ? cache.result(key) : null
  return stored ?? (await import('./look-anew.ts')).lookAnew({ scope, snapshot, cache, key, above }, ctx)
}

/** The settings that decide what is read of a scope. */
const selection = ({ gitignore, include, exclude, maxFileBytes, history, authors }: ReadSettings) => [
  gitignore ?? true,
  include ?? null,
  exclude ?? null,
  maxFileBytes,
  history ?? 'off',
  authors ?? false,
]

function cacheOf(scope: Scope, ctx: Context): ScopeCache {
  const { cacheFolder, maxFileBytes } = ctx.config
  if (!cacheFolder) return noCache
  // Signs hold fingerprints, which are the deployment's own.
  const deployment = ctx.fingerprint('cache of the code scanner').slice(0, 16)
  const signs = signsKey(catalogueHash(), (secret) => ctx.fingerprint(secret))
  return openCache(cacheFolder, scope.key, `${signs} ${deployment} ${maxFileBytes}`)
}
