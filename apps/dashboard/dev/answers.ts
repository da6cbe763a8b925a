/** What the stand-in answers to each request. */
import type { AiSystem, Decision, DecisionBody, Flag, FlagId } from '@ai-census/schema'
import type { HistoryRow, Overview, ScanRow, SystemDetail, SystemRow } from '../src/lib/types.ts'
import { access, isSignedIn } from './access.ts'
import { daysAgo } from './days.ts'
import { decide, type Filed } from './decide.ts'
import type { Estate } from './estate.ts'
import { none, ok, problem, type Reply, type Request } from './reply.ts'

export const rowOf = (system: AiSystem): SystemRow => ({
  ...system,
  name: system.fields.name?.value ?? system.groupTitle,
})

function page<T>(rows: T[], query: URLSearchParams) {
  const from = Number(query.get('cursor') ?? 0)
  const limit = Number(query.get('limit') ?? 50)
  const end = from + limit
  return ok({ rows: rows.slice(from, end), next: end < rows.length ? String(end) : null, total: rows.length })
}

const has = (list: string | null, values: readonly (string | null)[]) =>
  !list || list.split(',').some((v) => values.includes(v))

const matches = (text: string, search: string | null) =>
  !search || text.toLowerCase().includes(search.toLowerCase())

function systems(estate: Estate, query: URLSearchParams): SystemRow[] {
  const rows = estate.systems
    .map(rowOf)
    .filter((s) => matches(`${s.name} ${s.groupTitle}`, query.get('search')))
    .filter((s) => has(query.get('state'), [s.state]))
    .filter((s) => has(query.get('flag'), s.flags))
    .filter((s) => has(query.get('supplier'), s.suppliers))
    .filter((s) => has(query.get('context'), s.contexts))
    .filter((s) => has(query.get('grade'), [s.grade]))
    .filter((s) => has(query.get('model'), s.models))
  const sort = query.get('sort') ?? 'attention'
  const field = sort.replace('-', '')
  if (field === 'attention') return rows.sort((a, b) => b.flags.length - a.flags.length)
  const sortValue = (s: SystemRow) =>
    String(field === 'name' ? s.name.toLowerCase() : s[field as 'lastSeenAt']) // the contract's only other columns
  rows.sort((a, b) => sortValue(a).localeCompare(sortValue(b)))
  return sort.startsWith('-') ? rows.reverse() : rows
}

const clearing: Partial<Record<FlagId, [string, string]>> = {
  unregistered: [
    'Discovered in 1 repository; no registration covers it',
    'Register it, attach it to a registered system, or dismiss it with a reason',
  ],
  unrated: ['Registered without a risk level', 'Set a risk level with its rationale'],
  'exposed-key': [
    'A live key sk-a…9f3c stands in .env.production, line 3',
    'Revoke the key with the provider and remove it from the repository',
  ],
  unowned: ['No CODEOWNERS rule and no tag names an owner', 'Set a technical owner'],
}

function flagsOf(system: AiSystem): Flag[] {
  return system.flags.map((id) => ({
    id,
    subject: { type: 'system', id: system.id },
    reason: clearing[id]?.[0] ?? 'Its evidence meets this condition',
    clearedBy: clearing[id]?.[1] ?? 'Set the missing field or review what changed',
  }))
}

function flags(estate: Estate): Flag[] {
  const gaps = estate.scopes.filter((s) => s.coverage.status !== 'complete')
  return [
    ...estate.systems.flatMap(flagsOf),
    ...estate.suppliers
      .filter((s) => s.review === 'unreviewed')
      .map(
        (s): Flag => ({
          id: 'supplier-unreviewed',
          subject: { type: 'supplier', id: s.slug },
          reason: `${s.systemCount} systems depend on it and nobody reviewed it`,
          clearedBy: 'Review the supplier',
        }),
      ),
    ...gaps.map(
      (s): Flag => ({
        id: 'coverage-gap',
        subject: { type: 'scope', id: s.scope.key },
        reason: `${s.scanner} could not read it whole: ${s.coverage.status}`,
        clearedBy: 'Give what is missing and scan again',
      }),
    ),
  ]
}

export function detailOf(estate: Estate, id: string): SystemDetail | undefined {
  const system = estate.systems.find((s) => s.id === id)
  if (!system) return undefined
  const components = estate.components.filter((c) => c.systemId === id)
  const ids = new Set(components.map((c) => c.id))
  const decisions = estate.decisions.filter((d) => 'system' in d.body && d.body.system === id)
  const relationships = estate.relationships.filter((r) => ids.has(r.from) || ids.has(r.to))
  return {
    system: rowOf(system),
    components: components.slice(0, 100),
    relationships: relationships.slice(0, 100),
    flags: flagsOf(system),
    decisions: decisions.slice(0, 100),
    counts: {
      components: components.length,
      relationships: relationships.length,
      decisions: decisions.length,
    },
    fields: system.fields as SystemDetail['fields'], // the same record without its key type
    version: `v${decisions.length}.${system.fields.name?.at ?? ''}`,
  }
}

function overview(estate: Estate): Overview {
  const raised: Partial<Record<FlagId, number>> = {}
  for (const { id } of flags(estate)) raised[id] = (raised[id] ?? 0) + 1
  const scopes: Record<string, number> = {}
  for (const { coverage } of estate.scopes) scopes[coverage.status] = (scopes[coverage.status] ?? 0) + 1
  const inState = (state: string) => estate.systems.filter((s) => s.state === state).length
  return {
    systems: {
      unregistered: inState('unregistered'),
      registered: inState('registered'),
      dismissed: inState('dismissed'),
    },
    liveSystems: estate.systems.filter((s) => s.live).length,
    components: estate.components.length,
    suppliers: estate.suppliers.length,
    models: estate.models.length,
    flags: raised,
    scopes,
    waiting: estate.systems.filter((s) => s.state === 'unregistered').length,
    newThisWeek: estate.systems.filter((s) => (s.firstSeenAt ?? '') > daysAgo(7)).length,
    lastScanAt: estate.systems.length ? daysAgo(0.1) : null,
  }
}

function scans(estate: Estate): ScanRow[] {
  if (estate.scopes.length === 0) return []
  return Array.from({ length: 9 }, (_, n) => ({
    id: `00000000-0000-4000-8000-00000000000${n}`,
    scanner: n % 3 === 2 ? 'openai' : 'code',
    version: '0.1.0',
    source: n % 3 === 2 ? 'openai:org-acme' : 'github:acme',
    startedAt: daysAgo(n + 0.1),
    finishedAt: n === 0 ? null : daysAgo(n + 0.098),
    reports: n % 3 === 2 ? 4 : estate.scopes.length,
    coverage:
      n === 0
        ? null
        : {
            status: n === 4 ? 'failed' : n % 2 ? 'partial' : 'complete',
            ...(n === 4 ? { detail: 'GitHub answered 502 three times' } : {}),
          },
    change: {
      added: n === 0 ? 3 : 0,
      changed: n % 3,
      missing: n === 1 ? 1 : 0,
      gone: 0,
      returned: 0,
      held: 0,
    },
    heardAt: n === 0 ? daysAgo(0.099) : null,
    expected: n === 0 ? estate.scopes.length + 4 : null,
  }))
}

function history(estate: Estate, system: string | null): HistoryRow[] {
  const rows = estate.systems.flatMap((s): HistoryRow[] => [
    {
      at: s.firstSeenAt ?? '',
      subject: { type: 'system', id: s.id, name: rowOf(s).name },
      event: 'appeared',
      detail: `First seen in ${s.groupTitle}`,
    },
    ...(s.flags.includes('changed-since-review')
      ? [
          {
            at: daysAgo(2),
            subject: { type: 'system', id: s.id, name: rowOf(s).name },
            event: 'changed',
            detail: 'Model gpt-4o-mini was added',
          },
        ]
      : []),
  ])
  const decided = estate.decisions.flatMap((d): HistoryRow[] => {
    const id = 'system' in d.body ? d.body.system : ''
    const of = estate.systems.find((s) => s.id === id)
    return of
      ? [
          {
            at: d.at,
            subject: { type: 'system', id, name: rowOf(of).name },
            event: 'decided',
            detail: `${d.author}: ${d.body.type}`,
          },
        ]
      : []
  })
  return [...rows, ...decided]
    .filter((r) => !system || r.subject.id === system)
    .sort((a, b) => b.at.localeCompare(a.at))
}

/** How much depends on a supplier, and who stands behind it. */
function supplyOf(estate: Estate, slug: string, using: readonly SystemRow[]) {
  const models = estate.models.filter((m) => m.publisher === slug || m.hosts.includes(slug))
  const live = estate.systems.filter((s) => s.live)
  const liveSystems = using.filter((s) => s.live).length
  return {
    models,
    counts: {
      systems: using.length,
      liveSystems,
      components: estate.components.filter((c) => c.supplier === slug).length,
      models: models.length,
    },
    version: '0',
    concentration: live.length ? liveSystems / live.length : null,
    fourthParties: [],
  }
}

function one(estate: Estate, path: string, query: URLSearchParams): Reply {
  const [, , , collection, rawId = '', rest] = path.split('/')
  const id = decodeURIComponent(rawId)
  if (collection === 'systems' && rest === 'evidence') return page(estate.evidence.get(id) ?? [], query)
  if (collection === 'systems') {
    const detail = detailOf(estate, id)
    return detail ? ok(detail) : none()
  }
  if (collection === 'suppliers') {
    const supplier = estate.suppliers.find((s) => s.slug === id)
    if (!supplier) return none()
    const using = estate.systems.filter((s) => s.suppliers.includes(id)).map(rowOf)
    const flags: Flag[] =
      supplier.review === 'unreviewed'
        ? [
            {
              id: 'supplier-unreviewed',
              subject: { type: 'supplier', id },
              reason: 'Nobody has reviewed it',
              clearedBy: 'Review it below',
            },
          ]
        : []
    return ok({ supplier, links: {}, systems: using, flags, ...supplyOf(estate, id, using) })
  }
  if (collection === 'scans') {
    const scan = scans(estate).find((s) => s.id === id)
    return scan
      ? ok({ scan, scopes: estate.scopes.slice(0, 40), statuses: { complete: estate.scopes.length } })
      : none()
  }
  return none()
}

function sorted<T>(rows: T[], sort: string, sortValue: (row: T, field: string) => string | number): T[] {
  const field = sort.replace(/^-/, '')
  const sign = sort.startsWith('-') ? -1 : 1
  return rows.sort((a, b) => {
    const [x, y] = [sortValue(a, field), sortValue(b, field)]
    return (x < y ? -1 : x > y ? 1 : 0) * sign
  })
}

function get(estate: Estate, { path, query }: Request): Reply {
  switch (path) {
    case '/healthz':
      return ok({ status: 'ok' })
    case '/api/v1/version':
      return ok({ name: 'ai-census', version: '0.1.0' })
    case '/api/v1/overview':
      return ok(overview(estate))
    case '/api/v1/systems':
      return page(systems(estate, query), query)
    case '/api/v1/triage': {
      const open = new URLSearchParams(query)
      open.set('state', 'unregistered')
      return page(systems(estate, open), query)
    }
    case '/api/v1/suppliers': {
      const rows = estate.suppliers.filter((s) => matches(s.name, query.get('search')))
      return page(
        sorted(rows, query.get('sort') ?? '-systemCount', (r, f) => (f === 'name' ? r.name : r.systemCount)),
        query,
      )
    }
    case '/api/v1/models': {
      const rows = estate.models.filter(
        (m) =>
          matches(m.id, query.get('search')) &&
          has(query.get('publisher'), [m.publisher]) &&
          has(query.get('host'), m.hosts),
      )
      return page(
        sorted(rows, query.get('sort') ?? '-componentCount', (r, f) =>
          f === 'id' ? r.id : f === 'retiresOn' ? (r.retiresOn ?? '9') : r.componentCount,
        ),
        query,
      )
    }
    case '/api/v1/history/trend':
      return ok({ days: [] })
    case '/api/v1/coverage':
      return page(
        estate.scopes.filter(
          (s) =>
            has(query.get('status'), [s.coverage.status]) &&
            matches(s.scope.title, query.get('search')) &&
            has(query.get('scanner'), [s.scanner]),
        ),
        query,
      )
    case '/api/v1/scans':
      return page(scans(estate), query)
    case '/api/v1/flags':
      return page(
        flags(estate).filter((f) => has(query.get('id'), [f.id])),
        query,
      )
    case '/api/v1/history':
      return page(history(estate, query.get('system')), query)
    case '/api/v1/decisions':
      return page([...estate.decisions].reverse(), query)
    case '/api/v1/audit/log':
      return ok({
        ok: true,
        length: estate.decisions.length,
        head: estate.decisions.at(-1)?.hash ?? '',
        faults: [],
        faultCount: 0,
      })
    default:
      return one(estate, path, query)
  }
}

export function answerRequest(estate: Estate, request: Request): Reply {
  const reply = access(request)
  if (reply) return reply
  if (!isSignedIn() && request.path !== '/healthz') return problem(401, 'Not signed in', 'Sign in first')
  if (request.method === 'GET') return get(estate, request)
  const filed = request.body as Filed // the dashboard is the only caller
  const subject: DecisionBody = filed.body
  if ('system' in subject && filed.ifVersion && detailOf(estate, subject.system)?.version !== filed.ifVersion)
    return problem(412, 'Somebody else changed this system', 'Read it again and decide on what it is now')
  const outcome = decide(estate, filed)
  if (!('decision' in outcome))
    return problem(400, 'Invalid input', 'Some values can’t be taken', outcome.errors)
  const decision: Decision = outcome.decision
  const system = outcome.system ? (detailOf(estate, outcome.system) ?? null) : null
  return { status: 201, body: { decision, system } }
}
