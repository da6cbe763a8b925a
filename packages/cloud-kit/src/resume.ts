import { createHash } from 'node:crypto'
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Finding } from '@ai-census/schema'
import { z } from 'zod'
import type { CellOutcome } from './cell.ts'

/** Finished cells of a scan that was stopped, so that the next start goes on from there. */
export interface Resume {
  /** What a cell that was read whole had; null where it must be read. */
  replay(cell: string): Promise<AsyncGenerator<Finding, CellOutcome, undefined> | null>
  /** Keeps what passes through, and counts once the cell has ended. */
  keep(
    cell: string,
    findings: AsyncGenerator<Finding, CellOutcome>,
  ): AsyncGenerator<Finding, CellOutcome, undefined>
  /** The scan has come to its end: the next one reads all anew. */
  finished(): void
}

export const noResume: Resume = {
  replay: async () => null,
  keep: (_, findings) => findings,
  finished: () => undefined,
}

const Started = z.object({ at: z.number() })
const Outcome = z.object({
  outcome: z.custom<CellOutcome>((value) => typeof value === 'object' && value !== null && 'type' in value),
})

/**
 * In a folder for each way of looking (`look`: settings, identity, version, catalogue; whoever sees less must not go on
 * where somebody else stopped). Older than `maxAgeMs` it is begun anew: a scan is a picture of one time.
 */
export function openResume(folder: string, look: string, now: number, maxAgeMs: number): Resume {
  const root = join(folder, 'scans', sha(look))
  if (!isFresh(root, now, maxAgeMs)) rmSync(root, { recursive: true, force: true })
  mkdirSync(root, { recursive: true, mode: 0o700 })
  const started = join(root, 'started.json')
  if (!existsSync(started)) writeFileSync(started, JSON.stringify({ at: now }), { mode: 0o600 })
  const fileOf = (cell: string) => join(root, `${sha(cell)}.ndjson`)
  return {
    replay: async (cell) => (existsSync(fileOf(cell)) ? replayed(fileOf(cell)) : null),
    keep: (cell, findings) => kept(fileOf(cell), findings),
    finished: () => rmSync(root, { recursive: true, force: true }),
  }
}

const sha = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32)

function isFresh(root: string, now: number, maxAgeMs: number): boolean {
  try {
    const { at } = Started.parse(JSON.parse(readFileSync(join(root, 'started.json'), 'utf8')))
    return at <= now && now - at <= maxAgeMs
  } catch {
    return false // None, or half a one: begin anew.
  }
}

/** A line a finding, the outcome last; renamed into place when whole, so that what is there is whole. */
async function* kept(
  file: string,
  findings: AsyncGenerator<Finding, CellOutcome>,
): AsyncGenerator<Finding, CellOutcome, undefined> {
  const draft = `${file}.draft`
  const out = createWriteStream(draft, { mode: 0o600 })
  let broken = false
  // A full disk is no reason to lose a scan: it is only not kept.
  out.on('error', () => {
    broken = true
  })
  const write = (line: unknown) =>
    new Promise<void>((done) => {
      if (broken) return done()
      out.write(`${JSON.stringify(line)}\n`, () => done())
    })
  let isWhole = false
  try {
    for (;;) {
      const next = await findings.next()
      if (next.done) {
        await write({ outcome: next.value })
        // A failed cell is worth another try after a restart.
        isWhole = next.value.status === 'complete'
        return next.value
      }
      await write(next.value)
      yield next.value
    }
  } finally {
    await findings.return(NOTHING)
    await new Promise<void>((done) => (broken ? done() : out.end(() => done())))
    if (isWhole && !broken) renameSync(draft, file)
    else rmSync(draft, { force: true })
  }
}

/** Never read: for a generator that is closed early. */
const NOTHING: CellOutcome = {
  type: '-',
  status: 'failed',
  pages: 0,
  resources: 0,
  milliseconds: 0,
  misses: [],
}

async function* replayed(file: string): AsyncGenerator<Finding, CellOutcome, undefined> {
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })
  let outcome: CellOutcome | null = null
  for await (const line of lines) {
    const json: unknown = JSON.parse(line)
    const end = Outcome.safeParse(json)
    if (end.success) outcome = end.data.outcome
    else yield Finding.parse(json)
  }
  if (!outcome) throw new Error('A kept cell has no end; remove the scanner’s cache folder.')
  return outcome
}
