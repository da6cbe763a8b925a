import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createPrefilter, createSlab, type Prefilter, type Slab } from '@ai-census/detectors/engine'
import type { Bench, Case } from '../bench.ts'
import { type Automaton, createAutomaton } from './aho-corasick.ts'
import { type Corpus, prepareCorpus, workFolder } from './corpus.ts'
import { catalogueLiterals, hostileLiterals, realLiterals } from './literals.ts'
import { createPool } from './pool.ts'
import { ripgrep, runToFile } from './ripgrep.ts'
import { isBinary } from './scan-folder.ts'
import { walk } from './walk.ts'

const COUNT = 2002
const scanProcess = fileURLToPath(new URL('./scan-process.ts', import.meta.url))
const work = (name: string) => join(workFolder, name)
/** TypeScript is stripped and compiled once, as it is in the product that people install. */
const compiled = { ...process.env, NODE_COMPILE_CACHE: work('compile-cache') }

export const bench: Bench = {
  title: 'Scan engine: thousands of literals over source text',
  async prepare() {
    const corpus = prepareCorpus()
    const { all, fromCatalogue } = realLiterals(5 * COUNT)
    const literals = all.slice(0, COUNT)
    const texts = loadTexts(corpus)
    const prefilter = createPrefilter(literals)
    const automaton = createAutomaton(literals)
    const hits = scanAll(prefilter, texts)
    if (hits !== countAll(automaton, texts)) throw new Error('The engine and the automaton disagree')
    const processes = processCases(corpus, literals)
    const pools = [1, 2].map((size) => createPool(size, corpus.folder, prefilter, literals, workFolder))
    return {
      setting: {
        corpus: `${(corpus.bytes / 1e6).toFixed(0)} MB in ${corpus.files} ${corpus.what} (all of them ${corpus.rounds} times), warm`,
        literals: `${COUNT}, ${Math.min(fromCatalogue, COUNT)} of them from the catalogue, the others of its shapes`,
        hits: `${hits} (${((hits / corpus.bytes) * 1e6).toFixed(0)} a MB), the same as Aho-Corasick's`,
        kept: processes.kept,
      },
      cases: [
        ...processes.cases,
        ...poolCases(pools, corpus, hits),
        ...memoryCases(texts, prefilter, automaton, all, literals),
      ],
      notMeasured: [
        'bar 4, at least 0.6× Hyperscan: npm has no prebuilt one, and building it needs a compiler and system packages.',
      ],
      close: async () => {
        for (const pool of pools) await pool.close()
      },
    }
  },
}

function processCases(corpus: Corpus, literals: readonly string[]): { cases: Case[]; kept: string } {
  const hostile = hostileLiterals(COUNT, corpus.folder)
  writeFileSync(work('literals.txt'), `${literals.join('\n')}\n`)
  writeFileSync(work('hostile.txt'), `${hostile.join('\n')}\n`)
  const ours = (file: string) => ({
    label: 'one Node process',
    run: () =>
      runToFile(process.execPath, [scanProcess, corpus.folder, work(file)], work('ours.txt'), compiled),
  })
  const theirs = (file: string) => ({
    label: 'rg -j1 -o -b -F -f',
    run: () => ripgrep(1, corpus.folder, work(file), work('ripgrep.txt')),
  })
  ours('literals.txt').run()
  theirs('literals.txt').run()
  const kept = compareOutputs(work('ours.txt'), work('ripgrep.txt'))
  const measures =
    'Holds process start (compile cache warm), building tables, walk, open, read, scan and writing `path:offset:literal` to a file. No context rules, no parsing. We print overlapping matches too, ripgrep does not.'
  return {
    kept,
    cases: [
      {
        name: 'whole process',
        a: ours('literals.txt'),
        b: theirs('literals.txt'),
        measures,
        bar: { id: '1', most: 0.75 },
        rounds: 9,
      },
      {
        name: 'whole process, hostile literals',
        a: ours('hostile.txt'),
        b: theirs('hostile.txt'),
        measures: `As above with ${COUNT} identifiers of the corpus itself, so that nothing is rare: the worst case, no bar.`,
      },
    ],
  }
}

/** @throws Error when ripgrep printed a match that we did not */
function compareOutputs(ours: string, theirs: string): string {
  const lines = new Set(readFileSync(ours, 'utf8').split('\n'))
  const matches = readFileSync(theirs, 'utf8').trimEnd().split('\n')
  const missed = matches.find((line) => !lines.has(line) && !hasByteOrderMark(line))
  if (missed !== undefined) throw new Error(`ripgrep found what the engine did not: ${missed}`)
  return `all ${matches.length} matches that ripgrep prints are among ours`
}

/** ripgrep counts positions behind a byte order mark, and transcodes UTF-16: its positions are not the file's. */
function hasByteOrderMark(line: string): boolean {
  const [, file = ''] = /^(.*?):\d+:/.exec(line) ?? []
  const [a, b] = readFileSync(file)
  return (a === 0xef && b === 0xbb) || (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)
}

function poolCases(pools: ReturnType<typeof createPool>[], corpus: Corpus, hits: number): Case[] {
  const [one, two] = pools
  if (one === undefined || two === undefined) return []
  const side = (label: string, pool: typeof one) => ({
    label,
    run: async () => {
      const found = await pool.scan()
      if (found !== hits) throw new Error(`The pool found ${found} hits, not ${hits}`)
    },
  })
  const measures =
    'The pool is resident: threads run, tables and code are warm; its figure holds walk, read, scan and writing the hits, no process start.'
  return [
    {
      name: 'pool of 2',
      a: side('two resident workers', two),
      b: {
        label: 'rg -j2',
        run: () => ripgrep(2, corpus.folder, work('literals.txt'), work('ripgrep.txt')),
      },
      measures,
      bar: { id: '2', most: 0.55 },
      rounds: 9,
    },
    {
      name: 'pool of 2 over 1',
      a: side('two resident workers', two),
      b: side('one resident worker', one),
      measures: `${measures} Needs two idle cores.`,
      bar: { id: '2', most: 1 / 1.8 },
      rounds: 9,
    },
  ]
}

function memoryCases(
  texts: Texts,
  prefilter: Prefilter,
  automaton: Automaton,
  all: readonly string[],
  literals: readonly string[],
): Case[] {
  const large = createPrefilter(all)
  const folded = createPrefilter(literals, { foldCase: true })
  const whole = createPrefilter(catalogueLiterals(), { foldCase: true })
  const engine = { label: `the engine, ${COUNT} literals`, run: () => scanAll(prefilter, texts) }
  const textBytes = texts.lengths.reduce((sum, length) => sum + length, 0)
  const measures = 'Text in memory, one thread; no files, no table building. '
  return [
    {
      name: 'engine over Aho-Corasick',
      a: engine,
      b: { label: 'an Aho-Corasick automaton in JavaScript', run: () => countAll(automaton, texts) },
      measures: `${measures}The engine gives positions and literals, the automaton only counts.`,
      bar: { id: '4', most: 1 / 3 },
      // A resident engine: the optimising compiler is done with it only after some runs.
      warmUp: 4,
      rounds: 9,
    },
    {
      name: 'five times the catalogue',
      a: { label: `${all.length} literals`, run: () => scanAll(large, texts) },
      b: engine,
      measures,
      bar: { id: '5', most: 2.5 },
    },
    {
      name: 'case folded',
      a: { label: 'folding case', run: () => scanAll(folded, texts) },
      b: engine,
      measures,
    },
    {
      name: 'catalogue',
      a: {
        label: `all ${whole.literals} literals of the catalogue, short ones too, folding case`,
        run: () => scanAll(whole, texts),
      },
      b: engine,
      measures: `${measures}What the product really scans for; information, no bar.`,
      bytes: textBytes,
    },
  ]
}

/** All texts of the corpus in one slab, each at an aligned start. */
interface Texts {
  readonly slab: Slab
  readonly starts: readonly number[]
  readonly lengths: readonly number[]
}

function loadTexts(corpus: Corpus): Texts {
  const slab = createSlab(corpus.bytes + corpus.files * 4)
  const starts: number[] = []
  const lengths: number[] = []
  let at = 0
  for (const path of walk(corpus.folder)) {
    const bytes = readFileSync(path)
    if (isBinary(bytes, bytes.length)) continue
    slab.u8.set(bytes, at)
    starts.push(at)
    lengths.push(bytes.length)
    at = (at + bytes.length + 3) & ~3
  }
  return { slab, starts, lengths }
}

function scanAll(prefilter: Prefilter, { slab, starts, lengths }: Texts): number {
  return starts.reduce((sum, start, n) => sum + prefilter.scan(slab, start, lengths[n]!), 0)
}

function countAll(automaton: Automaton, { slab, starts, lengths }: Texts): number {
  return starts.reduce((sum, start, n) => sum + automaton.count(slab, start, lengths[n]!), 0)
}
