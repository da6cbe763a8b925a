import type { Decision, DecisionBody, Finding, FindingRef, ScanReport } from '@ai-census/schema'
import { canonicalScopeKey } from './canonical.ts'
import type { LedgerLookup } from './closure.ts'
import { appendDecision, LOG_START } from './decide.ts'
import { refKey } from './ids.ts'
import type { Facts, Interval, LedgerFinding, LedgerLook, ScopeFacts, ScopeState } from './ledger.ts'
import { linksByRef } from './links.ts'
import type { RecordOptions } from './look.ts'
import { type ReleaseLook, recordReport, releaseByDecision, type ScopeChange } from './record.ts'
import { ReportRefused } from './refused.ts'
import { settingsOf } from './settings.ts'

const laneOf = ({ scope, scanner }: ScanReport): string => `${canonicalScopeKey(scope.key)} ${scanner}`
const isLane = ({ scope, scanner }: LedgerLook, lane: string): boolean => `${scope.key} ${scanner}` === lane

/** The ledger in plain arrays: what a store must do, shortest; for tests and for one-off scans. */
export class MemoryLedger {
  readonly looks: LedgerLook[] = []
  readonly decisions: Decision[] = []
  readonly #states = new Map<string, ScopeState>()
  readonly #closed: Interval[] = []
  readonly #contents = new Map<string, Finding>()

  /** Records a report as a server would: the state of its scope and scanner is read, changed and kept. */
  record(report: ScanReport, options: RecordOptions): ScopeChange {
    const lane = laneOf(report)
    const known = this.#states.get(lane) ?? null
    const already = this.looks.findLast((l) => isLane(l, lane) && l.scan === options.scan) ?? null
    const change = recordReport(known && { ...known, already }, report, options)
    if (change.outcome === 'repeated') return change
    this.looks.push(change.look)
    this.#keep(lane, change)
    return change
  }

  /** Decides on the look that is held, as a server would: the answer goes to the log and its effect to the ledger. */
  release(at: string, author: string, body: ReleaseLook, report: ScanReport): ScopeChange {
    const lane = laneOf(report)
    const known = this.#states.get(lane)
    if (!known) throw new ReportRefused('scope', 'nobody looked at this scope')
    const change = releaseByDecision(known, report, body)
    const held = this.looks.findIndex((l) => isLane(l, lane) && l.sequence === change.look.sequence)
    this.looks[held] = change.look
    this.decide(at, author, body)
    this.#keep(lane, change)
    return change
  }

  #keep(lane: string, change: ScopeChange): void {
    this.#closed.push(...change.closes)
    for (const [hash, finding] of change.contents) this.#contents.set(hash, finding)
    this.#states.set(lane, change.state)
  }

  /** Every finding that the change touches. */
  touchedBy({ touched, described, look }: ScopeChange): FindingRef[] {
    if (!described) return [...touched]
    const inScope = this.open().filter((row) => row.scope === look.scope.key)
    return inScope.map(({ scope, key }) => ({ scope, key }))
  }

  decide(at: string, author: string, body: DecisionBody): Decision {
    const last = this.decisions.at(-1)
    const row = appendDecision(last?.hash ?? LOG_START, (last?.sequence ?? 0) + 1, at, author, body)
    this.decisions.push(row)
    return row
  }

  scopes(): ScopeFacts[] {
    return [...this.#states.values()].map(
      ({ open: _open, already: _already, lastSequence: _last, ...facts }) => facts,
    )
  }

  open(): LedgerFinding[] {
    return [...this.#states.values()].flatMap((state) => state.open.map((i) => this.#withContent(i)))
  }

  /** Every interval that ever was, open and closed. */
  history(): LedgerFinding[] {
    return [...this.#closed.map((i) => this.#withContent(i)), ...this.open()]
  }

  facts(fixed: Omit<Facts, 'scopes' | 'findings' | 'decisions'>): Facts {
    const { decisions } = this
    const settings = settingsOf(decisions, fixed.settings)
    return { ...fixed, settings, scopes: this.scopes(), findings: this.open(), decisions }
  }

  #withContent(interval: Interval): LedgerFinding {
    const finding = this.#contents.get(interval.hash)
    if (!finding) throw new Error(`the ledger lost the content ${interval.hash}`)
    return { ...interval, finding }
  }
}

/** Answers a closure's questions from facts at hand. */
export function lookupIn(facts: Facts): LedgerLookup {
  const byRef = Map.groupBy(
    facts.findings.filter((row) => !row.closed),
    refKey,
  )
  const byLink = new Map<string, FindingRef[]>()
  for (const [ref, links] of linksByRef(facts)) {
    const { scope, key } = byRef.get(ref)![0]!
    for (const link of links) byLink.set(link, [...(byLink.get(link) ?? []), { scope, key }])
  }
  return {
    findings: async (refs) => refs.flatMap((ref) => byRef.get(refKey(ref)) ?? []),
    scopes: async (keys) => facts.scopes.filter((one) => keys.includes(one.scope.key)),
    carriers: async (links, limit) =>
      new Map(
        links.map((link) => {
          const refs = byLink.get(link) ?? []
          return [link, refs.length > limit ? null : refs] as const
        }),
      ),
  }
}
