import { join } from 'node:path'
import { migrationsHash, sharedFolder } from './places.ts'

/** Where the shared server answers. */
export interface ServerInfo {
  /** A folder with its socket, or an address. */
  host: string
  port: number
}

/** A database with all migrations applied, to copy from. */
export const TEMPLATE = 'template_ai_census'

/** Other migrations, another server. */
export const keeperFolder = (): string => join(sharedFolder(), `pg-${migrationsHash()}`)

export const leaseSocket = (): string =>
  process.platform === 'win32'
    ? `\\\\.\\pipe\\ai-census-test-${migrationsHash()}`
    : join(keeperFolder(), 'lease')
