import type {
  Coverage,
  DecisionBody,
  Finding,
  FindingRef,
  OrganisationSettings,
  RiskAnswers,
  RuleMatch,
  ScanReport,
  Scope,
} from '@ai-census/schema'
import fc from 'fast-check'
import { systemId } from '../ids.ts'
import { defaultSettings, type Settings } from '../settings.ts'
import { finding } from './build.ts'

/**
 * Small worlds in which everything meets everything: few scopes, few keys, few identifiers, so that joins, clashes,
 * moves between groups and guards happen in most cases and not in one of a thousand.
 */
export const settings: Settings = { ...defaultSettings, joinLimit: 3, relationLimit: 2, brakeLeast: 4 }

const SCOPES: readonly string[] = [
  'git:github.com/acme/shop',
  'git:github.com/acme/web',
  'aws:111122223333/eu-west-1/sagemaker',
  'aws:111122223333/us-east-1/bedrock',
  'openai:org-1/proj-1',
]
const KEYS = ['a', 'b', 'c', 'd', 'e', 'f']
const GROUPS = [
  'repository:git:github.com/acme/shop',
  'repository:git:github.com/acme/web',
  'account:aws:111122223333',
  'project:openai:org-1/proj-1',
  'system:checkout',
  'system:support',
  'development-tool:openai',
]
const SYSTEMS = [...GROUPS.map(systemId), 'sys_new_1', 'sys_new_2']

const identifier = fc.oneof(
  fc.record({ type: fc.constant('arn'), value: fc.constantFrom('arn:aws:1', 'arn:aws:2', 'arn:aws:3') }),
  fc.record({
    type: fc.constant('host'),
    value: fc.constantFrom('one.openai.azure.com', 'two.openai.azure.com'),
  }),
  fc.record({ type: fc.constant('key-redacted'), value: fc.constantFrom('sk-a…z', 'sk-b…y') }),
  fc.record({ type: fc.constant('key-fingerprint'), value: fc.constantFrom('f1', 'f2') }),
  fc.record({ type: fc.constant('huggingface-repo'), value: fc.constantFrom('acme/bert') }),
  fc.record({ type: fc.constant('purl'), value: fc.constantFrom('pkg:npm/openai', 'pkg:npm/ai') }),
)

const claim = fc.oneof(
  fc.record({
    field: fc.constant('system' as const),
    value: fc.constantFrom('checkout', 'Support'),
    source: fc.constantFrom('manifest' as const, 'tag' as const, 'stack' as const),
  }),
  fc.record({
    field: fc.constantFrom('technical-owner' as const, 'purpose' as const, 'name' as const),
    value: fc.constantFrom('team-a', 'team-b'),
    source: fc.constantFrom('tag' as const, 'codeowners' as const, 'provider' as const),
  }),
)

const optional = <K extends string, T>(key: K, value: fc.Arbitrary<T>): fc.Arbitrary<Partial<Record<K, T>>> =>
  // A computed key widens to an index signature; the shape is exactly `{ [key]?: value }`.
  fc
    .option(value, { nil: undefined })
    .map((v) => (v === undefined ? {} : { [key]: v }) as Partial<Record<K, T>>)

const essentials = fc.record({
  key: fc.constantFrom(...KEYS),
  kind: fc.constantFrom(
    'endpoint' as const,
    'endpoint' as const,
    'service' as const,
    'credential' as const,
    'usage' as const,
    'model' as const,
    'agent' as const,
    'assistant' as const,
    'library' as const,
    'dataset' as const,
  ),
  supplier: fc.constantFrom('openai', 'anthropic', null),
  name: fc.constantFrom('checkout', 'support', 'thing'),
  grade: fc.constantFrom('available' as const, 'declared' as const, 'configured' as const, 'used' as const),
  context: fc.constantFrom('production' as const, 'development' as const, 'documentation' as const),
  identifiers: fc.array(identifier, { maxLength: 3 }),
})

const anyFinding: fc.Arbitrary<Finding> = fc
  .tuple(
    essentials,
    optional('model', fc.record({ id: fc.constantFrom('gpt-4o', 'GPT-4o', 'claude-4') })),
    optional('claims', fc.array(claim, { maxLength: 1 })),
    optional(
      'relations',
      fc.array(fc.record({ type: fc.constantFrom('uses' as const, 'calls' as const), to: identifier }), {
        maxLength: 1,
      }),
    ),
  )
  .map(([base, ...more]) => finding(Object.assign({ ...base }, ...more)))

export const findings = fc.uniqueArray(anyFinding, { maxLength: 6, selector: (f) => f.key })

const anyScope: fc.Arbitrary<Scope> = fc
  .tuple(fc.constantFrom(...SCOPES), optional('claims', fc.array(claim, { maxLength: 1 })))
  .map(([key, claims]) => ({ key, title: key.slice(key.indexOf(':') + 1), ...claims }))

const coverage: fc.Arbitrary<Coverage> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Coverage>({ status: 'complete' }) },
  {
    weight: 1,
    arbitrary: fc.constant<Coverage>({ status: 'complete', kinds: ['endpoint', 'service'] }),
  },
  { weight: 1, arbitrary: fc.constantFrom<Coverage[]>({ status: 'partial' }, { status: 'throttled' }) },
)

/** When the nth look of a test finishes. */
export const at = (n: number): string => new Date(Date.UTC(2026, 8, 1) + n * 7_200_000).toISOString()

/** A report without its time, which its place in a test gives. */
export const look: fc.Arbitrary<ScanReport> = fc
  .record({
    scope: anyScope,
    scanner: fc.constantFrom('code', 'code', 'cloud'),
    version: fc.constantFrom('1.0.0', '1.0.0', '1.0.0', '1.1.0'),
    catalogue: fc.constant('c1'),
    coverage,
    findings,
    gone: fc.oneof(
      { weight: 4, arbitrary: fc.constant<string[]>([]) },
      { weight: 1, arbitrary: fc.subarray(KEYS, { maxLength: 2 }) },
    ),
  })
  .map(({ gone, ...part }) => ({
    ...part,
    deleted: gone.filter((key) => part.findings.every((f) => f.key !== key)),
  }))
  .map((part) => ({ ...part, startedAt: at(0), finishedAt: at(0), unknowns: [] }))

export const anyRef: fc.Arbitrary<FindingRef> = fc.record({
  scope: fc.constantFrom(...SCOPES),
  key: fc.constantFrom(...KEYS),
})

type FieldPatch = Extract<DecisionBody, { type: 'set-fields' }>['fields']

const refs = fc.array(anyRef, { minLength: 1, maxLength: 3 })
const system = fc.constantFrom(...SYSTEMS)
const name = fc.constantFrom('Checkout', 'Support desk', 'Search')

/** Somebody registers a discovered system, or one that is yet to be discovered. */
export const registration: fc.Arbitrary<Extract<DecisionBody, { type: 'register' }>> = fc
  .constantFrom(...GROUPS)
  .chain((group) =>
    fc.record({
      type: fc.constant('register' as const),
      system: fc.constant(systemId(group)),
      groupKeys: fc.constant<string[]>([group]),
      anchors: fc.array(anyRef, { maxLength: 3 }),
      fields: fc.record({ name }),
    }),
  )

/** Any decision but a revoke. */
export const deed: fc.Arbitrary<DecisionBody> = fc.oneof(
  registration,
  fc.record({
    type: fc.constant('set-fields' as const),
    system,
    fields: fc.constantFrom<FieldPatch[]>(
      { riskLevel: 'high' },
      { riskLevel: null },
      { purpose: 'sells things' },
    ),
  }),
  fc.record({
    type: fc.constant('rate' as const),
    system,
    level: fc.constantFrom('low', 'high'),
    answers: fc.constantFrom<RiskAnswers[]>(
      {},
      { 'supplier-opacity': 'reviewed', 'data-sensitivity': 'internal', oversight: 'sampled' },
    ),
    rationale: fc.constant('seen by a person'),
    nextReview: fc.constant('2027-01-31'),
  }),
  fc.record({ type: fc.constant('dismiss' as const), system, reason: fc.constant('no AI in it') }),
  fc.record({
    type: fc.constant('dismiss' as const),
    system,
    reason: fc.constant('for now'),
    expires: fc.constantFrom('2026-09-02', '2026-11-30', '2027-05-01'),
  }),
  fc.record({ type: fc.constant('restore' as const), system }),
  fc.record({ type: fc.constant('attach' as const), system, findings: refs }),
  fc.record({ type: fc.constant('merge' as const), from: system, into: system }),
  fc.record({ type: fc.constant('split' as const), system, newSystem: system, name, findings: refs }),
  fc.record({
    type: fc.constant('not-duplicates' as const),
    systems: fc.tuple(system, system),
    reason: fc.constant('two teams'),
  }),
  fc.record({
    type: fc.constant('confirm-presence' as const),
    findings: refs,
    present: fc.boolean(),
    reason: fc.constant('looked there'),
  }),
  fc.record({
    type: fc.constant('assign' as const),
    system,
    assignee: fc.constantFrom('ada', 'grace', null),
  }),
  fc.record({
    type: fc.constant('snooze' as const),
    system,
    until: fc.constantFrom('2026-09-02', '2027-01-31', null),
  }),
  fc.record({
    type: fc.constant('configure' as const),
    settings: fc.constantFrom<Partial<OrganisationSettings>[]>(
      { riskLevels: ['minor', 'high'] },
      { requiredFields: ['purpose'], usageDays: 1 },
      { staleDays: 1 },
    ),
  }),
  fc.record({
    type: fc.constant('set-rule' as const),
    rule: fc.record(
      {
        id: fc.constantFrom('tests', 'one-supplier'),
        name: fc.constant('Of no consequence'),
        match: fc.constantFrom<RuleMatch[]>(
          { contexts: ['test', 'example'] },
          { suppliers: ['openai'] },
          { scope: 'git:*', path: 'src/*' },
        ),
        reason: fc.constant('no AI of ours'),
        expires: fc.constantFrom('2026-09-02', '2027-01-31'),
      },
      { requiredKeys: ['id', 'name', 'match', 'reason'] },
    ),
  }),
  fc.record({ type: fc.constant('remove-rule' as const), rule: fc.constantFrom('tests', 'one-supplier') }),
  fc.record({
    type: fc.constant('review-supplier' as const),
    supplier: fc.constantFrom('openai', 'anthropic', 'mistral'),
    review: fc.constantFrom('approved' as const, 'restricted' as const),
  }),
)

export const decision: fc.Arbitrary<DecisionBody> = fc.oneof(
  { weight: 5, arbitrary: deed },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('revoke' as const), sequence: fc.integer({ min: 1, max: 6 }) }),
  },
)

/** What happens to an estate, in order. */
export type Event = { readonly look: ScanReport } | { readonly decision: DecisionBody }

export const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 2, arbitrary: look.map((one) => ({ look: one })) },
  { weight: 1, arbitrary: decision.map((one) => ({ decision: one })) },
)

/** A person's rating, of whichever system. */
export const rating = {
  type: 'rate' as const,
  level: 'high',
  answers: { autonomy: 'advises' as const, 'supplier-opacity': 'unreviewed' as const },
  rationale: 'a person looked',
  nextReview: '2027-01-31',
}
