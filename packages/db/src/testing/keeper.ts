import { mkdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import pg from 'pg'
import { lockFolder } from '../embedded/lock.ts'
import { isOperatorError } from '../errors.ts'
import { migrate } from '../migrate.ts'
import { keeperFolder, leaseSocket, type ServerInfo, TEMPLATE } from './keeper-protocol.ts'
import { type RunningServer, startServer } from './postgres-server.ts'

/** How long the server outlives its last user: the next test file is usually about to come. */
const LINGER_MS = 3000

/** Holds one PostgreSQL for whoever is connected to its lease socket, then takes it away with all it left. */
async function main(): Promise<void> {
  const folder = keeperFolder()
  mkdirSync(folder, { recursive: true, mode: 0o755 })
  const lock = lockFolder(folder)
  const server = await startServer(folder)
  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    rmSync(leaseSocket(), { force: true })
    await server.stop()
    lock.release()
    rmSync(folder, { recursive: true, force: true })
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  try {
    await makeTemplate(server)
    keep(server, stop)
  } catch (error) {
    await stop()
    throw error
  }
}

async function makeTemplate({ host, port }: ServerInfo): Promise<void> {
  const admin = new pg.Client({ host, port, user: 'postgres', database: 'postgres' })
  await admin.connect()
  await admin.query(`create database ${TEMPLATE}`)
  await admin.end()
  const pool = new pg.Pool({ host, port, user: 'postgres', database: TEMPLATE, max: 1 })
  await migrate(pool)
  await pool.end()
}

function keep({ host, port }: RunningServer, stop: () => Promise<void>): void {
  const info: ServerInfo = { host, port }
  let leases = 0
  let timer = setTimeout(stop, LINGER_MS)
  const leaseServer = createServer((socket) => {
    leases += 1
    clearTimeout(timer)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => {
      leases -= 1
      if (leases === 0) timer = setTimeout(stop, LINGER_MS)
    })
    socket.write(JSON.stringify(info))
  })
  rmSync(leaseSocket(), { force: true })
  leaseServer.listen(leaseSocket())
}

main().catch((error: unknown) => {
  // Another keeper is at work; whoever started this one asks that one.
  if (isOperatorError(error)) process.exit(0)
  process.stderr.write(error instanceof Error ? (error.stack ?? error.message) : String(error))
  process.exit(1)
})
