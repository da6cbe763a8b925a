import { makerNamed } from '@ai-census/cloud-kit'
import type { Place } from './place.ts'

/** AWS's own things (foundation models, AWS-managed hubs) have no account in their ARN, or `aws`: everybody's. */
const IN_AN_ACCOUNT = /^arn:[^:]+:[^:]+:[^:]*:\d{12}:/
/** AWS's own profiles over several regions have the caller's account in their ARN, and a model's id behind it. */
const SYSTEM_PROFILE = /:inference-profile\/((?:[a-z-]+\.)+[^/]+)$/

export const isOwnArn = (arn: string): boolean => IN_AN_ACCOUNT.test(arn) && !SYSTEM_PROFILE.test(arn)

/**
 * `arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-v2` → `anthropic.claude-v2`,
 * `arn:aws:bedrock:us-east-1:111122223333:inference-profile/us.amazon.nova-lite-v1:0` → `us.amazon.nova-lite-v1:0`; other
 * ids stay.
 */
export const modelIdOf = (arnOrId: string): string =>
  /:foundation-model\/(.+)$/.exec(arnOrId)?.[1] ?? SYSTEM_PROFILE.exec(arnOrId)?.[1] ?? arnOrId

/** Where a profile of AWS's own leads: `eu.anthropic.…`. */
const GEOGRAPHY = /^(?:us-gov|us|eu|apac|ap|jp|au|ca|global|sa|mx|in|kr|me|af|il|uk|cn)\.(?=[a-z0-9-]+\.)/

/** The model itself, which a profile over several regions names. */
export const baseModelOf = (id: string): string => id.replace(GEOGRAPHY, '')

/** Bedrock's ids of what one has made: profiles, provisioned throughput, imported and custom models. */
const OWN_ID = /^[a-z0-9]{12}$/
export const isOwnId = (id: string): boolean => OWN_ID.test(id)

/** Bedrock's ids begin with who makes the model: `deepseek.r1-v1:0`. */
function makerIn({ catalogue }: Place, id: string): string | undefined {
  const maker = /^([a-z][a-z0-9]+)\.[a-z]/.exec(baseModelOf(id))?.[1]
  return maker ? makerNamed(catalogue, maker) : undefined
}

/** A model that is known by name: what is one's own has no publisher and no name that means anything to others. */
export function namedModel(place: Place, named: string): { id: string; publisher?: string } | null {
  if (named === '' || isOwnArn(named) || isOwnId(named)) return null
  const id = modelIdOf(named).slice(0, 512)
  const publisher = place.catalogue.modelOwner(id)?.publisher ?? makerIn(place, id)
  return publisher ? { id, publisher } : { id }
}
