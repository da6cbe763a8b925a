/** A made-up company as the collector would show it. For development and screenshots; never in the build. */

import type { ScopeRow } from '@ai-census/api'
import type {
  AiSystem,
  Component,
  Decision,
  Evidence,
  FieldAnswer,
  FindingKind,
  FlagId,
  Grade,
  Model,
  Relationship,
  Supplier,
  SystemField,
} from '@ai-census/schema'
import { daysAgo } from './days.ts'
import { addDecisions, addScopes, commit } from './scopes.ts'
import { hostile, type Seed, seeds, supplierSeeds } from './seeds.ts'

export interface Estate {
  systems: AiSystem[]
  components: Component[]
  suppliers: Supplier[]
  models: Model[]
  relationships: Relationship[]
  decisions: Decision[]
  evidence: Map<string, { scopeKey: string; findingKey: string; evidence: Evidence }[]>
  scopes: ScopeRow[]
}

const answer = (value: string, source: FieldAnswer['source'], by: string, days: number): FieldAnswer => ({
  value,
  source,
  by,
  at: daysAgo(days),
})

function fieldsOf(seed: Seed, index: number): AiSystem['fields'] {
  const scope = `git:github.com/acme/${seed.repo}`
  const fields: Partial<Record<SystemField, FieldAnswer>> = {
    name: answer(
      seed.name,
      seed.registered ? 'pin' : 'container',
      seed.registered ? 'maria.keller' : scope,
      20,
    ),
  }
  if (seed.owner) fields.technicalOwner = answer(seed.owner, 'codeowners', scope, 12)
  if (seed.purpose)
    fields.purpose = answer(
      seed.purpose,
      seed.registered ? 'pin' : 'manifest',
      seed.registered ? 'maria.keller' : scope,
      18,
    )
  if (!seed.registered) return fields
  fields.technicalOwner = {
    ...answer('Platform team', 'pin', 'maria.keller', 18),
    discovered: { value: seed.owner ?? '@acme/platform', source: 'codeowners', by: scope },
  }
  fields.businessOwner = answer('Jonas Weber, Head of Service', 'pin', 'maria.keller', 18)
  fields.userImpact = answer(index % 2 ? 'customer-facing' : 'internal', 'pin', 'maria.keller', 18)
  fields.data = answer(
    'Support tickets, customer names and e-mail addresses; confidential',
    'pin',
    'maria.keller',
    18,
  )
  fields.lifecycle = answer('deployed', 'pin', 'maria.keller', 18)
  if (seed.risk) {
    fields.riskLevel = answer(seed.risk, 'pin', 'maria.keller', 9)
    fields.riskRationale = answer('A person reads each draft before it is sent.', 'pin', 'maria.keller', 9)
    fields.monitoringMethod = answer(
      'Weekly sample of 50 answers, scored by the service team',
      'pin',
      'maria.keller',
      9,
    )
    fields.nextReview = answer(daysAgo(-120).slice(0, 10), 'pin', 'maria.keller', 9)
  }
  return fields
}

function flagsOf(seed: Seed, index: number): FlagId[] {
  if (seed.dismissed) return []
  const flags: FlagId[] = seed.registered ? [] : ['unregistered']
  if (seed.registered && !seed.risk) flags.push('unrated', 'no-monitoring', 'incomplete')
  if (!seed.owner && !seed.registered) flags.push('unowned')
  if (index % 7 === 2) flags.push('exposed-key')
  if (index % 9 === 4) flags.push('model-retiring')
  if (index % 11 === 6) flags.push('possible-duplicate')
  if (seed.registered && index % 4 === 3) flags.push('changed-since-review')
  return flags
}

interface Part {
  kind: FindingKind
  name: string
  grade: Grade
  supplier: string | null
  model?: { id: string; publisher?: string }
  evidence: Evidence[]
}

const code = (
  repo: string,
  path: string,
  line: number,
  method: Evidence['method'],
  rule: string,
  excerpt: string,
): Evidence => ({
  method,
  rule,
  strength: 'strong',
  location: {
    path,
    startLine: line,
    commit,
    url: `https://github.com/acme/${encodeURIComponent(repo)}/blob/${commit}/${path}#L${line}`,
  },
  excerpt,
})

function partsOf(seed: Seed): Part[] {
  const [supplier, model] = [seed.supplier, seed.model]
  const main = seed.path ?? 'src/assistant.ts'
  const parts: Part[] = [
    {
      kind: 'service',
      name: `${supplier} API`,
      grade: seed.grade,
      supplier,
      evidence: [
        code(
          seed.repo,
          main,
          14,
          'call',
          `${supplier}/client`,
          `const client = new Client({ baseURL: process.env.AI_BASE_URL })`,
        ),
        code(
          seed.repo,
          'config/production.yaml',
          31,
          'host',
          `${supplier}/host`,
          `endpoint: https://api.${supplier}.example/v1`,
        ),
      ],
    },
    {
      kind: 'library',
      name: `${supplier} SDK`,
      grade: 'declared',
      supplier,
      evidence: [
        code(seed.repo, 'package.json', 22, 'manifest', `${supplier}/npm`, `"${supplier}": "^5.2.0",`),
      ],
    },
  ]
  if (model)
    parts.push({
      kind: 'model',
      name: model,
      grade: seed.grade,
      supplier,
      model: { id: model, publisher: seed.publisher ?? supplier },
      evidence: [
        code(
          seed.repo,
          main,
          27,
          'model-id',
          `${seed.publisher ?? supplier}/model`,
          seed.excerpt ?? `model: '${model}',`,
        ),
      ],
    })
  if (seed.key)
    parts.push({
      kind: 'credential',
      name: `${supplier} key sk-a…9f3c`,
      grade: 'used',
      supplier,
      evidence: [
        code(
          seed.repo,
          '.env.production',
          3,
          'key',
          `${supplier}/key`,
          'AI_API_KEY=sk-a***********************9f3c',
        ),
        {
          method: 'api',
          rule: 'openai/api-key',
          strength: 'strong',
          location: {
            api: 'openai-admin',
            operation: 'ListProjectApiKeys',
            resource: 'org-acme/proj_support/key_abc123',
          },
          excerpt: 'last_used_at 2026-11-22',
        },
      ],
    })
  return parts
}

function addSystem(estate: Estate, seed: Seed, index: number): void {
  const id = `sys_${(index + 1).toString(36).padStart(6, '0')}`
  const scope = `git:github.com/acme/${seed.repo}`
  const firstSeenAt = daysAgo(seed.age)
  const lastSeenAt = daysAgo(seed.age > 200 ? 40 : 0.1)
  const rows: { scopeKey: string; findingKey: string; componentId: string; evidence: Evidence }[] = []
  const parts = partsOf(seed)
  parts.forEach((part, n) => {
    const componentId = `${id}_c${n}`
    const key = `${part.kind}:${part.supplier}:${part.name}`
    estate.components.push({
      id: componentId,
      systemId: id,
      kind: part.kind,
      name: part.name,
      supplier: part.supplier,
      grade: part.grade,
      context: seed.context,
      state: n === 1 && index % 6 === 5 ? 'missing' : 'seen',
      identifiers: part.kind === 'credential' ? [{ type: 'key-redacted', value: 'sk-a…9f3c' }] : [],
      attributes: part.kind === 'library' ? { version: '5.2.0', ecosystem: 'npm' } : {},
      findings: [{ scope, key }],
      firstSeenAt,
      lastSeenAt,
      ...(part.model ? { model: part.model } : {}),
    })
    for (const evidence of part.evidence)
      rows.push({ componentId, scopeKey: scope, findingKey: key, evidence })
  })
  estate.evidence.set(id, rows)
  if (parts.length > 2) {
    estate.relationships.push({ from: `${id}_c0`, type: 'serves', to: `${id}_c2` })
    estate.relationships.push({ from: `${id}_c1`, type: 'calls', to: `${id}_c0` })
  }
  estate.systems.push({
    id,
    state: seed.dismissed ? 'dismissed' : seed.registered ? 'registered' : 'unregistered',
    groupKey: `repository:${scope}`,
    groupTitle: `acme/${seed.repo}`,
    fields: fieldsOf(seed, index),
    suppliers: [...new Set(parts.flatMap((p) => p.supplier ?? []))],
    models: seed.model ? [seed.model] : [],
    componentCount: parts.length,
    grade: seed.grade,
    contexts: [seed.context],
    flags: flagsOf(seed, index),
    live: seed.age <= 200,
    firstSeenAt,
    lastSeenAt,
  })
}

function addRegister(estate: Estate): void {
  for (const seed of supplierSeeds) {
    const using = estate.systems.filter((s) => s.suppliers.includes(seed.slug))
    estate.suppliers.push({
      slug: seed.slug,
      name: seed.name,
      review: seed.review ?? 'unreviewed',
      systemCount: using.length,
      componentCount: using.reduce((sum, s) => sum + s.componentCount, 0),
      ...(seed.country ? { country: seed.country } : {}),
      ...(seed.site ? { site: seed.site } : {}),
      ...(seed.review
        ? {
            reviewedAt: daysAgo(90),
            nextReview: daysAgo(seed.late ? 10 : -200).slice(0, 10),
            contract: 'MSA-2025-118',
          }
        : {}),
    })
  }
  const ids = [...new Set(estate.systems.flatMap((s) => s.models))]
  for (const id of ids) {
    const using = estate.components.filter((c) => c.model?.id === id)
    estate.models.push({
      id,
      publisher: using[0]?.model?.publisher ?? null,
      hosts: [...new Set(using.flatMap((c) => c.supplier ?? []))],
      systemCount: new Set(using.map((c) => c.systemId)).size,
      componentCount: using.length,
      ...(id.startsWith('gpt-4o') ? { retiresOn: daysAgo(-60).slice(0, 10) } : {}),
    })
  }
}

export function makeEstate(kind: string): Estate {
  const estate: Estate = {
    systems: [],
    components: [],
    suppliers: [],
    models: [],
    relationships: [],
    decisions: [],
    evidence: new Map(),
    scopes: [],
  }
  if (kind === 'empty') return estate
  const all = kind === 'hostile' ? hostile() : seeds()
  all.forEach((seed, index) => {
    addSystem(estate, seed, index)
  })
  addRegister(estate)
  addScopes(estate)
  addDecisions(estate)
  return estate
}
