import type { CellNotes } from '@ai-census/cloud-kit'
import { loadCatalogue } from '@ai-census/signatures'
import { type Aws, createAws } from './aws.ts'
import type { Operation } from './permissions.ts'
import type { Account, Context, Run } from './run-state.ts'

const notes: CellNotes = { page: () => undefined, resource: () => undefined, miss: () => undefined }

/** Asks AWS outside any cell: who we are, which accounts and regions there are. */
export function directly(
  ctx: Context,
  run: Run,
  account: Account,
  operations: readonly Operation[],
  region = 'global',
): Aws {
  const place = {
    account: account.id,
    accountName: account.name,
    partition: ctx.config.partition,
    region,
    context: null,
    now: ctx.now(),
    since: ctx.now(),
    catalogue: loadCatalogue(),
    tagsOf: () => ({}),
  }
  return createAws(run.connections, account.identity, place, { id: 'discovery', operations }, notes)
}
