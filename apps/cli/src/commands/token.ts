import {
  createSignInLink,
  createToken as createTokenEndpoint,
  listTokens as listTokensEndpoint,
  revokeToken as revokeTokenEndpoint,
} from '@ai-census/api'
import { UsageError } from '../exit-codes.ts'
import { operatorClient } from '../local-collector.ts'
import { printJson, printTable } from '../output/table.ts'
import { forOperator } from '../refusals.ts'

interface Options {
  collector?: string
  token?: string
  data: string
  json?: boolean
}

export async function createToken(
  options: Options & { name: string; source: string[]; expires?: string },
): Promise<void> {
  const expiresAt = expiryOf(options.expires, new Date())
  const made = await forOperator(
    operatorClient(options).call(createTokenEndpoint, {
      body: { name: options.name, sources: options.source, expiresAt },
    }),
  )
  if (options.json) return printJson(made)
  const { row, token } = made
  const end = row.expiresAt ? `until ${row.expiresAt}` : 'without an end'
  process.stderr.write(
    `Token ${row.id} (${row.name}) for ${row.sources.join(', ')}, ${end}. It is shown this once:\n`,
  )
  process.stdout.write(`${token}\n`)
}

const DAY_MS = 24 * 60 * 60_000

/** Undefined leaves it to the collector: a year. */
export function expiryOf(text: string | undefined, now: Date): string | null | undefined {
  if (text === undefined) return undefined
  if (text === 'never') return null
  const days = /^(\d{1,5})d$/.exec(text)?.[1]
  const time = days ? now.getTime() + Number(days) * DAY_MS : Date.parse(text)
  if (Number.isNaN(time))
    throw new UsageError(
      `--expires ${text} is no ISO date such as 2027-06-30, no days such as 90d, and not never`,
    )
  return new Date(time).toISOString()
}

export async function listTokens(options: Options): Promise<void> {
  const { rows } = await forOperator(operatorClient(options).call(listTokensEndpoint))
  if (options.json) return printJson(rows)
  if (rows.length === 0)
    process.stdout.write('No tokens. `ai-census token create --name ci --source "code:*"` makes one.\n')
  else
    printTable(
      ['id', 'state', 'last used', 'expires', 'name', 'sources'],
      rows.map((row) => [
        row.id,
        row.state,
        row.lastUsedAt ?? 'never',
        row.expiresAt ?? 'never',
        row.name,
        row.sources.join(', '),
      ]),
    )
}

export async function revokeToken(id: string, options: Options): Promise<void> {
  await forOperator(operatorClient(options).call(revokeTokenEndpoint, { params: { id } }))
  if (options.json) return printJson({ revoked: id })
  process.stdout.write(`Revoked ${id}.\n`)
}

export async function signInLink(options: Options): Promise<void> {
  const made = await forOperator(operatorClient(options).call(createSignInLink))
  if (options.json) return printJson(made)
  process.stdout.write(`${made.link}\n`)
}
