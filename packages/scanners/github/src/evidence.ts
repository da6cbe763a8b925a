import { evidenceFrom } from '@ai-census/repositories/hosts'
import type { Finding } from '@ai-census/schema'

export const evidence = evidenceFrom('github')

/** The organisation, for whatever else knows it. */
export const organisationIdentifier = (source: string): Finding['identifiers'][number] => ({
  type: 'github-organization',
  value: source.replace(/^github:/, ''),
})
