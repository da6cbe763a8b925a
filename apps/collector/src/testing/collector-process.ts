import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type CollectorClient, createClient } from '@ai-census/api/client'
import { catalogueFrom, FORM_VERSION } from '@ai-census/signatures'

/** A collector in a process of its own, on its way up. */
export interface StartingCollector {
  child: ChildProcess
  /** Rejects when it ends before it listens. */
  ready: Promise<CollectorProcess>
  ended: Promise<void>
}

export interface CollectorProcess {
  child: ChildProcess
  url: string
  token: string
  client: CollectorClient
  ended: Promise<void>
  /** The end of what it wrote to its error output. */
  said(): string
}

export interface ProcessOptions {
  /** Its data folder: the embedded database's, and where it leaves its operator's token. */
  folder: string
  /** Of a real PostgreSQL, instead of the embedded database. */
  databaseUrl?: string | null
  /** A dump that a new embedded database starts from; null makes one by its migrations. */
  snapshot?: string | null
  /** Words before the command, such as `prlimit --fsize=…`. */
  wrapper?: string[]
}

/** What the collectors of these processes know of suppliers: reading the signatures would take longest of all. */
export const nothingKnown = catalogueFrom({ form: FORM_VERSION, hash: '', suppliers: {} })

const CHILD = fileURLToPath(new URL('./crash-child.ts', import.meta.url))
/** Compiled once, a process starts faster; what is kept depends on the sources alone. */
const COMPILE_CACHE = join(tmpdir(), `ai-census-compiled-${process.getuid?.() ?? 0}`)

export function spawnCollector(options: ProcessOptions): StartingCollector {
  mkdirSync(options.folder, { recursive: true, mode: 0o700 })
  const { DATABASE_URL: _, ...env } = process.env
  const [command = '', ...args] = [
    ...(options.wrapper ?? []),
    ...[process.execPath, CHILD, options.folder, options.snapshot ?? ''],
  ]
  const child = spawn(command, args, {
    env: {
      ...env,
      NODE_COMPILE_CACHE: COMPILE_CACHE,
      ...(options.databaseUrl ? { DATABASE_URL: options.databaseUrl } : {}),
    },
    // It ends with the pipe to its input: none outlives a test that was broken off.
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4000)
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const ready = new Promise<CollectorProcess>((resolve, reject) => {
    child.stdout.once('data', () =>
      resolve({ ...atWork(child, options.folder), ended, said: () => said.trim() }),
    )
    child.once('error', reject)
    void ended.then(() =>
      reject(new Error(said.trim() || `ended with ${child.exitCode ?? child.signalCode}`)),
    )
  })
  ready.catch(() => undefined) // whoever kills it on its way up does not wait for it
  return { child, ready, ended }
}

export const startCollectorProcess = (options: ProcessOptions): Promise<CollectorProcess> =>
  spawnCollector(options).ready

function atWork(child: ChildProcess, folder: string): Omit<CollectorProcess, 'ended' | 'said'> {
  const { url, operatorToken: token } = JSON.parse(readFileSync(join(folder, 'collector.json'), 'utf8'))
  return { child, url, token, client: createClient({ baseUrl: url, token, fetch: fetchAgain }) }
}

/**
 * A test process that was held up sends on a connection that the server has just closed for idling; any client's second
 * try opens another. A collector that is gone refuses that one.
 */
async function fetchAgain(request: Request): Promise<Response> {
  const again = request.clone()
  try {
    return await fetch(request)
  } catch (error) {
    const cause = error instanceof Error ? error.cause : null
    if (!(cause instanceof Error && /other side closed|ECONNRESET/.test(cause.message))) throw error
    return fetch(again)
  }
}

export async function end(
  { child, ended }: { child: ChildProcess; ended: Promise<void> },
  signal: NodeJS.Signals = 'SIGKILL',
): Promise<void> {
  child.kill(signal)
  await ended
}
