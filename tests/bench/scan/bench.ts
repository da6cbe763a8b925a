import type { Bench, Case } from '../bench.ts'
import { prepareCorpus } from '../engine/corpus.ts'
import { floor, help, memoryOf, node, requireBuild, scan } from './program.ts'
import { makeRepository, makeSmallRepository } from './repository.ts'

/** Everything is analysed again, in one thread. */
const COLD = ['--no-cache', '--no-history', '--workers', '0']
const WORKERS = 2
/** Of memory: so much a process, and so much more for each thread. */
const PROCESS_MB = 150
const WORKER_MB = 20

export const bench: Bench = {
  title: 'Scans: the built program with the whole catalogue and every detector',
  async prepare() {
    requireBuild()
    const corpus = prepareCorpus()
    const repository = makeRepository()
    const small = makeSmallRepository()
    const counted = floor(repository)
    checkCache(repository)
    if (!process.env.AI_CENSUS_BENCH_CORPUS && !scan(corpus.folder, ...COLD).includes('"evidence"'))
      throw new Error('A scan of the corpus finds nothing: it passes its files by')
    return {
      setting: {
        corpus: `${(corpus.bytes / 1e6).toFixed(0)} MB in ${corpus.files} ${corpus.what}, warm`,
        repository: `${(counted.bytes / 1e6).toFixed(0)} MB in ${counted.files} files of this checkout, committed`,
        ...memory(corpus.folder),
      },
      cases: [
        ...coldCases('corpus', corpus.folder, corpus.bytes),
        ...coldCases('repository', repository, counted.bytes),
        ...startCases(repository, small),
      ],
      notMeasured: ['bar 12 is a size and no ratio: it stands above the table.'],
    }
  },
}

/** What the cache and a kept answer give must be what a look without them gives, but for the times. */
function checkCache(repository: string): void {
  const known = (text: string) => text.replace(/"(startedAt|finishedAt)": "[^"]*"/g, '')
  const fresh = known(scan(repository, '--no-cache'))
  for (let look = 1; look <= 4; look++)
    if (known(scan(repository)) !== fresh) throw new Error('The cache and a fresh look disagree')
}

function memory(folder: string): Record<string, string> {
  const line = (used: number, most: number) =>
    `${used} MB of ${most} (bar 12: ${used <= most ? 'held' : 'MISSED'})`
  return {
    'memory, one thread': line(memoryOf(folder, ...COLD), PROCESS_MB),
    [`memory, ${WORKERS} workers`]: line(
      memoryOf(folder, '--no-history', '--workers', String(WORKERS)),
      PROCESS_MB + WORKERS * WORKER_MB,
    ),
  }
}

const coldCases = (name: string, folder: string, bytes: number): Case[] => [
  {
    name: `cold scan of the ${name}`,
    a: { label: 'ai-census scan, one thread, no cache, no history', run: () => scan(folder, ...COLD) },
    b: { label: 'Node.js that finds and reads the same files', run: () => floor(folder) },
    bar: { id: '3', most: 2.5 },
    measures:
      'Whole processes, with start, parsers, conclusion and JSON on one side; files that are passed by for their names are read on the other side too.',
    bytes,
    rounds: 3,
  },
  {
    name: `${WORKERS} threads, ${name}`,
    a: {
      label: `ai-census scan, ${WORKERS} threads`,
      run: () => scan(folder, '--no-cache', '--no-history', '--workers', String(WORKERS)),
    },
    b: { label: 'one thread', run: () => scan(folder, ...COLD) },
    measures: 'Whole processes; the start of each thread is part of it.',
    bytes,
    rounds: 3,
  },
]

function startCases(repository: string, small: string): Case[] {
  const bare = { label: 'node -e 0', run: () => node(['-e', '0']) }
  return [
    {
      name: '--help',
      a: { label: 'ai-census --help', run: help },
      b: bare,
      bar: { id: '13', most: 1.5 },
      measures: 'Whole processes.',
      rounds: 15,
    },
    {
      name: 'small repository, cold',
      a: {
        label: 'ai-census scan of one file with its history, no cache',
        run: () => scan(small, '--no-cache'),
      },
      b: bare,
      measures: 'Whole processes: what somebody waits for who tries the program.',
      rounds: 9,
    },
    {
      name: 'unchanged repository',
      a: { label: 'ai-census scan of a repository that has not changed', run: () => scan(repository) },
      b: bare,
      bar: { id: '8, its local half', most: 1, plus: 50 },
      measures:
        'Whole processes, with the look at every file and folder for a change, and JSON of all findings.',
      warmUp: 2,
      rounds: 15,
    },
    {
      name: 'unchanged against cold',
      a: { label: 'a scan from what is known', run: () => scan(repository) },
      b: { label: 'a scan without', run: () => scan(repository, '--no-cache') },
      measures: 'Whole processes, with history.',
      rounds: 5,
    },
  ]
}
