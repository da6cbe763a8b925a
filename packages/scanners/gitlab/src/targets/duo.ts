import { known } from '@ai-census/repositories/hosts'
import { ScopeFailure } from '@ai-census/scanner-kit'
import type { AttributeValue, Finding, Grade } from '@ai-census/schema'
import { needs } from '../needs.ts'
import { evidence, type Home } from '../run-state.ts'
import { type AddOn, type Group, GroupSeats, InstanceSeats, Usage } from '../schema.ts'

// REST has no endpoint for seats and use; GraphQL has.
const ADD_ONS = 'name purchasedQuantity assignedQuantity'
const SEATS = `query($path: ID!, $id: NamespaceID!) {
  group(fullPath: $path) { maxAccessLevel { integerValue } }
  addOnPurchases(namespaceId: $id) { ${ADD_ONS} }
}`
const INSTANCE_SEATS = `query { addOnPurchases { ${ADD_ONS} } }`
// That somebody used it, and not who.
const USE = `query($path: ID!, $since: Date) {
  group(fullPath: $path) { aiUsageData { all(startDate: $since, first: 1) { nodes { event timestamp } } } }
}`

export const getGroupSeats = ({ id, full_path }: Group, { api }: Home): Promise<GroupSeats> =>
  api.graph(SEATS, { path: full_path, id: `gid://gitlab/Group/${id}` }, GroupSeats, needs.duo)

export const getInstanceSeats = ({ api }: Home) =>
  api.graph(INSTANCE_SEATS, {}, InstanceSeats, needs.instance)

/** The day of a use of Duo in the last thirty days, or null. */
export async function recentUse({ full_path: path }: Group, { api, now }: Home): Promise<string | null> {
  const since = new Date(now() - 30 * 86_400_000).toISOString().slice(0, 10)
  const { group } = await api.graph(USE, { path, since }, Usage, needs.duo)
  const events = group?.aiUsageData?.all?.nodes
  if (!events)
    throw new ScopeFailure('denied', needs.duo.permission, `GitLab does not say whether ${path} uses Duo.`)
  return events[0]?.timestamp.slice(0, 10) ?? null
}

/** `on`, `off`, and whether groups and projects below may decide otherwise; null where GitLab does not say. */
export type DuoPolicy = 'on' | 'off-by-default' | 'always-off'

export function policyOf({
  duo_features_enabled: isOn,
  lock_duo_features_enabled: isLocked,
}: {
  readonly duo_features_enabled?: boolean | null | undefined
  readonly lock_duo_features_enabled?: boolean | null | undefined
}): DuoPolicy | null {
  if (isOn === undefined || isOn === null) return null
  return isOn ? 'on' : isLocked ? 'always-off' : 'off-by-default'
}

interface DuoLook {
  /** A group's path, or the host of a whole GitLab. */
  readonly owner: string
  readonly policy: DuoPolicy | null
  readonly addOns: readonly AddOn[]
  readonly usedOn: string | null
  readonly attributes: Record<string, AttributeValue | undefined>
  readonly operation: string
}

/** A seat is bought; that somebody works with it shows in its use. */
export function* duoFinding(look: DuoLook): Generator<Finding> {
  const { owner, policy, usedOn, operation } = look
  const addOns = look.addOns.filter(({ name }) => name === 'CODE_SUGGESTIONS' || name.startsWith('DUO_'))
  const assigned = sum(addOns.map(({ assignedQuantity }) => assignedQuantity))
  const isOff = policy === null || policy === 'always-off'
  if (isOff && addOns.length === 0 && usedOn === null) return
  yield {
    key: 'assistant:gitlab-duo',
    kind: 'assistant',
    supplier: 'gitlab-duo',
    product: 'GitLab Duo',
    name: `GitLab Duo of ${owner}`,
    grade: gradeOf(usedOn !== null, assigned > 0 && policy !== 'always-off', policy === 'on'),
    context: 'development',
    identifiers: [{ type: 'gitlab-group', value: owner }],
    attributes: known({
      availability: policy ?? undefined,
      addOns: addOns.length > 0 ? addOns.map(({ name }) => name).sort() : undefined,
      seats: addOns.length > 0 ? sum(addOns.map(({ purchasedQuantity }) => purchasedQuantity)) : undefined,
      assignedSeats: addOns.length > 0 ? assigned : undefined,
      usedOn: usedOn ?? undefined,
      ...look.attributes,
    }),
    evidence: [
      ...(policy === null ? [] : [evidence('duo', operation, owner)]),
      ...(addOns.length === 0 ? [] : [evidence('duo-seats', 'POST /api/graphql addOnPurchases', owner)]),
      ...(usedOn === null ? [] : [evidence('duo-use', 'POST /api/graphql aiUsageData', owner, 'metric')]),
    ],
  }
}

const gradeOf = (isUsed: boolean, hasSeats: boolean, isOn: boolean): Grade =>
  isUsed ? 'used' : hasSeats || isOn ? 'configured' : 'available'

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
