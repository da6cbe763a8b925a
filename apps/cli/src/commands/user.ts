import * as api from '@ai-census/api'
import type { CollectorClient } from '../collector-client.ts'
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

export async function listUsers(options: Options): Promise<void> {
  const rows = await allUsers(operatorClient(options))
  if (options.json) return printJson(rows)
  if (rows.length === 0) {
    process.stdout.write('Nobody yet. `ai-census user invite maria@acme.example` invites a person.\n')
    return
  }
  printTable(
    ['name', 'role', 'state', 'last sign-in', 'signs in by', 'id'],
    rows.map((row) => [
      row.name,
      row.roleFrom === 'provider' ? `${row.role} (by groups)` : row.role,
      row.state,
      row.lastSignInAt ?? 'never',
      row.issuer ?? 'link',
      row.id,
    ]),
  )
}

export async function inviteUser(email: string, options: Options & { role: api.Role }): Promise<void> {
  const body = { email, role: options.role }
  const made = await forOperator(operatorClient(options).call(api.inviteUser, { body }))
  if (options.json) return printJson(made)
  sayLink(made.user.name, made.invitation)
}

export async function makeLink(who: string, options: Options): Promise<void> {
  const client = operatorClient(options)
  const { id, name } = await findUser(client, who)
  const made = await forOperator(client.call(api.createUserLink, { params: { id } }))
  if (options.json) return printJson(made)
  sayLink(name, made)
}

function sayLink(name: string, { link, expiresAt }: { link: string; expiresAt: string }): void {
  process.stderr.write(
    `Send this link to ${name}. Whoever opens it first is that person; it works once, until ${expiresAt}:\n`,
  )
  process.stdout.write(`${link}\n`)
}

export async function changeRole(who: string, role: api.Role, options: Options): Promise<void> {
  const client = operatorClient(options)
  const { id } = await findUser(client, who)
  const changed = await forOperator(client.call(api.changeRole, { params: { id }, body: { role } }))
  if (options.json) return printJson(changed)
  process.stdout.write(`${changed.name} is ${changed.role} now.\n`)
}

export async function disableUser(who: string, options: Options): Promise<void> {
  const client = operatorClient(options)
  const { id } = await findUser(client, who)
  const changed = await forOperator(client.call(api.disableUser, { params: { id } }))
  if (options.json) return printJson(changed)
  process.stdout.write(`${changed.name} is disabled; open sessions have ended.\n`)
}

export async function enableUser(who: string, options: Options): Promise<void> {
  const client = operatorClient(options)
  const { id } = await findUser(client, who)
  const changed = await forOperator(client.call(api.enableUser, { params: { id } }))
  if (options.json) return printJson(changed)
  process.stdout.write(`${changed.name} may sign in again.\n`)
}

async function allUsers(client: CollectorClient, search?: string): Promise<api.UserRow[]> {
  const rows: api.UserRow[] = []
  let cursor: string | null = null
  do {
    const query: Record<string, string> = {
      limit: '500',
      ...(search === undefined ? {} : { search }),
      ...(cursor === null ? {} : { cursor }),
    }
    const page: { rows: api.UserRow[]; next: string | null } = await forOperator(
      client.call(api.listUsers, { query }),
    )
    rows.push(...page.rows)
    cursor = page.next
  } while (cursor !== null)
  return rows
}

/** By id, name or address, whole: nobody is disabled by half a name. */
async function findUser(client: CollectorClient, who: string): Promise<api.UserRow> {
  const wanted = who.toLowerCase()
  const named = (row: api.UserRow) => [row.name, row.email].some((name) => name?.toLowerCase() === wanted)
  const byName = (await allUsers(client, who)).filter(named)
  const found = byName.length > 0 ? byName : (await allUsers(client)).filter((row) => row.id === who)
  const [user, ...others] = found
  if (!user) throw new UsageError(`nobody here is called ${who}; \`ai-census user list\` shows everybody`)
  if (others.length > 0)
    throw new UsageError(
      `several are called ${who}: name one by id, ${found.map(({ id }) => id).join(' or ')}`,
    )
  return user
}
