import type { Finding } from '@ai-census/schema'
import type { FirstSeen } from './first-seen.ts'
import { type HistoryOptions, historyOf, stillNotFound } from './history.ts'
import { earlierLook, knownFirsts, reachOf, type StoredHistory } from './known.ts'
import { traceId, traceOf } from './trace.ts'

export interface Dated {
  readonly findings: readonly Finding[]
  readonly history: StoredHistory
}

/** Findings with the commits that they came with, as far as the history tells; answers of an earlier look are used again. */
export async function withHistory(
  findings: readonly Finding[],
  earlier: StoredHistory | null,
  authors: boolean,
  options: HistoryOptions,
): Promise<Dated> {
  const { place, limits, chosen, catalogue, signal } = options
  const reach = await reachOf(place, [limits, chosen], signal)
  const look = await earlierLook(earlier, place, reach, signal)
  const known = knownFirsts(look, place.commit)
  const unknown = findings.filter(({ key }) => !known.has(key))
  const silent = look ? await stillNotFound(unknown, look.history, options) : new Set()
  const found = await historyOf(
    unknown.filter(({ key }) => !silent.has(key)),
    options,
  )
  const firsts = findings.map(({ key }) => [key, known.get(key) ?? found.get(key) ?? null] as const)
  const byKey = new Map(firsts)
  return {
    findings: findings.map((finding) => dated(finding, byKey.get(finding.key) ?? null, authors)),
    history: {
      reach,
      commit: place.commit,
      firsts,
      sought: findings
        .filter(({ key }) => !byKey.get(key))
        .map((finding) => [finding.key, traceId(traceOf(finding, catalogue))]),
    },
  }
}

/** All of them or none, so that no two repositories' answers are mixed where their findings are one component. */
function dated(finding: Finding, first: FirstSeen | null, authors: boolean): Finding {
  if (!first) return finding
  return {
    ...finding,
    attributes: {
      ...finding.attributes,
      firstCommit: first.commit,
      firstCommitAt: new Date(first.at * 1000).toISOString(),
      firstCommitBy: authors && first.author ? first.author.slice(0, 200) : null,
      firstCommitExact: first.exact,
    },
  }
}
