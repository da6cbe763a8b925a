import type { Finding, Unknown } from '@ai-census/schema'
import type { Catalogue } from '../catalogue.ts'
import { builtDrafts } from './built.ts'
import { finish } from './draft.ts'
import { Drafts } from './drafts.ts'
import { libraryDrafts } from './libraries.ts'
import { modelDrafts } from './models.ts'
import { plainDrafts } from './plain.ts'
import { Redirects, reachesOf } from './reach.ts'
import { type AnalysedFile, type ConcludeOptions, Repository } from './repository.ts'
import { Serving } from './serve.ts'
import { serviceDrafts } from './services.ts'
import { sparing } from './sparing.ts'
import { suppressions } from './suppress.ts'
import { Tracer } from './trace.ts'

export type { AnalysedFile, ConcludeOptions } from './repository.ts'

interface Conclusion {
  readonly findings: Finding[]
  readonly unknowns: Unknown[]
}

/**
 * What a whole repository's signs amount to. Deterministic and sorted, whatever the order of the files. A file whose
 * signs nothing can be concluded from is left out and becomes an unknown; the others count all the same.
 */
export function conclude(
  files: readonly AnalysedFile[],
  catalogue: Catalogue,
  options: ConcludeOptions = {},
): Conclusion {
  // Of a file that is left out it is still known that it is there.
  const paths = options.paths ?? files.map(({ path }) => path)
  return sparing(files, (some) => concludeWhole(some, catalogue, { ...options, paths }))
}

/** The same, but a file that it stumbles over fails it whole. */
export function concludeWhole(
  files: readonly AnalysedFile[],
  catalogue: Catalogue,
  options: ConcludeOptions = {},
): Conclusion {
  const repository = new Repository(files, catalogue, options)
  const tracer = new Tracer(repository)
  const serving = new Serving(repository, tracer)
  const drafts = new Drafts()
  const reaches = reachesOf(repository, serving)
  const redirects = new Redirects(reaches, (supplier) => serving.configured(supplier))
  const reached = serviceDrafts(repository, reaches, redirects, drafts)
  libraryDrafts(repository, reaches, reached, redirects, drafts)
  modelDrafts(repository, tracer, serving, reaches, reached, redirects, drafts)
  builtDrafts(repository, tracer, reaches, drafts)
  plainDrafts(repository, drafts)
  const how = { suppressed: suppressions(options), explain: options.explain === true }
  const findings = [...drafts.all.values()]
    .map((draft) => finish(draft, how))
    .filter((finding) => finding !== null)
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  return { findings, unknowns: unknownsOf(repository) }
}

/** What could not be read; two detectors that stumble over the same fault say it once. */
function unknownsOf(repository: Repository): Unknown[] {
  return repository.files.flatMap(({ path, signs }) => {
    const said = new Set<string>()
    return (signs.unknowns ?? []).flatMap(({ reason, detail }) => {
      if (said.has(`${reason} ${detail}`)) return []
      said.add(`${reason} ${detail}`)
      return [{ place: path, reason, detail }]
    })
  })
}
