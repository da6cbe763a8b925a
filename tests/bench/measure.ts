import type { Bar, Bench, Case, Prepared, Side } from './bench.ts'

export interface CaseResult {
  readonly name: string
  readonly a: { readonly label: string; readonly milliseconds: number }
  readonly b: { readonly label: string; readonly milliseconds: number }
  /** Which of the rounds' times `milliseconds` is. */
  readonly figure: 'median' | 'p95'
  /** The figure of A ÷ the figure of B. */
  readonly ratio: number
  /** The least and greatest of the rounds' own ratios: how far to trust the figure. */
  readonly spread: readonly [number, number]
  /** Bytes that each side reads in a run, where the bench says so. */
  readonly bytes: number | null
  readonly rounds: number
  readonly bar: Bar | null
  readonly held: boolean
  readonly measures: string
}

export interface BenchResult {
  readonly name: string
  readonly title: string
  readonly setting: Prepared['setting']
  readonly cases: readonly CaseResult[]
  readonly notMeasured: readonly string[]
}

/** Runs all cases of a bench. `rounds` overrules what the cases ask for. */
export async function measureBench(
  name: string,
  bench: Bench,
  rounds: number | null,
  progress: (line: string) => void,
): Promise<BenchResult> {
  progress(`${name}: preparing`)
  const prepared = await bench.prepare()
  try {
    const cases: CaseResult[] = []
    for (const each of prepared.cases) {
      progress(`${name}: ${each.name}`)
      const result = await measureCase(each, rounds)
      progress(`  ${result.a.milliseconds.toFixed(1)} ms against ${result.b.milliseconds.toFixed(1)} ms`)
      cases.push(result)
    }
    const { setting, notMeasured = [] } = prepared
    return { name, title: bench.title, setting, cases, notMeasured }
  } finally {
    await prepared.close?.()
  }
}

/** Up to so many milliseconds of both sides together a round is quick. */
const QUICK = 30

/** Rounds of each unmeasured, for caches and compilers; then the sides take turns at going first. */
async function measureCase(each: Case, asked: number | null): Promise<CaseResult> {
  let last = Number.POSITIVE_INFINITY
  for (let round = 0; round < (each.warmUp ?? 1); round++) {
    const start = performance.now()
    await each.a.run()
    await each.b.run()
    last = performance.now() - start
  }
  const rounds = (last < QUICK ? each.quickRounds : undefined) ?? asked ?? each.rounds ?? 5
  const a: number[] = []
  const b: number[] = []
  for (let round = 0; round < rounds; round++) {
    if (round % 2 === 0) a.push(await time(each.a))
    b.push(await time(each.b))
    if (round % 2 === 1) a.push(await time(each.a))
  }
  const ratios = a.map((value, round) => value / b[round]!)
  const figure = each.figure ?? 'median'
  const [timeA, timeB] = [figures[figure](a), figures[figure](b)]
  return {
    name: each.name,
    figure,
    a: { label: each.a.label, milliseconds: timeA },
    b: { label: each.b.label, milliseconds: timeB },
    ratio: timeA / timeB,
    spread: [Math.min(...ratios), Math.max(...ratios)],
    bytes: each.bytes ?? null,
    rounds,
    bar: each.bar ?? null,
    held: each.bar === undefined || timeA <= timeB * each.bar.most + (each.bar.plus ?? 0),
    measures: each.measures,
  }
}

async function time({ run, measure }: Side): Promise<number> {
  if (measure) return measure()
  const start = performance.now()
  await run()
  return performance.now() - start
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

const p95 = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1]!

const figures = { median, p95 } as const
