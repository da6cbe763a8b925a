import type { Finding, ScanReport } from '@ai-census/schema'

const SUPPLIERS = ['openai', 'anthropic', 'mistral', 'deepseek', 'cohere']

/** A finding as the code scanner writes it, about 700 bytes of JSON; `round` changes what it says. */
export function benchFinding(i: number, round = 0): Finding {
  const supplier = SUPPLIERS[i % SUPPLIERS.length] ?? 'openai'
  const path = `services/team-${i % 97}/src/module-${i}/client.py`
  return {
    key: `service:${supplier}:${path}`,
    kind: 'service',
    supplier,
    name: `${supplier} in module ${i}`,
    framework: 'langchain',
    grade: 'configured',
    context: 'production',
    identifiers: [
      { type: 'host', value: `api-${i}.${supplier}.example` },
      { type: 'purl', value: `pkg:pypi/${supplier}@1.${i % 40}.0` },
    ],
    attributes: { environmentVariable: `${supplier.toUpperCase()}_API_KEY`, round },
    evidence: [
      {
        method: 'import',
        rule: `${supplier}/import`,
        strength: 'strong',
        location: { path, startLine: (i % 300) + 1 },
        excerpt: `from ${supplier} import Client`,
      },
      {
        method: 'host',
        rule: `${supplier}/host`,
        strength: 'strong',
        location: { path, startLine: (i % 300) + 9 },
        excerpt: `client = Client(base_url="https://api-${i}.${supplier}.example/v1")`,
      },
    ],
  }
}

/** `share` of the findings say something else than in round 0. */
export function benchReport(scope: string, count: number, round = 0, share = 0): ScanReport {
  const at = '2026-11-23T08:00:00.000Z'
  const step = share > 0 ? Math.round(1 / share) : Number.POSITIVE_INFINITY
  return {
    scanner: 'code',
    version: '1.0.0',
    catalogue: 'c1',
    scope: { key: scope, title: scope },
    startedAt: at,
    finishedAt: at,
    coverage: { status: 'complete' },
    findings: Array.from({ length: count }, (_, i) => benchFinding(i, i % step === 0 ? round : 0)),
    unknowns: [],
  }
}
