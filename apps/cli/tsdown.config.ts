import { readFileSync } from 'node:fs'
import { defineConfig, type Rolldown } from 'tsdown'

const CATALOGUE = '../../packages/signatures/generated/catalogue.json'
const { hash } = JSON.parse(readFileSync(new URL(CATALOGUE, import.meta.url), 'utf8'))

/**
 * The command line's parser `import`s Node.js' own modules whole: that asks them for every name, which loads the streams
 * and with them half of the network. As it needs little of them, it is given them without that.
 */
const leanParser: Rolldown.Plugin = {
  name: 'lean-parser',
  resolveId: (id, importer) =>
    id in lean && importer?.includes('/commander/') ? { id: `\0lean:${id}`, moduleSideEffects: false } : null,
  load: (id) => (id.startsWith('\0lean:') ? `export default ${lean[id.slice(6)]}` : null),
}
const lean: Readonly<Record<string, string>> = {
  'node:process': 'process',
  'node:fs': "process.getBuiltinModule('node:fs')",
  // Only for commands that are programs of their own.
  'node:child_process':
    "{ spawn: (...args) => process.getBuiltinModule('node:child_process').spawn(...args) }",
}

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
  // What an unchanged scan answers from is one file to load.
  plugins: [leanParser],
  outputOptions: {
    codeSplitting: {
      groups: [
        {
          name: 'answers',
          test: /apps\/cli\/(src\/(answers\/(?!keep)|build|checksum|disk|standard-output|state-place|version)|package\.json)/,
        },
      ],
    },
  },
  // Some packages' CommonJS form cannot be bundled; their ES module form can.
  inputOptions: { resolve: { mainFields: ['module', 'main'] } },
  // Read at run time by whatever needs the signatures, so that starting does not parse YAML.
  copy: [CATALOGUE, '../../packages/detectors/generated/prefilter.tables'],
  deps: {
    alwaysBundle: [/.*/],
    neverBundle: [/^@electric-sql\/pglite/, /^oxc-parser/, /^@oxc-parser\//, /^pg-native$/, /^cloudflare:/],
  },
})
