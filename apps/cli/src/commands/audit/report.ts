import { getCompleteness, getDifference } from '@ai-census/api'
import { instantOf } from '../../audit/values.ts'
import { operatorClient } from '../../local-collector.ts'
import { safe } from '../../output/safe.ts'

interface Options {
  collector?: string
  token?: string
  data: string
  json?: boolean
}

export async function completeness(
  options: Options & { of: string; by: string; without?: string[] },
): Promise<void> {
  const { of, by, without } = options
  const answer = await operatorClient(options).call(getCompleteness, {
    query: { of, by, ...(without ? { without: without.join(',') } : {}) },
  })
  if (options.json) {
    process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`)
    return
  }
  const lines = answer.sources.map(({ name, found }) => `  ${String(found).padStart(7)}  ${safe(name)}`)
  process.stdout.write(
    `${[`${answer.observed} ${of} found, by:`, ...lines, '', ...estimateText(answer)].join('\n')}\n`,
  )
}

type Completeness = (typeof getCompleteness.response)['_output']

function estimateText(answer: Completeness): string[] {
  const { estimate, interval, completeness: share, of } = answer
  if (estimate === null || interval === null || share === null)
    return [`No estimate: ${answer.refusal}`, ...answer.warnings.map((warning) => `Mind: ${warning}`)]
  return [
    `About ${Math.round(estimate)} ${of} there are (95 % interval ${Math.floor(interval.low)} to ${Math.ceil(interval.high)}, ${answer.method}): ${Math.round(share * 100)} % were found.`,
    ...answer.warnings.map((warning) => `Mind: ${warning}`),
    'This holds if:',
    ...answer.assumptions.map((assumption) => `  - ${assumption}`),
  ]
}

const MOST_ROWS = 10_000

export async function diff(options: Options & { from: string; to?: string; type?: string[] }): Promise<void> {
  const client = operatorClient(options)
  const query = {
    from: instantOf('--from', options.from),
    to: options.to === undefined ? new Date().toISOString() : instantOf('--to', options.to),
    ...(options.type ? { type: options.type.join(',') } : {}),
    limit: '500',
  }
  let page = await client.call(getDifference, { query })
  const rows = [...page.rows]
  while (page.next !== null && rows.length < MOST_ROWS) {
    page = await client.call(getDifference, { query: { ...query, cursor: page.next } })
    rows.push(...page.rows)
  }
  if (options.json) {
    const { from, to, counts, total } = page
    process.stdout.write(`${JSON.stringify({ from, to, counts, total, rows }, null, 2)}\n`)
    return
  }
  for (const { change, subjectType, name, properties } of rows)
    process.stdout.write(
      `${change.padEnd(7)}  ${subjectType.padEnd(9)}  ${safe(name)}${properties.length > 0 ? `  (${properties.join(', ')})` : ''}\n`,
    )
  const shown = page.total === null || rows.length < page.total ? `, ${rows.length} shown` : ''
  process.stdout.write(`${page.total} changes between ${page.from} and ${page.to}${shown}.\n`)
}
