import { createReadStream, existsSync } from 'node:fs'
import { verifyLog } from '@ai-census/api'
import { createCounter } from '../../audit/counter.ts'
import { type GivenHead, readHead } from '../../audit/head.ts'
import { linesOf } from '../../audit/lines.ts'
import { type Fault, type Verdict, verifyDecisions } from '../../audit/verify-decisions.ts'
import { type LedgerVerdict, verifyLedger } from '../../audit/verify-ledger.ts'
import type { CollectorClient, Download } from '../../collector-client.ts'
import { ExitCode, UsageError } from '../../exit-codes.ts'
import { operatorClient } from '../../local-collector.ts'
import { fromCaller } from '../../state.ts'

interface Options {
  collector?: string
  token?: string
  data: string
  file?: string
  ledger?: string
  head?: string
  json?: boolean
  quiet?: boolean
}

interface Outcome {
  ok: boolean
  length: number
  head: string
  firstBad: Fault | null
  faults: Fault[]
  faultCount: number
  /** Null where it was not looked at. */
  ledger: { events: number; position: number } | null
}

/** Verifies what a collector holds, or files that one exported, and ends with 1 where something is not as it was. */
export async function verify(options: Options): Promise<void> {
  const head = options.head === undefined ? undefined : readHead(options.head)
  const outcome =
    options.file === undefined && options.ledger === undefined
      ? await verifyCollector(operatorClient(options), head, options)
      : await verifyFiles(options, head)
  process.stdout.write(
    options.json ? `${JSON.stringify(outcome, null, 2)}\n` : `${sentences(outcome, head).join('\n')}\n`,
  )
  if (!outcome.ok) process.exitCode = ExitCode.found
}

async function verifyCollector(
  client: CollectorClient,
  head: GivenHead | undefined,
  { quiet = false }: Options,
): Promise<Outcome> {
  const log = await client.stream('/api/v1/audit/decisions')
  const decisions = await counted(log, 'decisions', quiet, (lines, onLine) =>
    verifyDecisions(lines, head, onLine),
  )
  const ledger = head?.ledger
    ? await counted(
        await client.stream(`/api/v1/audit/ledger?until=${head.ledger.position}`),
        'events of the ledger',
        quiet,
        (lines, onLine) => verifyLedger(lines, head.ledger, onLine),
      )
    : null
  // What only the database can tell: whether its tables fit together.
  const there = await client.call(verifyLog)
  const known = new Set(decisions.faults.map(({ message }) => message))
  const others = there.faults.filter((message) => !known.has(message))
  return outcomeOf(
    decisions,
    ledger,
    others.map((message) => ({ type: 'database', message })),
  )
}

async function counted<T>(
  { rows, chunks }: Download,
  what: string,
  quiet: boolean,
  read: (lines: AsyncIterable<Buffer>, onLine: () => void) => Promise<T>,
): Promise<T> {
  const counter = createCounter(what, rows, quiet)
  const result = await read(linesOf(chunks), counter.step)
  counter.end()
  return result
}

async function verifyFiles(options: Options, head: GivenHead | undefined): Promise<Outcome> {
  const quiet = options.quiet ?? false
  const decisions = options.file
    ? await read(options.file, 'decisions', quiet, (lines, onLine) => verifyDecisions(lines, head, onLine))
    : null
  const ledger = options.ledger
    ? await read(options.ledger, 'events of the ledger', quiet, (lines, onLine) =>
        verifyLedger(lines, head?.ledger, onLine),
      )
    : null
  return outcomeOf(decisions, ledger, [])
}

async function read<T>(
  path: string,
  what: string,
  quiet: boolean,
  work: (lines: AsyncIterable<Buffer>, onLine: () => void) => Promise<T>,
): Promise<T> {
  const file = fromCaller(path)
  if (!existsSync(file)) throw new UsageError(`there is no file ${file}`)
  const counter = createCounter(what, null, quiet)
  const result = await work(linesOf(createReadStream(file)), counter.step)
  counter.end()
  return result
}

function outcomeOf(decisions: Verdict | null, ledger: LedgerVerdict | null, others: Fault[]): Outcome {
  const faults = [...(decisions?.faults ?? []), ...(ledger?.faults ?? []), ...others]
  const faultCount = (decisions?.faultCount ?? 0) + (ledger?.faults.length ?? 0) + others.length
  return {
    ok: faultCount === 0,
    length: decisions?.length ?? 0,
    head: decisions?.head ?? '',
    firstBad: faults[0] ?? null,
    faults,
    faultCount,
    ledger: ledger && { events: ledger.events, position: ledger.position },
  }
}

const SHOWN = 20

function sentences(outcome: Outcome, head: GivenHead | undefined): string[] {
  const { length, faults, faultCount } = outcome
  if (!outcome.ok)
    return [
      `BROKEN: ${faults[0]?.message}`,
      ...faults.slice(1, SHOWN).map(({ message }) => `        ${message}`),
      ...(faultCount > SHOWN ? [`        … and ${faultCount - SHOWN} more (--json lists a hundred)`] : []),
    ]
  const since = head?.at ? ` on ${head.at}` : ''
  return [
    outcome.head
      ? `Intact: ${length} decisions, the last is ${outcome.head}.`
      : `Intact: ${outcome.ledger?.events} events of the ledger.`,
    head
      ? `Nothing changed of what was there when the head was noted${since} (decision ${head.sequence}${outcome.ledger && head.ledger ? `, position ${head.ledger.position} of the ledger` : ''}).`
      : 'Without --head nobody can tell whether the end was cut off, or all of it written anew.',
  ]
}
