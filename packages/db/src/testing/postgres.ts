import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { type Database, openDatabase } from '../client.ts'
import { leaseSocket, type ServerInfo, TEMPLATE } from './keeper-protocol.ts'

let lease: Promise<ServerInfo> | undefined

/**
 * A database of its own on the one PostgreSQL that all tests of a run share. The server is held by a keeper
 * process for as long as any test process is connected to it; the last one to go, however it goes, ends it.
 */
export async function openTestPostgres(): Promise<Database & { url: string }> {
  lease ??= takeLease()
  const server = await lease
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await asAdmin(server, `create database ${name} template ${TEMPLATE}`)
  const url = urlOf(server, name)
  const database = await openDatabase({ url, connections: 4 })
  const close = async () => {
    await database.close()
    await asAdmin(server, `drop database ${name} with (force)`)
  }
  return { ...database, url, close }
}

function urlOf({ host, port }: ServerInfo, name: string): string {
  return `postgres://postgres@localhost:${port}/${name}?host=${encodeURIComponent(host)}`
}

async function asAdmin({ host, port }: ServerInfo, sql: string): Promise<void> {
  const client = new pg.Client({ host, port, user: 'postgres', database: 'postgres' })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

const PATIENCE_MS = 90_000

async function takeLease(): Promise<ServerInfo> {
  const until = Date.now() + PATIENCE_MS
  let keeper = startKeeper()
  let said = ''
  for (;;) {
    const info = await askKeeper()
    if (info) return info
    if (Date.now() > until)
      throw new Error(`no PostgreSQL for tests: ${keeper.said() || said || 'its keeper does not answer'}`)
    // Another run's keeper was on its way out, or ours found one there and left.
    if (keeper.ended()) {
      said = keeper.said() || said
      keeper = startKeeper()
    }
    await sleep(100)
  }
}

function startKeeper(): { ended: () => boolean; said: () => string } {
  const keeper = spawn(process.execPath, [fileURLToPath(new URL('./keeper.ts', import.meta.url))], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let text = ''
  keeper.stderr.on('data', (chunk: Buffer) => {
    text = (text + chunk.toString()).slice(-2000)
  })
  keeper.unref()
  // The pipe alone must not keep a finished test process alive.
  ;(keeper.stderr as unknown as Socket).unref()
  return { ended: () => keeper.exitCode !== null, said: () => text.trim() }
}

/** The open connection is the lease; it is unreferenced, so it ends with this process. */
function askKeeper(): Promise<ServerInfo | null> {
  return new Promise((resolve) => {
    const socket = connect(leaseSocket())
    socket.once('error', () => resolve(null))
    socket.once('close', () => resolve(null))
    socket.once('data', (data) => {
      socket.unref()
      resolve(JSON.parse(data.toString()))
    })
  })
}
