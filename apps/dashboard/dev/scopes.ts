/** What was looked at in the made-up estate, and what people decided there. */
import { daysAgo } from './days.ts'
import type { Estate } from './estate.ts'

/** The commit that everything was read at. */
export const commit = '4f1c2b7e9a0d3c5b6e8f7a1d2c3b4a5968778695'

const outcomes = [
  'complete',
  'complete',
  'complete',
  'complete',
  'partial',
  'complete',
  'denied',
  'throttled',
] as const

export function addScopes(estate: Estate): void {
  estate.systems.forEach((system, n) => {
    const status = outcomes[n % outcomes.length] ?? 'complete'
    const key = system.groupKey.replace('repository:', '')
    estate.scopes.push({
      scope: {
        key: key.replaceAll(/\s/g, '-'),
        title: system.groupTitle,
        source: 'github:acme',
        revision: commit,
      },
      scanner: 'code',
      version: '0.1.0',
      catalogue: '2026.11.20',
      coverage:
        status === 'complete'
          ? { status }
          : {
              status,
              reason: status === 'denied' ? 'contents:read' : 'unreadable-files',
              detail:
                status === 'denied'
                  ? 'The token may not read this repository. Grant “Contents: read”.'
                  : '3 files were not read.',
            },
      lookedAt: daysAgo(0.1 + (n % 5) * 0.2),
      completeAt: status === 'complete' ? daysAgo(0.1) : n % 3 ? daysAgo(9) : null,
      findingCount: status === 'denied' ? 0 : system.componentCount,
      unknowns:
        status === 'partial'
          ? [
              {
                place: 'assets/embeddings.bin',
                reason: 'too-large',
                detail: '2.1 GB; files over 1 GB are not read',
              },
              { place: 'package-lock.json', reason: 'malformed', detail: 'Not JSON at line 1' },
              { place: 'docs/loop', reason: 'link-loop', detail: 'The link leads back to itself' },
            ]
          : [],
      unknownCount: status === 'partial' ? 3 : 0,
      held: n % 13 === 7,
    })
  })
}

export function addDecisions(estate: Estate): void {
  let previous = '0'.repeat(64)
  estate.systems
    .filter((s) => s.state !== 'unregistered')
    .forEach((system, n) => {
      const sequence = n + 1
      const hash = `${sequence}`.padStart(64, 'a')
      estate.decisions.push({
        sequence,
        at: daysAgo(18 - (n % 9)),
        author: 'maria.keller',
        body:
          system.state === 'registered'
            ? {
                type: 'register',
                system: system.id,
                groupKeys: [system.groupKey],
                anchors: [],
                fields: { name: system.fields.name?.value ?? '' },
              }
            : { type: 'dismiss', system: system.id, reason: 'A tutorial that nobody runs' },
        previous,
        hash,
      })
      previous = hash
    })
}
