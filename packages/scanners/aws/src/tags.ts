import { claimsOfTags, keptTags, type Tags } from '@ai-census/cloud-kit'
import type { Claim } from '@ai-census/schema'

const STACK = 'aws:cloudformation:stack-name'

/** What tags claim; CloudFormation's own names the stack. */
export function claimsOf(tags: Tags): Claim[] {
  const stack = tags[STACK]?.trim().replace(/\s+/g, ' ').slice(0, 1024)
  return [
    ...claimsOfTags(tags),
    ...(stack ? [{ field: 'system' as const, value: stack, source: 'stack' as const }] : []),
  ]
}

/** Tags as the SDK gives them, by key, without what must not be kept. */
export const tagsFrom = (
  list: readonly { Key?: string | undefined; Value?: string | undefined }[] | undefined,
): Tags => keptTags((list ?? []).map(({ Key, Value }) => [Key ?? '', Value ?? '']))
