import {
  concludeSampleRow,
  drawSample,
  getSample,
  listSamples,
  type NewSample,
  redrawSample,
  type Sample,
  type SampleSummary,
} from '@ai-census/api'
import { instantOf, numberOf } from '../../audit/values.ts'
import { ExitCode } from '../../exit-codes.ts'
import { operatorClient } from '../../local-collector.ts'
import { safe } from '../../output/safe.ts'

interface Options {
  collector?: string
  token?: string
  data: string
  json?: boolean
}

interface DrawOptions extends Options {
  size?: string
  tolerable?: string
  confidence?: string
  seed?: string
  asOf?: string
  state?: string[]
  supplier?: string
  scanner?: string
  by?: NonNullable<NewSample['stratifyBy']>
}

export async function draw(population: NewSample['population'], options: DrawOptions): Promise<void> {
  const { size, tolerable, confidence, seed, asOf, state, supplier, scanner, by } = options
  const body: NewSample = {
    population,
    ...(size === undefined ? {} : { size: numberOf('--size', size) }),
    ...(tolerable === undefined ? {} : { tolerableShare: numberOf('--tolerable', tolerable) }),
    ...(confidence === undefined ? {} : { confidence: numberOf('--confidence', confidence) }),
    ...(seed === undefined ? {} : { seed }),
    ...(asOf === undefined ? {} : { asOf: instantOf('--as-of', asOf) }),
    ...(by === undefined ? {} : { stratifyBy: by }),
    filters: {
      ...(state === undefined ? {} : { state }),
      ...(supplier === undefined ? {} : { supplier }),
      ...(scanner === undefined ? {} : { scanner }),
    },
  }
  print(await operatorClient(options).call(drawSample, { body }), options, sampleText)
}

export async function show(id: string, options: Options): Promise<void> {
  print(await operatorClient(options).call(getSample, { params: { id } }), options, sampleText)
}

export async function list(options: Options): Promise<void> {
  const { rows } = await operatorClient(options).call(listSamples, { query: { limit: '100' } })
  print(rows, options, (all) =>
    all.length === 0
      ? 'No samples yet. `ai-census audit sample draw systems` draws one.'
      : all.map((one) => `${one.id}  ${one.createdAt}  ${summaryText(one)}`).join('\n'),
  )
}

/** Draws again and compares; ends with 1 where the population or the rows are not those of then. */
export async function redraw(id: string, options: Options): Promise<void> {
  const answer = await operatorClient(options).call(redrawSample, { params: { id } })
  print(answer, options, ({ same, drawn, populationHash, differences }) =>
    same
      ? `The same: ${drawn.length} rows from a population with hash ${populationHash}.`
      : ['DIFFERENT', ...differences].join('\n'),
  )
  if (!answer.same) process.exitCode = ExitCode.found
}

export async function conclude(
  id: string,
  row: string,
  result: 'ok' | 'error',
  options: Options & { note?: string },
): Promise<void> {
  const summary = await operatorClient(options).call(concludeSampleRow, {
    params: { id, ordinal: String(numberOf('the row', row)) },
    body: { result, note: options.note ?? '' },
  })
  print(summary, options, ({ result: so }) => so.sentence)
}

function print<T>(value: T, { json }: Options, text: (value: T) => string): void {
  process.stdout.write(json ? `${JSON.stringify(value, null, 2)}\n` : `${text(value)}\n`)
}

const summaryText = ({ population, populationSize, drawn, result }: SampleSummary): string =>
  `${drawn} of ${populationSize} ${population}, ${result.concluded} concluded, ${result.errors} wrong`

function sampleText(sample: Sample): string {
  const rows = sample.rows.flatMap(({ ordinal, task, conclusions, stratum }) => [
    `${String(ordinal).padStart(4)}  ${(conclusions.at(-1)?.result ?? '-').padEnd(5)}  ${safe(task.title)}${stratum === null ? '' : `  [${safe(stratum)}]`}`,
    ...[task.page, task.url].filter((place) => place !== null).map((place) => `             ${safe(place)}`),
  ])
  return [
    `Sample ${sample.id}: ${summaryText(sample)}`,
    `As of ${sample.at} (position ${sample.position} of the ledger), seed ${safe(sample.seed)}`,
    `Population hash ${sample.populationHash}`,
    '',
    ...rows,
    '',
    sample.rows[0] ? `For each row: ${sample.rows[0].task.check}` : '',
    sample.result.sentence,
  ].join('\n')
}
