import { readFileSync } from 'node:fs'
import { defineConfig, type Rolldown } from 'tsdown'

const CATALOGUE = '../../packages/signatures/generated/bundled/catalogue.json'
const { hash } = JSON.parse(readFileSync(new URL(CATALOGUE, import.meta.url), 'utf8'))

/**
 * An `import` of one of Node.js' own modules asks it for every name that it has, and some load half of the network, the
 * streams or threads for the asking. Each chunk takes the names that it needs instead.
 */
const leanImports: Rolldown.Plugin = {
  name: 'lean-imports',
  // What goes on with another Node.js is also read by those that are too old to know this way.
  renderChunk: (code, { name }) => (name === 'carried-node' ? null : code.replace(OWN_MODULE, leanImport)),
}
const OWN_MODULE = /^import (?:([\w$]+))?(?:, )?(?:\{([^}]*)\})? from "(node:[\w/]+)";$/gm

function leanImport(_: string, whole: string | undefined, names: string | undefined, module: string): string {
  const all = (names ?? '').split(',').map((name) => name.trim().split(' as '))
  const wholes = [whole, ...all.flatMap(([name, local]) => (name === 'default' ? [local] : []))]
  const parts = all.flatMap(([name, local]) =>
    name && name !== 'default' ? [`${name}: ${local ?? name}`] : [],
  )
  const taken = [
    ...wholes.filter((local) => local !== undefined),
    ...(parts.length > 0 ? [`{${parts}}`] : []),
  ]
  return `const ${taken.map((local) => `${local} = globalThis.process.getBuiltinModule("${module}")`)};`
}

/**
 * A file of a program with one letter beyond ASCII is kept in memory at twice its size, and copied between its two forms to be told
 * from its earlier builds. Such letters stand in texts and regular expressions, where their escapes mean the same.
 */
const asciiOnly: Rolldown.Plugin = {
  name: 'ascii-only',
  generateBundle: (_, bundle) => {
    for (const file of Object.values(bundle)) {
      if (file.type !== 'chunk') continue
      if (/String\.raw`[^`]*[^\0-\x7f]/.test(file.code))
        throw new Error(`${file.fileName}: a raw text is not ASCII`)
      file.code = file.code.replace(/[^\0-\x7f]/g, escaped)
    }
  },
}
const escaped = (letter: string): string => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`

/** What the command line's parser takes in for commands that are programs of their own, of which there are none. */
const LAZY_PROCESSES =
  "export default { spawn: (...args) => process.getBuiltinModule('node:child_process').spawn(...args) }"
const leanParser: Rolldown.Plugin = {
  name: 'lean-parser',
  resolveId: (id, importer) =>
    id === 'node:child_process' && importer?.includes('/commander/')
      ? { id: '\0lean-processes', moduleSideEffects: false }
      : null,
  load: (id) => (id === '\0lean-processes' ? LAZY_PROCESSES : null),
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
  plugins: [leanParser, leanImports, asciiOnly],
  // What an unchanged scan answers from is one file to load.
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
