import type { Finding, Unknown } from '@ai-census/schema'
import type { Catalogue } from '../catalogue.ts'
import type { FileSigns } from '../signs.ts'

export interface AnalysedFile {
  readonly path: string
  readonly signs: FileSigns
}

/** What a whole repository's signs amount to. Deterministic and sorted, whatever the order of the files. */
export function conclude(
  files: readonly AnalysedFile[],
  _catalogue: Catalogue,
): { findings: Finding[]; unknowns: Unknown[] } {
  const unknowns = files.flatMap(({ path, signs }) =>
    (signs.unknowns ?? []).map((unknown) => ({ place: path, ...unknown })),
  )
  return { findings: [], unknowns }
}
