import type { Finding, ScanReport } from '@ai-census/schema'

/** Findings of one repository of the made-up estate. */
export const FINDINGS_PER_REPOSITORY = 50

const SUPPLIERS = [
  'openai',
  'anthropic',
  'mistral',
  'cohere',
  'google-vertex-ai',
  'aws-bedrock',
  'pinecone',
  'groq',
]
const MODELS = [
  'gpt-4o',
  'claude-sonnet-4',
  'mistral-large',
  'command-r',
  'gemini-2.0-flash',
  'llama-3.1-70b',
]

/** What one look at the nth repository saw. `edition`: another one has something else to say of every finding. */
export function reportOf(n: number, edition = 0, day = 0): ScanReport {
  const at = new Date(Date.UTC(2026, 0, 1 + day, 0, 0, n % 3600)).toISOString()
  return {
    scanner: 'code',
    version: '1.0.0',
    catalogue: 'c1',
    scope: { key: `git:github.com/acme/service-${n}`, title: `acme/service-${n}` },
    startedAt: at,
    finishedAt: at,
    coverage: { status: 'complete' },
    findings: Array.from({ length: FINDINGS_PER_REPOSITORY }, (_, i) => findingOf(n, i, edition)),
    unknowns: [],
  }
}

/** A library, a service or a model; every tenth names an endpoint that another repository shares. */
function findingOf(n: number, i: number, edition: number): Finding {
  const supplier = SUPPLIERS[(n + i) % SUPPLIERS.length] ?? 'openai'
  const kind = i % 10 === 9 ? 'endpoint' : i % 3 === 0 ? 'library' : i % 3 === 1 ? 'service' : 'model'
  const model = MODELS[(n * 7 + i) % MODELS.length] ?? 'gpt-4o'
  return {
    key: `${kind}:${supplier}:${i}`,
    kind,
    supplier,
    name: kind === 'model' ? model : `${supplier} ${i}`,
    ...(kind === 'model' && { model: { id: model } }),
    grade: 'configured',
    context: i % 7 === 0 ? 'test' : 'production',
    identifiers:
      kind === 'endpoint'
        ? [{ type: 'arn', value: `arn:aws:sagemaker:eu-west-1:111122223333:endpoint/shared-${n >> 1}-${i}` }]
        : [{ type: 'purl', value: `pkg:npm/${supplier}` }],
    attributes: { modules: i + edition },
    evidence: [
      {
        method: 'import',
        rule: `${supplier}/import`,
        strength: 'strong',
        location: { path: `src/part-${i}/client.ts`, startLine: 10 + edition },
      },
    ],
  }
}
