import { MOST_COUNTED } from '../../../apps/collector/src/inventory/count-up-to.ts'
import { cursorOf } from '../../../apps/collector/src/inventory/pages.ts'

/** One page of one list: what is asked of the collector, and the bare queries that give the same. */
export interface ListCase extends Bare {
  path: string
  values?: readonly unknown[]
}

interface Bare {
  page: string
  /** How many there are, as far as a list counts. None where there are no filters: the number is kept beside the rows. */
  count?: string
}

/** Rows of the estate that deep pages and filters point at: in the middle of an order, or the largest of their kind. */
export interface Points {
  attention: readonly [number, string]
  systemName: readonly [string, string]
  componentName: readonly [string, string]
  event: readonly [number, number]
  flag: readonly [string, string]
  largestSystem: string
  largestSupplier: string
  component: string
  scope: string
  rareWord: string
  /** Of the ledger at the instant of the past that is asked for. */
  positionThen: number
}

const LIMIT = 'limit 51'
const C = 'collate "C"'

const ALL = 'true'
/** `behind`: where the page begins. */
type ListOf = (where: string, order: string, behind?: string) => Bare

const listOf =
  (columns: string, from: string): ListOf =>
  (where, order, behind = ALL) => ({
    page: `select ${columns} from ${from} where ${where} and ${behind} order by ${order} ${LIMIT}`,
    ...(where !== ALL && {
      count: `select count(*) from (select 1 from ${from} where ${where} limit ${MOST_COUNTED + 1}) counted`,
    }),
  })

const systems = listOf(
  's.*, greatest(s.seen_at, sight.sight_at) as last_seen_at',
  'ai_system s left join scope_sight sight on sight.lane = s.lane',
)
const components = listOf(
  'c.*, greatest(c.seen_at, sight.sight_at) as last_seen_at',
  'component c left join scope_sight sight on sight.lane = c.lane',
)
const plain = (table: string, ...asked: Parameters<ListOf>): Bare => listOf('*', table)(...asked)

const BY_ATTENTION = `s.attention desc, s.id ${C}`
const BY_SYSTEM_NAME = `s.sort_name ${C}, s.id ${C}`
const BY_COMPONENT_NAME = `c.sort_name ${C}, c.id ${C}`
const NEWEST_SYSTEM = `last_seen_at desc nulls last, s.id ${C}`
const NEWEST_COMPONENT = `last_seen_at desc nulls last, c.id ${C}`

const foundIn = (source: string): string => `s.id in (
  select c.system_id from component c join component_finding found on found.component_id = c.id
  join scope on scope.scope_key = found.scope where scope.source = '${source}')`

export const listCases = (points: Points): ListCase[] => [
  ...systemCases(points),
  ...triageCases,
  ...componentCases(points),
  ...registerCases(points),
  ...flagCases(points),
  ...coverageCases,
  ...historyCases(points),
  ...pastCases(points),
]

function systemCases({ attention, systemName, rareWord }: Points): ListCase[] {
  const deep = cursorOf(attention[0], attention[1])
  const deepName = cursorOf(systemName[0], systemName[1])
  const word = `%${rareWord}%`
  return [
    { path: 'systems', ...systems(ALL, BY_ATTENTION) },
    {
      path: `systems?cursor=${deep}`,
      ...systems(ALL, BY_ATTENTION, `s.attention <= $1 and (s.attention < $1 or s.id ${C} > $2)`),
      values: attention,
    },
    { path: 'systems?sort=name', ...systems(ALL, BY_SYSTEM_NAME) },
    {
      path: `systems?sort=name&cursor=${deepName}`,
      ...systems(ALL, BY_SYSTEM_NAME, `(s.sort_name ${C}, s.id ${C}) > ($1, $2)`),
      values: systemName,
    },
    { path: 'systems?sort=-lastSeenAt', ...systems(ALL, NEWEST_SYSTEM) },
    { path: 'systems?sort=lastSeenAt', ...systems(ALL, `last_seen_at, s.id ${C}`) },
    { path: 'systems?sort=-firstSeenAt', ...systems(ALL, `s.first_seen_at desc nulls last, s.id ${C}`) },
    {
      path: 'systems?sort=-risk',
      ...systems(
        ALL,
        `array_position('{low,medium,high}', s.fields #>> '{riskLevel,value}') desc nulls last, s.id ${C}`,
      ),
    },
    { path: 'systems?state=registered', ...systems(`s.state = 'registered'`, BY_ATTENTION) },
    { path: 'systems?flag=unrated', ...systems(`s.flags && '{unrated}'`, BY_ATTENTION) },
    { path: 'systems?supplier=supplier-1', ...systems(`s.suppliers @> '{supplier-1}'`, BY_ATTENTION) },
    {
      path: 'systems?supplier=supplier-400&sort=name',
      ...systems(`s.suppliers @> '{supplier-400}'`, BY_SYSTEM_NAME),
    },
    { path: 'systems?model=model-300', ...systems(`s.models @> '{model-300}'`, BY_ATTENTION) },
    { path: 'systems?source=source-1', ...systems(foundIn('source-1'), BY_ATTENTION) },
    { path: 'systems?source=source-40', ...systems(foundIn('source-40'), BY_ATTENTION) },
    {
      path: 'systems?state=registered&context=production&grade=used,deployed',
      ...systems(
        `s.state = 'registered' and s.contexts && '{production}' and s.grade in ('used', 'deployed')`,
        BY_ATTENTION,
      ),
    },
    {
      path: 'systems?owner=person-3',
      ...systems(
        `(lower(s.fields #>> '{businessOwner,value}') = 'person-3' or lower(s.fields #>> '{technicalOwner,value}') = 'person-3')`,
        BY_ATTENTION,
      ),
    },
    { path: 'systems?assignee=person-50', ...systems(`lower(s.assignee) = 'person-50'`, BY_ATTENTION) },
    {
      path: 'systems?risk=high&live=true',
      ...systems(`s.fields #>> '{riskLevel,value}' = 'high' and s.live`, BY_ATTENTION),
    },
    { path: 'systems?search=payments', ...systems(`s.search like '%payments%'`, BY_ATTENTION) },
    { path: `systems?search=${rareWord}`, ...systems('s.search like $1', BY_ATTENTION), values: [word] },
    { path: 'systems?search=zz', ...systems(`s.search like '%zz%'`, BY_ATTENTION) },
    {
      path: 'systems?search=fraud&sort=-lastSeenAt',
      ...systems(`s.search like '%fraud%'`, NEWEST_SYSTEM),
    },
  ]
}

const WAITING = `s.state = 'unregistered' and not coalesce(s.snoozed_until > '2026-11-23', false)`
const triageCases: ListCase[] = [
  { path: 'triage', ...systems(WAITING, BY_ATTENTION) },
  {
    path: 'triage?flag=exposed-key&live=true',
    ...systems(`${WAITING} and s.flags && '{exposed-key}' and s.live`, BY_ATTENTION),
  },
  {
    path: 'triage?search=claims-bot',
    ...systems(`${WAITING} and s.search like '%claims-bot%'`, BY_ATTENTION),
  },
  {
    path: 'proposals',
    page: `select p.*, to_json(a) as a, to_json(b) as b from merge_proposal p
      join ai_system a on a.id = p.one join ai_system b on b.id = p.other
      order by p.one ${C}, p.other ${C} ${LIMIT}`,
  },
  { path: 'decisions', ...plain('decision', ALL, 'sequence desc') },
  {
    path: 'decisions?type=dismiss&author=person-7',
    ...plain('decision', `body ->> 'type' = 'dismiss' and author = 'person-7'`, 'sequence desc'),
  },
]

function componentCases({ componentName, rareWord, largestSystem, scope }: Points): ListCase[] {
  const word = `%${rareWord}%`
  return [
    { path: 'components', ...components(ALL, BY_COMPONENT_NAME) },
    {
      path: `components?cursor=${cursorOf(componentName[0], componentName[1])}`,
      ...components(ALL, BY_COMPONENT_NAME, `(c.sort_name ${C}, c.id ${C}) > ($1, $2)`),
      values: componentName,
    },
    { path: 'components?sort=-lastSeenAt', ...components(ALL, NEWEST_COMPONENT) },
    { path: 'components?sort=lastSeenAt', ...components(ALL, `last_seen_at, c.id ${C}`) },
    {
      path: 'components?kind=model&sort=-lastSeenAt',
      ...components(`c.kind = 'model'`, NEWEST_COMPONENT),
    },
    { path: 'components?sort=-firstSeenAt', ...components(ALL, `c.first_seen_at desc, c.id ${C}`) },
    { path: 'components?kind=model', ...components(`c.kind = 'model'`, BY_COMPONENT_NAME) },
    {
      path: 'components?kind=model,endpoint&state=missing,gone',
      ...components(`c.kind in ('model', 'endpoint') and c.state in ('missing', 'gone')`, BY_COMPONENT_NAME),
    },
    {
      path: 'components?supplier=supplier-1',
      ...components(`c.supplier = 'supplier-1'`, BY_COMPONENT_NAME),
    },
    {
      path: 'components?supplier=supplier-500',
      ...components(`c.supplier = 'supplier-500'`, BY_COMPONENT_NAME),
    },
    { path: 'components?model=model-1', ...components(`c.model_id = 'model-1'`, BY_COMPONENT_NAME) },
    {
      path: 'components?state=missing&grade=deployed',
      ...components(`c.state = 'missing' and c.grade = 'deployed'`, BY_COMPONENT_NAME),
    },
    {
      path: `components?system=${largestSystem}`,
      ...components('c.system_id = $1', BY_COMPONENT_NAME),
      values: [largestSystem],
    },
    {
      path: `components?scope=${encodeURIComponent(scope)}`,
      ...components(
        'c.id in (select component_id from component_finding where scope = $1)',
        BY_COMPONENT_NAME,
      ),
      values: [scope],
    },
    { path: 'components?search=payments', ...components(`c.search like '%payments%'`, BY_COMPONENT_NAME) },
    {
      path: `components?search=${rareWord}`,
      ...components('c.search like $1', BY_COMPONENT_NAME),
      values: [word],
    },
    {
      path: `components?identifier=${rareWord}.acme.example`,
      ...components('c.identifiers @> $1::jsonb', BY_COMPONENT_NAME),
      values: [JSON.stringify([{ value: `${rareWord}.acme.example` }])],
    },
    {
      path: 'components?hasIdentifier=false',
      ...components('jsonb_array_length(c.identifiers) = 0', BY_COMPONENT_NAME),
    },
  ]
}

function registerCases({ largestSystem }: Points): ListCase[] {
  return [
    { path: 'suppliers', ...plain('supplier', ALL, `system_count desc, slug ${C}`) },
    {
      path: 'suppliers?search=supplier 4',
      ...plain('supplier', `lower(name) like '%supplier 4%'`, `system_count desc, slug ${C}`),
    },
    { path: 'models', ...plain('model', ALL, `component_count desc, row_key ${C}`) },
    {
      path: 'models?host=supplier-2',
      ...plain('model', `hosts @> '{supplier-2}'`, `component_count desc, row_key ${C}`),
    },
    {
      path: `systems/${largestSystem}/evidence`,
      page: `select c.id, f.scope_key, f.key, e.evidence from component c
        join component_finding cf on cf.component_id = c.id
        join finding f on f.scope_key = cf.scope and f.key = cf.key and f.to_position is null
        join finding_content fc on fc.hash = f.hash
        cross join lateral jsonb_array_elements(fc.finding -> 'evidence') with ordinality as e (evidence, place)
        where c.system_id = $1 order by c.id, f.scope_key, f.scanner, f.key, e.place ${LIMIT}`,
      values: [largestSystem],
    },
  ]
}

const SUBJECT = `(subject_type || ' ' || subject_id) ${C}`
const flagCases = ({ flag }: Points): ListCase[] => [
  { path: 'flags', ...plain('flag', ALL, `id ${C}, ${SUBJECT}`) },
  {
    path: `flags?cursor=${cursorOf(flag[0], flag[1])}`,
    ...plain('flag', ALL, `id ${C}, ${SUBJECT}`, `(id ${C}, ${SUBJECT}) > ($1, $2)`),
    values: flag,
  },
  { path: 'flags?sort=subject', ...plain('flag', ALL, `${SUBJECT}, id ${C}`) },
  { path: 'flags?id=exposed-key', ...plain('flag', `id = 'exposed-key'`, `id ${C}, ${SUBJECT}`) },
  {
    path: 'flags?subjectType=scope&sort=subject',
    ...plain('flag', `subject_type = 'scope'`, `${SUBJECT}, id ${C}`),
  },
]

const scopes = listOf(
  'last.*, newest.*',
  `scope join scope_sight sight using (lane) join look last on last.position = sight.look_position
   join look newest on newest.position = (last.record ->> 'newest')::bigint`,
)
const BY_SCOPE = `scope.scope_key ${C}, scope.scanner ${C}`
const scans = listOf('scan.*, (select count(*)::int from look where look.scan = scan.id) as reports', 'scan')
const NEWEST_SCAN = 'started_at desc, id'
const coverageCases: ListCase[] = [
  { path: 'coverage', ...scopes(ALL, BY_SCOPE) },
  { path: 'coverage?sort=-lookedAt', ...scopes(ALL, `newest.finished_at desc, ${BY_SCOPE}`) },
  { path: 'coverage?sort=-unknowns', ...scopes(ALL, `newest.unknown_count desc, ${BY_SCOPE}`) },
  { path: 'coverage?status=denied,failed', ...scopes(`scope.status in ('denied', 'failed')`, BY_SCOPE) },
  { path: 'coverage?held=true', ...scopes('scope.held', BY_SCOPE) },
  { path: 'coverage?hasUnknowns=true', ...scopes('newest.unknown_count > 0', BY_SCOPE) },
  { path: 'coverage?source=source-3', ...scopes(`scope.source = 'source-3'`, BY_SCOPE) },
  {
    path: 'coverage?search=fleet',
    ...scopes(`lower(scope.scope_key || ' ' || scope.title || ' ' || scope.source) like '%fleet%'`, BY_SCOPE),
  },
  { path: 'scans', ...scans(ALL, NEWEST_SCAN) },
  {
    path: 'scans?status=running,denied',
    ...scans(
      `case when finished_at is null then 'running' else coverage ->> 'status' end in ('running', 'denied')`,
      NEWEST_SCAN,
    ),
  },
]

const NEWEST_EVENT = 'run desc, ordinal'
function historyCases({ event, largestSystem, component }: Points): ListCase[] {
  return [
    { path: 'history', ...plain('inventory_event', ALL, NEWEST_EVENT) },
    {
      path: `history?cursor=${cursorOf(event[0], String(event[1]).padStart(9, '0'))}`,
      ...plain('inventory_event', ALL, NEWEST_EVENT, 'run <= $1 and (run < $1 or ordinal > $2)'),
      values: event,
    },
    {
      path: 'history?event=gone,returned',
      ...plain('inventory_event', `event in ('gone', 'returned')`, NEWEST_EVENT),
    },
    {
      path: 'history?subjectType=system&from=2026-11-01T00:00:00Z',
      ...plain('inventory_event', `subject_type = 'system' and at >= '2026-11-01T00:00:00Z'`, NEWEST_EVENT),
    },
    {
      path: `history?subject=${component}`,
      ...plain('inventory_event', 'subject_id = $1', NEWEST_EVENT),
      values: [component],
    },
    {
      path: `systems/${largestSystem}/history`,
      ...plain('inventory_event', 'system_id = $1', NEWEST_EVENT),
      values: [largestSystem],
    },
    {
      path: `history/states?subjectType=component&subjectId=${component}`,
      ...plain('inventory_history', `subject_type = 'component' and subject_id = $1`, 'run desc'),
      values: [component],
    },
  ]
}

export const THEN = '2026-11-16T08:00:00.000Z'
const held = (row: string): string =>
  `${row}.valid_from <= '${THEN}' and (${row}.valid_to is null or ${row}.valid_to > '${THEN}')`

/** When each system of a page had last been seen: by the findings that its components then had, or by their scopes. */
const seenThen = (position: number): string => `(
  select max(coalesce((said.last_seen ->> 'at')::timestamptz, sight.at))
  from (select distinct subject_id from inventory_event
    where system_id = system.subject_id and subject_type = 'component' and at <= '${THEN}') part
  join inventory_history state on state.subject_type = 'component' and state.subject_id = part.subject_id
    and ${held('state')} and state.body ->> 'systemId' = system.subject_id
  cross join lateral jsonb_to_recordset(state.body -> 'findings') as ref (scope text, key text)
  join finding said on said.scope_key = ref.scope and said.key = ref.key
    and said.address = hashtextextended(ref.scope || ' ' || ref.key, 0)
    and said.from_position <= ${position} and (said.to_position is null or said.to_position > ${position})
  left join lateral (select finished_at as at from look
    where look.scope_key = said.scope_key and look.scanner = said.scanner and look.position <= ${position}
    order by look.position desc limit 1) sight on true)`

function pastCases({ positionThen }: Points): ListCase[] {
  const past = (where: string, order: string): Bare => {
    const asked = `system.subject_type = 'system' and ${held('system')} and ${where}`
    const bare = listOf('system.*', 'inventory_history system')(asked, order)
    const page = `select system.body, ${seenThen(positionThen)} as seen_at from (${bare.page}) as system order by ${order}`
    return { ...bare, page }
  }
  return [
    { path: `systems?asOf=${THEN}`, ...past(ALL, `attention desc, subject_id ${C}`) },
    { path: `systems?asOf=${THEN}&sort=name`, ...past(ALL, `sort_name ${C}, subject_id ${C}`) },
    {
      path: `systems?asOf=${THEN}&state=registered&search=payments&sort=name`,
      ...past(
        `body ->> 'state' = 'registered' and search like '%payments%'`,
        `sort_name ${C}, subject_id ${C}`,
      ),
    },
  ]
}
