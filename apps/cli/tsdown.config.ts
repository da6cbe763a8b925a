import { readFileSync } from 'node:fs'
import { defineConfig } from 'tsdown'

const CATALOGUE = '../../packages/signatures/generated/catalogue.json'
const { hash } = JSON.parse(readFileSync(new URL(CATALOGUE, import.meta.url), 'utf8'))

/**
 * A folder of chunks, each scanner behind its own import: `--help` loads almost nothing. What carries a native
 * or WebAssembly file beside its code stays outside the bundle.
 */
export default defineConfig({
  entry: {
    main: 'src/main.ts',
    'scan-worker': '../../packages/repositories/src/worker.ts',
    'pglite-worker': '../../packages/db/src/embedded/pglite-worker.ts',
  },
  format: 'esm',
  platform: 'node',
  target: 'node20',
  outExtensions: () => ({ js: '.mjs' }),
  outDir: 'dist',
  clean: true,
  dts: false,
  minify: true,
  shims: true,
  define: { AI_CENSUS_CATALOGUE_HASH: JSON.stringify(hash) },
  // Some packages' CommonJS form cannot be bundled; their ES module form can.
  inputOptions: { resolve: { mainFields: ['module', 'main'] } },
  // Read at run time by whatever needs the signatures, so that starting does not parse YAML.
  copy: [CATALOGUE, '../../packages/detectors/generated/prefilter.tables'],
  deps: {
    alwaysBundle: [/.*/],
    neverBundle: [/^@electric-sql\/pglite/, /^oxc-parser/, /^@oxc-parser\//, /^pg-native$/, /^cloudflare:/],
  },
})
