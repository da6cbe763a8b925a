import { catalogue } from '@ai-census/repositories'
import { lookAgain, settingFindings } from '@ai-census/repositories/hosts'
import { coverParts, createParts, type Parts, ScopeFailure } from '@ai-census/scanner-kit'
import type { Finding, FindingKind } from '@ai-census/schema'
import { needs } from './needs.ts'
import { type Context, evidence, type Home } from './run-state.ts'
import type { Group } from './schema.ts'
import { duoFinding, getGroupSeats, getInstanceSeats, policyOf, recentUse } from './targets/duo.ts'
import { getInstanceSettings, type InstanceScope } from './targets/instance.ts'
import { listSelfHostedModels, modelFinding } from './targets/self-hosted-models.ts'
import { listVariables, type VariableOwner, variablePlace } from './targets/variables.ts'

/** What the names of variables can show. */
export const variableKinds: readonly FindingKind[] = ['credential', 'service']

/** Variables change without a sign, and asking for them costs a request for each project and group. */
export const scanVariables = (owner: VariableOwner, home: Home, ctx: Context): AsyncGenerator<Finding> =>
  lookAgain({ id: `${owner.of}-${owner.id}`, mark: null }, home, ctx, async () => {
    const parts = createParts()
    const place = variablePlace(owner)
    const settings = await parts.all(place.path, listVariables(owner, home))
    return { findings: settingFindings([{ place, settings }], catalogue(), evidence), parts }
  })

export async function* scanGroupDuo(
  group: Group,
  subgroups: readonly Group[],
  home: Home,
  ctx: Context,
): AsyncGenerator<Finding> {
  const parts = createParts()
  const seats = await parts.one('seats', () => getGroupSeats(group, home))
  const used = await parts.one('usage', () => recentUse(group, home))
  coverParts(ctx, withoutOld(parts))
  const policy = policyOf(group)
  if (policy === null) coverHiddenDuo(group, seats?.group?.maxAccessLevel.integerValue ?? null, ctx)
  const otherwise = subgroups
    .filter((one) => policyOf(one) !== null && policyOf(one) !== policy)
    .map(({ full_path }) => full_path)
  yield* duoFinding({
    owner: group.full_path,
    policy,
    addOns: seats?.addOnPurchases ?? [],
    usedOn: used,
    attributes: { otherwiseIn: otherwise.length > 0 ? otherwise.sort().slice(0, 1000) : undefined },
    operation: '/groups/{id}',
  })
}

const OWNER = 50

/** GitLab leaves Duo's settings out for whoever may not see them, and where they are not part of the licence. */
function coverHiddenDuo({ full_path }: Group, level: number | null, ctx: Context): void {
  const shownToOwners = `GitLab shows the Duo settings and seats of ${full_path} to its owners alone.`
  if (level !== null && level >= OWNER)
    ctx.cover('not-enabled', 'licence', `The licence of ${full_path} has no GitLab Duo.`)
  else ctx.cover('denied', needs.duo.permission, shownToOwners)
}

/** A GitLab too old to tell of use is no gap in what it has. */
function withoutOld(parts: Parts): Parts {
  const failures = parts.failures.filter(({ failure }) => failure.status !== 'unsupported')
  return { ...parts, read: parts.read, failures }
}

export async function* scanInstance(what: InstanceScope, home: Home, ctx: Context): AsyncGenerator<Finding> {
  if (what === 'variables') return yield* scanVariables({ of: 'instance', id: 0, path: home.url }, home, ctx)
  if (what === 'self-hosted-models') {
    for await (const model of listSelfHostedModels(home)) yield modelFinding(model, catalogue())
    return
  }
  const settings = await getInstanceSettings(home)
  const policy = policyOf(settings)
  if (policy === null)
    throw new ScopeFailure('not-enabled', 'licence', 'The licence of this GitLab has no GitLab Duo.')
  const parts = createParts()
  const seats = await parts.one('seats', () => getInstanceSeats(home))
  coverParts(ctx, parts)
  yield* duoFinding({
    owner: new URL(home.url).host,
    policy,
    addOns: seats?.addOnPurchases ?? [],
    usedOn: null,
    attributes: {
      directCodeSuggestions:
        settings.disabled_direct_code_suggestions == null
          ? undefined
          : !settings.disabled_direct_code_suggestions,
      automaticCodeReview: settings.auto_duo_code_review_enabled ?? undefined,
    },
    operation: '/application/settings',
  })
}
