import type { TestDatabase } from '@ai-census/db/testing'

/** How much of everything a made-up estate has. */
export interface EstateSize {
  /** Systems and components, so many of each. */
  rows: number
  suppliers: number
  models: number
  scopes: number
  decisions: number
  scans: number
}

export const estateOf = (rows: number): EstateSize => ({
  rows,
  suppliers: 600,
  models: 400,
  scopes: Math.max(100, Math.round(rows / 50)),
  decisions: Math.round(rows / 20),
  scans: Math.round(rows / 200),
})

const INDEXED = /^CREATE (UNIQUE )?INDEX/

/**
 * Fills the tables of ledger and inventory by statements over whole tables: what a collector would hold after years, with
 * few large and many small suppliers, models, scopes and systems. Indexes are put aside meanwhile.
 */
export async function fillEstate({ pool }: Pick<TestDatabase, 'pool'>, size: EstateSize): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const { rows } = await client.query<{ name: string; made: string }>(`
      select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as made
      from pg_index join pg_class on pg_class.oid = indrelid join pg_namespace n on n.oid = relnamespace
      where nspname = 'public' and not indisprimary and pg_class.relname in
        ('ai_system', 'component', 'component_finding', 'flag', 'inventory_history', 'inventory_event', 'finding')
        and not exists (select from pg_constraint where conindid = indexrelid)`)
    for (const { name } of rows) await client.query(`drop index ${name}`)
    for (const statement of statements(size)) await client.query(statement)
    for (const { made } of rows) {
      if (!INDEXED.test(made)) throw new Error(`not an index: ${made}`)
      await client.query(made)
    }
    await client.query('commit')
    await client.query('vacuum analyze')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

/** Ids sort in another order than everything else, as those of the product do. */
const id = (kind: string, n: string) => `'${kind}_' || substr(md5('${kind}' || (${n})::text), 1, 16)`
/** Between 0 and 1, always the same for one number and one purpose. */
const chance = (n: string, purpose: number) =>
  `((hashint8extended((${n})::bigint, ${purpose}) & 1048575)::float8 / 1048576)`
/** One of so many, the first the most often. */
const oneOf = (many: number, n: string, purpose: number, skew = 3) =>
  `(1 + floor(${many} * power(${chance(n, purpose)}, ${skew})))::int`
const pick = (values: readonly string[], n: string, purpose: number, skew = 1) =>
  `(array['${values.join("', '")}'])[${oneOf(values.length, n, purpose, skew)}]`
const past = (n: string, purpose: number, days: number) =>
  `timestamptz '2026-11-23T08:00:00Z' - interval '1 second' * floor(${days * 86_400} * ${chance(n, purpose)})`

const TEAMS = [
  ...['payments', 'billing', 'search', 'support', 'fraud', 'claims', 'logistics', 'pricing', 'ads', 'hr'],
  ...['legal', 'risk', 'mobile', 'web', 'platform', 'data', 'ml', 'growth', 'identity', 'content'],
  ...['catalog', 'checkout', 'fleet', 'maps', 'media', 'news', 'orders', 'partners', 'returns', 'travel'],
]
const THINGS = [
  ...['bot', 'assistant', 'summary', 'ranker', 'classifier', 'gateway', 'worker', 'portal', 'api', 'agent'],
  ...[
    'copilot',
    'search',
    'router',
    'indexer',
    'scorer',
    'translator',
    'writer',
    'reviewer',
    'planner',
    'tagger',
  ],
]
const KINDS = ['library', 'service', 'model', 'endpoint', 'usage', 'agent', 'credential', 'mcp-server']
const GRADES = ['declared', 'configured', 'used', 'deployed', 'available']
const CONTEXTS = ['production', 'development', 'test', 'ci', 'example', 'documentation']
const FLAGS = ['unregistered', 'unrated', 'unowned', 'incomplete', 'no-monitoring', 'not-seen', 'exposed-key']

/** Both, or the one where they are the same. */
const each = (one: string, other: string) => `array(select distinct unnest(array[${one}, ${other}]))`
const supplier = (size: EstateSize, n: string, purpose: number) =>
  `'supplier-' || ${oneOf(size.suppliers, n, purpose)}`
const model = (size: EstateSize, n: string, purpose: number) =>
  `'model-' || ${oneOf(size.models, n, purpose)}`
const name = (n: string) => `${pick(TEAMS, n, 1)} || '-' || ${pick(THINGS, n, 2)} || '-' || (${n})`
const systemOf = (size: EstateSize, n: string) => id('sys', oneOf(size.rows, n, 20, 1.6))
/** As JSON says it. */
const SAID = `'2026-11-23T08:00:00.000Z'`
const AT = `timestamptz '2026-11-23T08:00:00Z'`

function statements(size: EstateSize): string[] {
  return [
    ...ledger(size),
    systems(size),
    components(size),
    ...registers(size),
    ...flags(size),
    ...history(size),
  ]
}

function ledger({ scopes, scans, decisions, rows }: EstateSize): string[] {
  const scan = (n: string) => `md5('scan' || (${n}))::uuid`
  const scope = (n: string) => `'git:github.com/acme/' || ${name(n)}`
  return [
    `insert into scan (id, scanner, version, catalogue, source, started_at, finished_at, coverage, author)
     select ${scan('i')}, ${pick(['code', 'github', 'aws', 'azure'], 'i', 30, 2)}, '1.0.0', 'c1',
       'source-' || ${oneOf(40, 'i', 31)}, ${AT} - interval '1 hour' * i,
       case when ${chance('i', 32)} < 0.98 then ${AT} - interval '1 hour' * i + interval '20 minutes' end,
       jsonb_build_object('status', ${pick(['complete', 'complete', 'complete', 'partial', 'denied'], 'i', 33)}), 'token'
     from generate_series(1, ${scans}) i`,
    `insert into look (position, at, scan, scope_key, scanner, sequence, version, catalogue, scope, started_at,
       finished_at, coverage, outcome, digest, saw, unknown_count, unknowns, record)
     select i, ${past('i', 34, 30)}, ${scan(oneOf(scans, 'i', 35, 2))}, ${scope('i')}, 'code', 1, '1.0.0', 'c1',
       jsonb_build_object('key', ${scope('i')}, 'title', ${name('i')}), ${past('i', 34, 30)}, ${past('i', 34, 30)},
       jsonb_build_object('status', status), 'recorded', md5(i::text), 50, unknowns,
       (select coalesce(jsonb_agg(jsonb_build_object('place', 'src/' || u, 'reason', 'not-text')), '[]')
        from generate_series(1, unknowns) u),
       jsonb_build_object('describedAt', ${SAID}, 'newest', i, 'held', null, 'lastSequence', 1,
         'sight', jsonb_build_object('sequence', 1, 'at', ${past('i', 34, 30)}, 'version', '1.0.0', 'catalogue', 'c1'),
         'complete', null)
     from (select i, ${pick(['complete', 'partial', 'denied', 'throttled', 'failed'], 'i', 36, 5)} as status,
       case when ${chance('i', 37)} < 0.1 then ${oneOf(30, 'i', 38)} else 0 end as unknowns
       from generate_series(1, ${scopes}) i) one`,
    `insert into scope (scope_key, scanner, title, source, status, held, lane)
     select scope_key, look.scanner, ${name('position')}, scan.source, look.coverage ->> 'status',
       position % 500 = 0, position
     from look join scan on scan.id = look.scan`,
    `insert into scope_sight (lane, look_position, sight_at) select position, position, finished_at from look`,
    `insert into finding_content (hash, finding)
     select md5(i::text), jsonb_build_object('key', 'k' || i, 'kind', 'library', 'name', 'n' || i, 'grade', 'used',
       'context', 'production', 'identifiers', '[]'::jsonb, 'attributes', '{}'::jsonb, 'evidence', jsonb_build_array(
         jsonb_build_object('method', 'import', 'rule', 'r', 'strength', 'strong',
           'location', jsonb_build_object('path', 'src/client.ts', 'startLine', i))))
     from generate_series(1, 1000) i`,
    `insert into finding (scope_key, scanner, key, from_position, kind, hash, presence, opened, first_seen_at,
       changed_at, essence, essence_at)
     select scope.scope_key, 'code', 'k' || i, 1, 'library', md5((1 + i % 1000)::text), 'seen',
       '{"sequence":1,"at":"2026-01-01T00:00:00.000Z","version":"1.0.0","catalogue":"c1"}', ${AT}, ${AT}, 'e', ${AT}
     from generate_series(1, ${rows}) i join scope on scope.lane = ${oneOf(scopes, 'i', 39, 1.5)}`,
    `insert into decision (sequence, position, at, author, body, previous, hash)
     select i, 100000000 + i, ${AT} - interval '1 minute' * (${decisions} - i), 'person-' || ${oneOf(50, 'i', 40)},
       jsonb_build_object('type', ${pick(['register', 'assign', 'dismiss', 'set-fields', 'rate'], 'i', 41, 2)},
         'system', ${id('sys', oneOf(rows, 'i', 42, 1.2))}), 'p', 'h'
     from generate_series(1, ${decisions}) i`,
  ]
}

const systems = (size: EstateSize) => `
  insert into ai_system (id, state, group_key, group_title, fields, suppliers, models, component_count, grade, contexts,
    flags, live, first_seen_at, name, sort_name, search, attention, version, seen_at, lane, assignee, snoozed_until)
  select ${id('sys', 'i')}, state, 'repository:git:github.com/acme/' || name, name,
    jsonb_strip_nulls(jsonb_build_object(
      'name', jsonb_build_object('value', name, 'source', 'pin', 'by', 'ada', 'at', ${SAID}),
      'businessOwner', case when owner % 3 = 0 then
        jsonb_build_object('value', 'person-' || owner, 'source', 'pin', 'by', 'ada', 'at', ${SAID}) end,
      'riskLevel', case when owner % 4 = 0 then jsonb_build_object('value',
        ${pick(['low', 'medium', 'high'], 'i', 50)}, 'source', 'pin', 'by', 'ada', 'at', ${SAID}) end)),
    ${each('one', 'other')}, array[model], ${oneOf(20, 'i', 51)}, ${pick(GRADES, 'i', 52)},
    array[${pick(CONTEXTS, 'i', 53, 2)}], flags, live, ${past('i', 54, 700)}, name, name,
    name || ' ' || name || ' repository:git:github.com/acme/' || name || ' ' || one || ' ' || other || ' ' || model,
    1000000 + case state when 'unregistered' then 100000 else 0 end + case when live then 10000 else 0 end
      + floor(5000 * ${chance('i', 55)})::int,
    md5(i::text), case when not live then ${past('i', 56, 300)} end,
    case when live then ${oneOf(size.scopes, 'i', 57, 1.5)} end,
    case when ${chance('i', 58)} < 0.1 then 'person-' || ${oneOf(50, 'i', 59)} end,
    case when ${chance('i', 60)} < 0.02 then '2027-01-01' end
  from (select i, ${name('i')} as name, ${supplier(size, 'i', 61)} as one, ${supplier(size, 'i', 62)} as other,
    ${model(size, 'i', 63)} as model, ${chance('i', 64)} < 0.9 as live, ${oneOf(300, 'i', 65, 1)} as owner,
    ${pick(['unregistered', 'registered', 'dismissed'], 'i', 66, 1.5)} as state,
    ${each(pick(FLAGS, 'i', 67, 2), pick(FLAGS, 'i', 68, 2))} as flags
    from generate_series(1, ${size.rows}) i) one`

const components = (size: EstateSize) => `
  insert into component (id, system_id, kind, name, supplier, supplier_name, model, grade, context, state, identifiers,
    attributes, findings, first_seen_at, live, model_id, sort_name, search, version, seen_at, lane)
  select ${id('cmp', 'i')}, ${systemOf(size, 'i')}, kind, name, supplier, upper(supplier),
    jsonb_build_object('id', model), ${pick(GRADES, 'i', 70)}, ${pick(CONTEXTS, 'i', 71, 2)}, state,
    case when i % 3 = 0 then jsonb_build_array(jsonb_build_object('type', 'host', 'value', name || '.acme.example'))
      else '[]' end,
    jsonb_build_object('modules', i % 50), jsonb_build_array(jsonb_build_object('scope', scope.scope_key, 'key', 'k' || i)),
    ${past('i', 72, 700)}, state in ('seen', 'returned'), model, name,
    name || ' ' || supplier || ' ' || upper(supplier) || ' ' || model || ' ' || kind, md5(i::text),
    case when state in ('missing', 'gone') or i % 100 = 0 then ${past('i', 73, 300)} end,
    case when state in ('seen', 'returned') then scope.lane end
  from (select i, ${name('i')} as name, ${pick(KINDS, 'i', 74, 2)} as kind, ${supplier(size, 'i', 75)} as supplier,
    ${model(size, 'i', 76)} as model,
    (array['seen', 'missing', 'gone', 'returned'])[case when ${chance('i', 77)} < 0.85 then 1
      else ${oneOf(3, 'i', 78, 1)} + 1 end] as state
    from generate_series(1, ${size.rows}) i) one
  join scope on scope.lane = ${oneOf(size.scopes, 'i', 39, 1.5)}`

const registers = (size: EstateSize) => [
  `insert into component_finding (scope, key, component_id)
   select findings -> 0 ->> 'scope', findings -> 0 ->> 'key', id from component`,
  `insert into tally (facet, subject, value, components)
   select 'supplier-system', supplier, system_id, count(*) from component where live group by supplier, system_id`,
  `insert into supplier (slug, name, country, review, next_review, system_count, component_count, sort_name, version)
   select 'supplier-' || i, 'Supplier ' || i, ${pick(['US', 'DE', 'FR', 'GB', 'CN'], 'i', 80, 2)},
     ${pick(['unreviewed', 'approved', 'restricted', 'rejected'], 'i', 81, 2)},
     case when i % 2 = 0 then (date '2027-01-01' + i)::text end,
     coalesce(systems, 0), coalesce(components, 0), 'supplier ' || i, 'v'
   from generate_series(1, ${size.suppliers}) i left join (
     select subject, count(*) as systems, sum(components) as components from tally
     where facet = 'supplier-system' group by subject) used on subject = 'supplier-' || i`,
  `insert into model (id, publisher, hosts, system_count, component_count, retires_on, row_key, version)
   select 'model-' || i, ${supplier(size, 'i', 82)}, ${each(supplier(size, 'i', 83), supplier(size, 'i', 84))},
     100000 / i, 200000 / i, case when i % 10 = 0 then (date '2027-01-01' + i)::text end, 'p/model-' || i, 'v'
   from generate_series(1, ${size.models}) i`,
  `insert into merge_proposal (one, other, reasons)
   select least(a, b), greatest(a, b), array['They share a name.'] from (
     select ${id('sys', 'i')} as a, ${id('sys', 'i + 1')} as b from generate_series(1, ${size.rows} - 1, 50) i) pair`,
  `insert into relationship ("from", type, "to", version)
   select ${id('cmp', 'i')}, 'uses', ${id('cmp', oneOf(size.rows, 'i', 85, 4))}, 'v'
   from generate_series(1, ${size.rows}, 3) i on conflict do nothing`,
]

const flags = ({ scopes }: EstateSize) => [
  `insert into flag (id, subject, reason, cleared_by, subject_type, subject_id, version)
   select distinct on (system.id, flag) flag, jsonb_build_object('type', 'system', 'id', system.id), 'A sentence of reason.',
     'A decision.', 'system', system.id, 'v'
   from ai_system system, unnest(flags) flag`,
  `insert into flag (id, subject, reason, cleared_by, subject_type, subject_id, version)
   select 'coverage-gap', jsonb_build_object('type', 'scope', 'id', scope_key), 'Not looked at for long.', 'A look.',
     'scope', scope_key, 'v' from scope where lane % 10 = 0 and lane <= ${scopes}`,
]

function history({ rows }: EstateSize): string[] {
  const body = (alias: string) =>
    `(select jsonb_object_agg(k, v) from jsonb_each(to_jsonb(${alias})) e (k, v)
      where k not in ('search', 'version', 'sort_name', 'attention', 'seen_at', 'lane') and v <> 'null')`
  return [
    `insert into inventory_history (subject_type, subject_id, run, valid_from, valid_to, sort_name, attention, search, body)
     select 'system', s.id, 1 + n, first_seen_at + interval '1 day' * n,
       case when n < versions then first_seen_at + interval '1 day' * (n + 1) end, sort_name, attention, search,
       jsonb_build_object('id', s.id, 'state', state, 'groupKey', group_key, 'groupTitle', group_title, 'fields', fields,
         'suppliers', suppliers, 'models', models, 'componentCount', component_count, 'grade', grade,
         'contexts', contexts, 'flags', flags, 'live', live, 'firstSeenAt', first_seen_at, 'lastSeenAt', ${SAID})
     from (select *, length(name) % 3 as versions from ai_system) s, generate_series(0, versions) n`,
    `insert into inventory_history (subject_type, subject_id, run, valid_from, body)
     select 'component', id, 1, first_seen_at, ${body('c')} from (
       select id, system_id as "systemId", kind, name, supplier, grade, context, state, identifiers, attributes, findings,
         first_seen_at from component) c`,
    `insert into inventory_event (run, ordinal, at, subject_type, subject_id, subject_name, system_id, event, detail)
     select 1 + i / 200, i % 200, ${AT} - interval '1 minute' * (${Math.round(rows / 100)} - i / 200),
       case when i % 3 = 0 then 'system' else 'component' end,
       case when i % 3 = 0 then ${id('sys', 'i / 2')} else ${id('cmp', 'i / 2')} end, ${name('i / 2')},
       ${id('sys', 'i / 2')}, ${pick(['appeared', 'changed', 'missing', 'gone', 'returned'], 'i', 90, 2)}, 'It changed.'
     from generate_series(2, ${2 * rows}) i`,
    `insert into reconciliation (run, position, at) select run, run, min(at) from inventory_event group by run`,
    `update head set position = 100000000, at = ${AT}`,
    ...countEstate,
  ]
}

const counted = (subject: string, table: string, name: string) =>
  `insert into inventory_count (subject, name, n) select '${subject}', ${name}, count(*) from ${table} group by 2`
const LIFE = `case when live then 'live' else 'past' end`

/** As reconciling keeps it. */
export const countEstate: readonly string[] = [
  counted('system', 'ai_system', `'state:' || state || ':' || ${LIFE}`),
  counted(
    'system',
    '(select distinct id, state, live, unnest(suppliers) as supplier from ai_system) each',
    `'supplier:' || supplier || ':' || state || ':' || ${LIFE}`,
  ),
  ...['flag', 'context', 'model'].map((name) =>
    counted(
      'system',
      `(select distinct id, unnest(${name}s) as value from ai_system) each`,
      `'${name}:' || value`,
    ),
  ),
  counted('system', 'ai_system', `'grade:' || grade`),
  counted('system', 'ai_system', `'risk:' || coalesce(fields #>> '{riskLevel,value}', 'none')`),
  ...['state', 'kind', 'grade', 'context', 'supplier'].map((name) =>
    counted('component', 'component', `'${name}:' || ${name}`),
  ),
  counted('component', 'component', `'model:' || model_id`),
  counted('flag', 'flag', `'id:' || id`),
  ...['supplier', 'model'].map((table) => counted(table, table, `'all'`)),
  counted('event', 'inventory_event', `'all'`),
]
