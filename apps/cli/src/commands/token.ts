import {
  createSignInLink,
  createToken as createTokenEndpoint,
  listTokens as listTokensEndpoint,
  revokeToken as revokeTokenEndpoint,
} from '@ai-census/api'
import { UsageError } from '../exit-codes.ts'
import { operatorClient } from '../local-collector.ts'

interface Options {
  collector?: string
  token?: string
  data: string
}

export async function createToken(
  options: Options & { name: string; source: string[]; expires?: string },
): Promise<void> {
  const expiresAt = options.expires ? instantOf(options.expires) : undefined
  const { token, row } = await operatorClient(options).call(createTokenEndpoint, {
    body: { name: options.name, sources: options.source, expiresAt },
  })
  process.stderr.write(
    `Token ${row.id} (${row.name}) for ${row.sources.join(', ')}. It is shown this once:\n`,
  )
  process.stdout.write(`${token}\n`)
}

function instantOf(date: string): string {
  const time = Date.parse(date)
  if (Number.isNaN(time)) throw new UsageError(`--expires ${date} is no ISO date, such as 2027-06-30`)
  return new Date(time).toISOString()
}

export async function listTokens(options: Options & { json?: boolean }): Promise<void> {
  const { rows } = await operatorClient(options).call(listTokensEndpoint)
  if (options.json) {
    process.stdout.write(`${JSON.stringify(rows, null, 2)}\n`)
    return
  }
  if (rows.length === 0)
    process.stdout.write('No tokens. `ai-census token create --name ci --source "code:*"` makes one.\n')
  for (const row of rows) {
    const state = row.revokedAt
      ? 'revoked'
      : row.expiresAt && row.expiresAt < new Date().toISOString()
        ? 'expired'
        : 'valid'
    process.stdout.write(
      `${row.id}  ${state.padEnd(7)}  last used ${row.lastUsedAt ?? 'never'}  ${row.name}  [${row.sources.join(', ')}]\n`,
    )
  }
}

export async function revokeToken(id: string, options: Options): Promise<void> {
  await operatorClient(options).call(revokeTokenEndpoint, { params: { id } })
  process.stdout.write(`Revoked ${id}.\n`)
}

export async function signInLink(options: Options): Promise<void> {
  const { link } = await operatorClient(options).call(createSignInLink)
  process.stdout.write(`${link}\n`)
}
