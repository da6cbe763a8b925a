import { concludeWhole } from '@ai-census/detectors'
import type { Evidence, Finding } from '@ai-census/schema'
import { analyserFor, catalogue } from '../analysis/setup.ts'

/**
 * What a text shows that a host keeps beside the files of a repository: a configuration that is written in its settings.
 *
 * @param path a name as a file of the kind would have, for the detectors
 * @param place where the text is, for people; takes the place of file and line
 */
export function findingsInText(
  path: string,
  text: string,
  { fingerprintKey }: { readonly fingerprintKey: string | Uint8Array },
  place: Evidence['location'],
): Finding[] {
  const signs = analyserFor({ fingerprintKey }).analyse(path, Buffer.from(text))
  const { findings } = concludeWhole([{ path, signs }], catalogue())
  return findings.map((finding) => ({
    ...finding,
    evidence: finding.evidence.map((one) => ({ ...one, location: place })),
  }))
}
