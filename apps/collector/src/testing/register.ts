import type { ImportPlan, NewDecision, RegisterImport } from '@ai-census/api'
import type { ImportMapping, RowChoice } from '@ai-census/schema'
import { OPERATOR, type TestCollector } from './collector.ts'
import { clientOf, send } from './requests.ts'

/** The lines of a CSV file. */
export const csv = (...lines: string[]): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(`${lines.join('\n')}\n`)

/** Sends a file as a person's browser would. */
export function upload(
  collector: TestCollector,
  file: Uint8Array,
  query: { fileName?: string; sheet?: string; headers?: Record<string, string> } = {},
): Promise<Response> {
  const { headers, fileName = 'register.csv', sheet } = query
  const search = new URLSearchParams({ fileName, ...(sheet === undefined ? {} : { sheet }) })
  return send(collector, 'POST', `/api/v1/register-imports?${search}`, {
    body: new Uint8Array(file),
    headers: headers ?? { authorization: `Bearer ${OPERATOR}`, 'content-type': 'application/octet-stream' },
  })
}

export async function draftOf(
  collector: TestCollector,
  file: Uint8Array,
  { mapping, choices }: { mapping?: ImportMapping; choices?: Record<number, RowChoice> } = {},
): Promise<RegisterImport> {
  const response = await upload(collector, file)
  if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`)
  // The endpoint answers with what its contract says.
  const draft = (await response.json()) as RegisterImport
  const params = { path: { id: draft.id } }
  const client = clientOf(collector)
  if (mapping) {
    const { error } = await client.PUT('/api/v1/register-imports/{id}/mapping', { params, body: mapping })
    if (error) throw new Error(JSON.stringify(error))
  }
  if (choices) {
    const rows = Object.entries(choices).map(([row, choice]) => ({ row: Number(row), choice }))
    const { error } = await client.PUT('/api/v1/register-imports/{id}/choices', { params, body: { rows } })
    if (error) throw new Error(JSON.stringify(error))
  }
  return draft
}

export async function planOf(collector: TestCollector, id: string): Promise<ImportPlan> {
  const { data, error } = await clientOf(collector).GET('/api/v1/register-imports/{id}/plan', {
    params: { path: { id }, query: { limit: 500 } },
  })
  if (!data) throw new Error(JSON.stringify(error))
  return data
}

export const confirm = (collector: TestCollector, id: string, plan: string) =>
  clientOf(collector).POST('/api/v1/register-imports/{id}/confirm', {
    params: { path: { id } },
    body: { plan },
  })

/** Upload, dry run, confirm. Gives the plan that was confirmed. */
export async function importRegister(
  collector: TestCollector,
  file: Uint8Array,
  said: Parameters<typeof draftOf>[2] = {},
): Promise<ImportPlan & { import: RegisterImport }> {
  const draft = await draftOf(collector, file, said)
  const plan = await planOf(collector, draft.id)
  const { data, error } = await confirm(collector, draft.id, plan.plan)
  if (!data) throw new Error(JSON.stringify(error))
  return { ...plan, import: data }
}

/** A small register of three systems, as a German spreadsheet saves it. */
export const register = csv(
  'ID;AI system;Owner;Risk class;Lifecycle;Repository;Comment',
  'AI-1;Shop assistant;Ada;High;In production;https://github.com/acme/shop;bought in 2024',
  'AI-2;Invoice reader;Ben;;planned;;',
  'AI-3;Shelf planner;Cy;low;;https://gitlab.acme.example/ops/shelf.git;',
)

/** What tests of imports look at. */
export function inventoryOf(collector: () => TestCollector) {
  const systems = async () => (await clientOf(collector()).GET('/api/v1/systems')).data?.rows ?? []
  const system = async (name: string) => {
    const found = (await systems()).find((one) => one.name === name)
    if (!found) throw new Error(`no system ${name} among ${(await systems()).map((one) => one.name)}`)
    return found
  }
  return {
    systems,
    system,
    flagsOf: async (name: string) => (await system(name)).flags,
    decisions: async () => (await clientOf(collector()).GET('/api/v1/decisions')).data?.total,
    decide: (body: NewDecision['body']) =>
      clientOf(collector()).POST('/api/v1/decisions', { body: { body } }),
    outcomes: async (file: Uint8Array, said?: Parameters<typeof draftOf>[2]) => {
      const { rows } = await planOf(collector(), (await draftOf(collector(), file, said)).id)
      return rows.map(({ name, outcome }) => [name, outcome])
    },
  }
}
