import type { Transaction } from '@ai-census/db'
import { sql } from '@ai-census/db/query'
import {
  type Changed,
  closure,
  type DecisionSubjects,
  type Facts,
  linkOfAlias,
  reconcileSubset,
  refKey,
  refOf,
  subjectsOf,
  type World,
  worldOf,
} from '@ai-census/inventory'
import { canonicalJson, type Decision, digest, type IdentifierAlias } from '@ai-census/schema'
import type { Deps } from '../deps.ts'
import { loadAliases } from '../ingest/aliases.ts'
import { type Changes, createWriter, type Writer } from './apply-changes.ts'
import { applyPatch, type Gathered } from './apply-patch.ts'
import { updateCoverageGaps } from './coverage-gaps.ts'
import { type DecisionLog, readDecisionLog } from './decision-log.ts'
import { readDue } from './dues.ts'
import { createLikeness, updateDuplicates } from './duplicates.ts'
import { type LedgerReader, readLedger } from './ledger-reader.ts'
import type { Moment } from './load-facts.ts'
import { moveLinks, writeLinks } from './move-links.ts'
import { createTallies, updateRegisters } from './registers.ts'
import { followLooks } from './sightings.ts'
import { readTouched } from './touched.ts'

/** Where the inventory stands before a run. */
export interface Done {
  position: number
  at: string
}

interface Run {
  tx: Transaction
  moment: Moment
  ledger: LedgerReader
  fixed: Omit<Facts, 'scopes' | 'findings'> & { aliases: readonly IdentifierAlias[] }
  log: DecisionLog
  world: World
  writer: Writer
  gathered: Gathered
  /** Addresses whose components are made anew already. */
  made: Set<string>
}

/** At most so many findings are taken together; a component's and a system's are never parted. */
const TOGETHER = 1000

/** Brings the inventory from where it stands to a moment: the work follows what came between. */
export async function project(deps: Deps, tx: Transaction, moment: Moment, done: Done): Promise<Changes> {
  const run = await begin(deps, tx, moment)
  if (digest(run.fixed.settings) !== digest(run.log.settingsAt(done.position))) return makeAll(run)
  const before = readLedger(tx, done.position)
  const stretch = { from: done.position, to: moment.position, since: done.at }
  const touched = await readTouched(tx, stretch, { before, after: run.ledger }, run.fixed.settings.usageDays)
  const formerAliases = await loadAliases(tx, done.position)
  const renamed = await readRenamed(run.ledger, formerAliases, run.fixed.aliases)
  if (renamed === null) return makeAll(run)
  const refs = inOrder([...touched.refs, ...renamed])
  const links = await moveLinks(
    tx,
    refs,
    { ledger: before, rest: { ...run.fixed, aliases: formerAliases } },
    { ledger: run.ledger, rest: run.fixed },
  )
  const decisions = run.log.after(done.position)
  const due = await readDue(tx, moment.at)

  const { former, lost } = links
  await make(run, { refs: [], former, decisions, systems: due.system, lost })
  for (const part of inParts(refs, run.made)) await make(run, { refs: part, former, decisions: [], lost })
  await finish(run, {
    suppliers: [...due.supplier, ...namedIn(run.log, decisions, 'suppliers')],
    models: [],
    apart: namedIn(run.log, decisions, 'apart'),
    looked: touched.scopes,
    due: due.scope,
  })
  return run.writer.total
}

/**
 * Makes all of it anew, part by part: what the inventory is made with besides the ledger has changed. Rows that come out
 * the same stay, so the history tells what that changed.
 */
export const projectAll = async (deps: Deps, tx: Transaction, moment: Moment): Promise<Changes> =>
  makeAll(await begin(deps, tx, moment))

async function makeAll(run: Run): Promise<Changes> {
  const { tx } = run
  // All of it is reached without what it hung together with before.
  const anew = { decisions: [], former: () => [], lost: () => 0 }
  await tx.execute(sql`truncate finding_link`)
  for await (const refs of allFindings(tx))
    await writeLinks(tx, refs, { ledger: run.ledger, rest: run.fixed })
  for await (const batch of allFindings(tx)) {
    for (const refs of inParts(batch, run.made)) await make(run, { ...anew, refs })
  }
  // Systems that hold no finding: registered ones that nothing was found of, and those that are no more.
  const systems = [
    ...new Set([...(await allIds(tx, 'ai_system', 'id')), ...run.log.replay.systems.keys()]),
  ].sort()
  for (let at = 0; at < systems.length; at += TOGETHER)
    await make(run, {
      ...anew,
      refs: [],
      systems: systems.slice(at, at + TOGETHER).filter((id) => !run.gathered.likeness.systems.has(id)),
    })
  await finish(run, {
    suppliers: [...(await allIds(tx, 'supplier', 'slug')), ...run.log.replay.suppliers.keys()],
    models: await allIds(tx, 'model', 'id'),
    apart: [],
    looked: [],
    due: await allIds(tx, 'scope', 'scope_key'),
  })
  return run.writer.total
}

async function begin(deps: Deps, tx: Transaction, moment: Moment): Promise<Run> {
  const log = await readDecisionLog(deps, tx, moment.position)
  const { decisions, settings } = log
  const aliases = await loadAliases(tx, moment.position)
  const fixed = { now: moment.at, decisions, aliases, catalogue: deps.catalogue, settings }
  return {
    tx,
    moment,
    ledger: readLedger(tx, moment.position),
    fixed,
    log,
    world: worldOf(fixed),
    writer: createWriter(tx, moment),
    gathered: { tallies: createTallies(), likeness: createLikeness() },
    made: new Set(),
  }
}

async function make(run: Run, changed: Changed): Promise<void> {
  const { tx, ledger, fixed, log, writer, world, gathered, made } = run
  const affected = await closure(ledger, changed, fixed, log.graph)
  if (affected.core.size === 0 && affected.systems.size === 0) return
  const patch = reconcileSubset(affected, fixed, log.replay)
  await applyPatch(tx, writer, patch, affected, world, gathered)
  for (const ref of affected.core) made.add(ref)
}

interface EstateWide {
  suppliers: readonly string[]
  models: readonly string[]
  /** Systems told apart. */
  apart: readonly string[]
  /** Scopes. */
  looked: readonly string[]
  due: readonly string[]
}

async function finish({ tx, writer, gathered, world, log, ledger }: Run, more: EstateWide): Promise<void> {
  await updateRegisters(tx, writer, gathered.tallies, more, world, log.replay)
  await updateDuplicates(tx, writer, gathered.likeness, mergedWith(log, more.apart), log.replay.distinct)
  await updateCoverageGaps(tx, writer, ledger, more, world)
  await followLooks(tx, more.looked)
}

/** What a person said of a system holds for all that it became part of. */
function mergedWith({ graph }: DecisionLog, systems: readonly string[]): string[] {
  const all = new Set(systems)
  for (const id of all) for (const tied of graph.bySystem(id).systems) all.add(tied)
  return [...all]
}

function namedIn(
  { decisions: all }: DecisionLog,
  fresh: readonly Decision[],
  what: keyof Pick<DecisionSubjects, 'suppliers' | 'apart'>,
): string[] {
  if (fresh.length === 0) return []
  const bySequence = new Map(all.map((decision) => [decision.sequence, decision]))
  return fresh.flatMap((decision) => subjectsOf(decision, bySequence)[what] ?? [])
}

type Ref = ReturnType<typeof refOf>

const inOrder = (refs: readonly Ref[]): Ref[] => [...new Set(refs.map(refKey))].sort().map(refOf)

/** The findings that say a name for which another one came or went. Null: they cannot be told from the rest. */
async function readRenamed(
  ledger: LedgerReader,
  before: readonly IdentifierAlias[],
  after: readonly IdentifierAlias[],
): Promise<Ref[] | null> {
  const [was, is] = [new Set(before.map(canonicalJson)), new Set(after.map(canonicalJson))]
  const changed = [
    ...before.filter((alias) => !is.has(canonicalJson(alias))),
    ...after.filter((alias) => !was.has(canonicalJson(alias))),
  ]
  const links = changed.map(linkOfAlias)
  if (links.includes(null)) return null
  const carriers = await ledger.carriers(
    [...new Set(links.filter((link) => link !== null))],
    Number.POSITIVE_INFINITY,
  )
  return [...carriers.values()].flatMap((refs) => refs ?? [])
}

/** In parts, without those that are made by the time. */
function* inParts(refs: readonly Ref[], made: ReadonlySet<string>): Generator<Ref[]> {
  let part: Ref[] = []
  for (const ref of refs) {
    if (!made.has(refKey(ref))) part.push(ref)
    if (part.length < TOGETHER) continue
    yield part
    part = []
  }
  part = part.filter((ref) => !made.has(refKey(ref)))
  if (part.length > 0) yield part
}

async function* allFindings(tx: Transaction): AsyncGenerator<Ref[]> {
  let last: Ref = { scope: '', key: '' }
  for (;;) {
    const { rows } = await tx.execute<{ scope: string; key: string }>(sql`
      select distinct scope_key as scope, key from finding
      where to_position is null and (scope_key, key) > (${last.scope}, ${last.key})
      order by scope_key, key limit ${TOGETHER}`)
    const end = rows.at(-1)
    if (!end) return
    yield rows
    last = end
  }
}

async function allIds(
  tx: Transaction,
  table: 'ai_system' | 'supplier' | 'model' | 'scope',
  column: 'id' | 'slug' | 'scope_key',
): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(
    sql`select distinct ${sql.identifier(column)} as id from ${sql.identifier(table)} order by 1`,
  )
  return rows.map(({ id }) => id)
}
