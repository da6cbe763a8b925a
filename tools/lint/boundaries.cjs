// Who may import whom (docs/decisions/0002-one-way-road.md). The same table as a test that stands alone: tests/conformance/boundaries.test.ts.
const rooms = {
  domain: '^packages/(schema|signatures)/',
  contract: '^packages/api/',
  kit: '^packages/(scanner-kit|cloud-kit|detectors|repositories)/',
  scanner: '^packages/scanners/',
  core: '^packages/(inventory|register-import)/',
  store: '^packages/db/',
  output: '^packages/exporters/',
  server: '^apps/collector/',
  command: '^apps/cli/',
  view: '^apps/dashboard/',
}
const allowed = {
  domain: ['domain'],
  contract: ['contract', 'domain'],
  kit: ['kit', 'domain'],
  scanner: ['scanner', 'kit', 'domain'],
  core: ['core', 'domain'],
  store: ['store', 'domain'],
  output: ['output', 'domain'],
  server: ['server', 'domain', 'contract', 'core', 'store', 'output'],
  command: ['command', 'domain', 'contract', 'kit', 'scanner', 'output', 'server'],
  view: ['view', 'domain', 'contract'],
}
const product = '^(packages|apps)/.*\\.(ts|svelte)$'
const testing = '\\.test\\.ts$|/testing/|/tests?/|\\.config\\.ts$'

module.exports = {
  forbidden: [
    ...Object.entries(allowed).map(([room, may]) => ({
      name: `${room}-imports-only-${may.join('-')}`,
      severity: 'error',
      from: { path: rooms[room], pathNot: testing },
      to: {
        path: '^(packages|apps|tests|tools)/',
        pathNot: [...may.map((other) => rooms[other]), 'package\\.json$'],
      },
    })),
    {
      name: 'scanners-do-not-know-each-other',
      severity: 'error',
      from: { path: '^packages/scanners/([^/]+)/' },
      to: { path: '^packages/scanners/', pathNot: '^packages/scanners/$1/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: { path: product },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'declared-packages-only',
      severity: 'error',
      from: { path: product, pathNot: testing },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: { path: product },
      to: {
        couldNotResolve: true,
        // `sarif` is types alone, of @types/sarif.
        pathNot: [
          '^\\$app',
          '^\\$env',
          '^\\$service-worker',
          '^\\./\\$types',
          '^bun:',
          '^cloudflare:',
          '^sarif$',
        ],
      },
    },
    {
      name: 'cloud-sdks-only-in-scanners',
      severity: 'error',
      from: { pathNot: '^packages/scanners/' },
      to: { path: 'node_modules/(@aws-sdk|@azure|@google-cloud|@octokit)/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|build|generated|\\.svelte-kit|\\.work)/|tests/estates/.*/repositories/' },
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.mjs', '.cjs', '.js', '.svelte', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'svelte', 'types', 'node', 'default'],
    },
  },
}
