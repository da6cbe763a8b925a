import { digest } from '@ai-census/schema'
import type { Deps } from '../deps.ts'

/** Counts changes of the core or of the projection's tables that make other rows of the same ledger. */
const PROJECTION = 4

/** What the inventory is made with besides the ledger. Where it changes, all of the inventory is made anew. */
export const basisOf = ({ catalogue, settings }: Pick<Deps, 'catalogue' | 'settings'>): string =>
  digest({ projection: PROJECTION, catalogue: catalogue.version, settings })
