import type { NewDecision } from '@ai-census/api'
import { decisions, suppliers, systems, type Transaction } from '@ai-census/db'
import { eq } from '@ai-census/db/query'
import { type DecisionBody, MOST_RULES } from '@ai-census/schema'
import type { Deps } from '../deps.ts'
import { HttpProblem, placeOf } from '../http/problem.ts'
import { settingsInForce, versionOfSettings } from '../reconcile/settings-in-force.ts'
import { reviewVersionOf } from './review-version.ts'
import { subjectOf, systemsNamed } from './subjects.ts'

/** What the decisions before it in the same transaction brought about; the inventory follows only after them. */
export interface Company {
  readonly made: Set<string>
}

/** What a decision speaks of must be there, as the person saw it, and what it says must hold. */
export async function assertApplies(
  deps: Deps,
  tx: Transaction,
  { body, ifVersion, ifVersions }: NewDecision,
  { made }: Company,
  place: string,
): Promise<void> {
  const refuse = (status: number, field: string, message: string): never => {
    throw new HttpProblem(status, message, [{ place: placeOf(['body', field], place), message }])
  }
  for (const { id, field } of systemsNamed(body))
    if (!made.has(id) && (await versionOf(tx, id)) === null) refuse(404, field, `There is no system ${id}.`)
  if (body.type === 'revoke' && !(await hasDecision(tx, body.sequence)))
    refuse(404, 'sequence', `There is no decision ${body.sequence}.`)
  if (body.type === 'review-supplier' && !(await hasSupplier(tx, body.supplier)))
    refuse(404, 'supplier', `There is no supplier ${body.supplier} in the register.`)
  if (body.type === 'set-rule' || body.type === 'remove-rule') await assertRule(deps, tx, body, refuse)
  if (body.type === 'rate') await assertRating(deps, tx, body, refuse)
  if (body.type === 'snooze' && body.until !== null) assertFuture(deps, body.until, 'until', refuse)
  if (body.type === 'configure' && ifVersion !== undefined)
    await assertSettingsVersion(deps, tx, ifVersion, place)
  if (body.type === 'review-supplier' && ifVersion !== undefined)
    await assertReviewVersion(tx, body.supplier, ifVersion, place)
  const subject = subjectOf(body)
  if (ifVersion !== undefined && subject !== null && (await isOther(tx, subject, ifVersion)))
    refuseOld(placeOf(['ifVersion'], place))
  // A system that somebody merged away meanwhile is no more what the person saw than one that was changed.
  for (const [id, seen] of Object.entries(ifVersions ?? {}))
    if ((await isOther(tx, id, seen)) !== false) refuseOld(placeOf(['ifVersions', id], place))
}

type Refuse = (status: number, field: string, message: string) => never

async function assertRule(
  deps: Deps,
  tx: Transaction,
  body: Extract<DecisionBody, { type: 'set-rule' | 'remove-rule' }>,
  refuse: Refuse,
): Promise<void> {
  const { dismissRules } = await settingsInForce(deps, tx)
  const hasRule = (id: string): boolean => dismissRules.some((rule) => rule.id === id)
  if (body.type === 'remove-rule') {
    if (!hasRule(body.rule)) refuse(404, 'rule', `There is no rule ${body.rule}.`)
    return
  }
  if (!hasRule(body.rule.id) && dismissRules.length >= MOST_RULES)
    refuse(409, 'rule', `There are ${MOST_RULES} rules already; remove one first.`)
  if (body.rule.expires !== undefined) assertFuture(deps, body.rule.expires, 'rule.expires', refuse)
}

async function assertRating(
  deps: Deps,
  tx: Transaction,
  body: Extract<DecisionBody, { type: 'rate' }>,
  refuse: Refuse,
): Promise<void> {
  const { riskLevels } = await settingsInForce(deps, tx)
  if (!riskLevels.includes(body.level))
    refuse(422, 'level', `The scale has ${riskLevels.join(', ')}; “${body.level}” is none of them.`)
  assertFuture(deps, body.nextReview, 'nextReview', refuse)
}

/** A date beyond this is a slip of the pen. */
const MOST_YEARS = 5

function assertFuture(deps: Deps, day: string, field: string, refuse: Refuse): void {
  const now = deps.now()
  const last = new Date(now)
  last.setUTCFullYear(now.getUTCFullYear() + MOST_YEARS)
  if (day <= dayOf(now)) refuse(422, field, 'It must be a day to come.')
  if (day > dayOf(last)) refuse(422, field, `It may be at most ${MOST_YEARS} years ahead.`)
}

const dayOf = (at: Date): string => at.toISOString().slice(0, 10)

async function versionOf(tx: Transaction, id: string): Promise<string | null> {
  const [row] = await tx.select({ version: systems.version }).from(systems).where(eq(systems.id, id))
  return row?.version ?? null
}

async function hasDecision(tx: Transaction, sequence: number): Promise<boolean> {
  if (sequence > 2 ** 31 - 1) return false
  const rows = await tx
    .select({ sequence: decisions.sequence })
    .from(decisions)
    .where(eq(decisions.sequence, sequence))
  return rows.length > 0
}

async function hasSupplier(tx: Transaction, slug: string): Promise<boolean> {
  const rows = await tx.select({ slug: suppliers.slug }).from(suppliers).where(eq(suppliers.slug, slug))
  return rows.length > 0
}

/** Whether the system has another version than the one that a person saw; null: it is not there. */
async function isOther(tx: Transaction, system: string, seen: string): Promise<boolean | null> {
  const version = await versionOf(tx, system)
  return version === null ? null : version !== seen
}

function refuseOld(place: string): never {
  throw new HttpProblem(412, 'The system changed since you opened it; look at it again before you decide.', [
    { place, message: 'not its version any more' },
  ])
}

async function assertReviewVersion(
  tx: Transaction,
  supplier: string,
  seen: string,
  place: string,
): Promise<void> {
  if ((await reviewVersionOf(tx, supplier)) !== seen)
    throw new HttpProblem(412, 'Somebody reviewed this supplier since you opened it; look at it again.', [
      { place: placeOf(['ifVersion'], place), message: 'not its version any more' },
    ])
}

async function assertSettingsVersion(
  deps: Deps,
  tx: Transaction,
  seen: string,
  place: string,
): Promise<void> {
  if (versionOfSettings(await settingsInForce(deps, tx)) !== seen)
    throw new HttpProblem(412, 'The settings changed since you opened them; look at them again.', [
      { place: placeOf(['ifVersion'], place), message: 'not their version any more' },
    ])
}
