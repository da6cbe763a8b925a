import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Database, openDatabase } from '@ai-census/db'
import { openFolder, type RunningServer, startServer } from '@ai-census/db/testing'
import { defaultSettings } from '@ai-census/inventory'
import { loadCatalogue } from '@ai-census/signatures'
import { catalogueFacts } from '../../../apps/collector/src/catalogue.ts'
import { basisOf } from '../../../apps/collector/src/reconcile/basis.ts'
import { estateOf, fillEstate } from './lists-estate.ts'

export interface Estate {
  url: string
  database: Database
  close(): Promise<void>
}

/**
 * A PostgreSQL with so many systems, and as many components. `AI_CENSUS_BENCH_ESTATE=FOLDER` keeps it there, one folder
 * below for each size, and starts it again the next time: a million takes ten minutes to make.
 */
export async function openEstate(rows: number): Promise<Estate> {
  const kept = process.env.AI_CENSUS_BENCH_ESTATE
  const folder = kept ? join(kept, String(rows)) : openFolder('bench')
  if (kept) mkdirSync(folder, { recursive: true, mode: 0o755 })
  const filled = existsSync(join(folder, 'data', 'PG_VERSION'))
  const server = await startServer(folder, { keeps: true })
  const url = urlOf(server)
  const database = await openDatabase({ url })
  const close = async () => {
    await database.close()
    await server.stop()
    if (!kept) rmSync(folder, { recursive: true, force: true })
  }
  try {
    if (!filled) await fillEstate(database, estateOf(rows))
    await settle(database.pool)
    return { url, database, close }
  } catch (error) {
    await close()
    throw error
  }
}

const urlOf = ({ host, port }: RunningServer): string =>
  `postgres://postgres@localhost:${port}/postgres?host=${encodeURIComponent(host)}`

/** The inventory is said to follow from ledger and catalogue, so that the collector has nothing to work out. */
async function settle(pool: Database['pool']): Promise<void> {
  const basis = basisOf({ catalogue: catalogueFacts(loadCatalogue()), settings: defaultSettings })
  await pool.query('update head set basis = $1', [basis])
}
