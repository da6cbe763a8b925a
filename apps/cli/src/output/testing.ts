import type { Evidence, Finding, ScanReport, Suppression } from '@ai-census/schema'

const commit = '0123456789abcdef0123456789abcdef01234567'

export const evidence = (path: string, startLine: number, rest: Partial<Evidence> = {}): Evidence => ({
  method: 'call',
  rule: 'openai/client',
  strength: 'strong',
  location: {
    path,
    startLine,
    commit,
    url: `https://github.com/acme/shop/blob/${commit}/${encodeURI(path)}#L${startLine}`,
  },
  ...rest,
})

export const finding = (key: string, rest: Partial<Finding> = {}): Finding => ({
  key,
  kind: 'service',
  supplier: 'openai',
  name: 'OpenAI',
  grade: 'configured',
  context: 'production',
  identifiers: [],
  attributes: {},
  evidence: [evidence('src/app.py', 12, { excerpt: 'client = OpenAI()' }), evidence('src/b c.py', 3)],
  ...rest,
})

export const report = (findings: Finding[], rest: Partial<ScanReport> = {}): ScanReport => ({
  scanner: 'code',
  version: '0.1.0',
  catalogue: 'c1',
  scope: {
    key: 'git:github.com/acme/shop',
    title: 'acme/shop',
    url: 'https://github.com/acme/shop',
    revision: commit,
  },
  startedAt: '2026-11-23T08:00:00.000Z',
  finishedAt: '2026-11-23T08:00:05.000Z',
  coverage: { status: 'complete' },
  findings,
  unknowns: [],
  ...rest,
})

export const accepted = (rest: Partial<Suppression> = {}): Suppression => ({
  by: 'acceptance',
  status: 'active',
  reason: 'A contract is being signed',
  place: 'ai-census-accepted.yaml:2',
  author: 'grace@acme.example',
  expires: '2027-01-31',
  ...rest,
})

/** A made-up key as scanners report it: its value is in none of this. */
export const key = (fingerprint = 'f'.repeat(64)): Finding =>
  finding(`credential:openai:${fingerprint}`, {
    kind: 'credential',
    name: 'OpenAI project key',
    identifiers: [
      { type: 'key-fingerprint', value: fingerprint },
      { type: 'key-redacted', value: 'openai:sk-proj-…a1B2' },
    ],
    evidence: [evidence('.env', 2, { method: 'key', rule: 'openai/key' })],
  })

/** One of everything that an output has to show. */
export const everything = (): ScanReport =>
  report(
    [
      key(),
      finding('library:pypi:openai', { kind: 'library', name: 'openai', grade: 'declared' }),
      finding('model:openai:gpt-4.1-mini', {
        kind: 'model',
        name: 'gpt-4.1-mini',
        model: { id: 'gpt-4.1-mini', publisher: 'openai' },
        attributes: { retiresOn: '2027-01-14' },
      }),
      finding('service:cohere', { supplier: 'cohere', name: 'Cohere', suppression: accepted() }),
      finding('service:groq', {
        supplier: 'groq',
        name: 'Groq',
        suppression: accepted({
          status: 'expired',
          expires: '2026-01-31',
          place: 'ai-census-accepted.yaml:6',
        }),
      }),
      finding('service:mistral', {
        supplier: 'mistral',
        name: 'Mistral AI',
        suppression: { by: 'comment', status: 'active', reason: 'A spike', place: 'src/app.py:12' },
      }),
      finding('service:openai', { context: 'test' }),
      finding('service:unknown', {
        supplier: null,
        supplierName: 'llm.acme.internal',
        name: 'llm.acme.internal',
        kind: 'endpoint',
        evidence: [
          evidence('n.ipynb', 4, {
            location: { path: 'n.ipynb', startLine: 4, cell: 2 },
            excerpt: 'x = call()',
          }),
        ],
      }),
    ],
    {
      coverage: { status: 'partial', reason: 'unreadable-files', detail: '1 place could not be read' },
      unknowns: [{ place: 'big.json', reason: 'too-large', detail: '40 MB' }],
    },
  )
