import { type Evidence, type Finding, isCodeLocation } from '@ai-census/schema'
import type { Draft } from '../component.ts'
import type { SystemRule } from './rule.ts'
import { counted, withExample } from './wording.ts'

/** A supplier's key stands in files. Also on dismissed systems: a leaked key does not heal by being ignored. */
export const exposedKey: SystemRule = {
  id: 'exposed-key',
  subject: 'system',
  raise({ drafts }) {
    const places = drafts.filter((d) => d.live && d.component.kind === 'credential').flatMap(placesOf)
    const [first] = places
    if (first === undefined) return null
    return {
      reason: `${withExample(places.length, `${counted(places.length, 'key')} in files`, first)}.`,
      clearedBy:
        'Revoke the key at its supplier and take it out of the files; the next complete scan clears this.',
    }
  },
}

/** The finding's key stands in a file. */
export const isExposedKey = ({ kind, evidence }: Finding): boolean =>
  kind === 'credential' && evidence.some(isKeyInFile)

const isKeyInFile = ({ method, location }: Evidence): boolean => method === 'key' && isCodeLocation(location)

function placesOf({ component, members }: Draft): string[] {
  return members.flatMap((m) => {
    const seen = m.live ? m.finding.evidence.find(isKeyInFile) : undefined
    if (!seen || !isCodeLocation(seen.location)) return []
    return [`${component.name} at ${m.scope.title} ${seen.location.path}:${seen.location.startLine}`]
  })
}
