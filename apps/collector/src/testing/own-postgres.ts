import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { openFolder, type RunningServer, type ServerOptions, startServer } from '@ai-census/db/testing'

/** A PostgreSQL of one test file, to be crashed, filled and cut as it likes. */
export interface OwnPostgres {
  server: RunningServer
  url: string
  /** For the data folders of the collectors that use it. */
  folder: string
  close(): Promise<void>
}

export async function ownPostgres(name: string, options: ServerOptions = {}): Promise<OwnPostgres> {
  const folder = openFolder(name)
  const server = await startServer(folder, { outlivesCrash: true, ...options })
  const { host, port } = server
  return {
    server,
    folder: join(folder, 'collectors'),
    url: `postgres://postgres@localhost:${port}/postgres?host=${encodeURIComponent(host)}`,
    close: async () => {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
