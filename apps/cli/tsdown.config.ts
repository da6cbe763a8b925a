import { defineConfig } from 'tsdown'

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
  // Some packages' CommonJS form cannot be bundled; their ES module form can.
  inputOptions: { resolve: { mainFields: ['module', 'main'] } },
  // Read at run time by whatever needs the signatures, so that starting does not parse YAML.
  copy: [
    '../../packages/signatures/generated/catalogue.json',
    '../../packages/detectors/generated/prefilter.tables',
  ],
  deps: {
    alwaysBundle: [/.*/],
    neverBundle: [/^@electric-sql\/pglite/, /^oxc-parser/, /^@oxc-parser\//, /^pg-native$/, /^cloudflare:/],
  },
})
