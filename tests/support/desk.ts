/** The triage page as its tests use it: by keys, by what it says, and by what is on record. */
import type { Page } from 'playwright-core'
import type { Client, Dashboard } from './dashboard.ts'

export type Desk = ReturnType<typeof deskOf>

export function deskOf({ page, client, base }: Dashboard) {
  const queue = () => page.locator('[data-queue-row]')
  return {
    queue,
    press: (...keys: string[]) => press(page, ...keys),
    type: (text: string) => page.keyboard.type(text),
    row: (name: string) => queue().filter({ hasText: name }),
    shown: (name: string) => page.getByRole('heading', { level: 2, name, exact: true }).waitFor(),
    said: (words: string | RegExp) => page.getByRole('status').filter({ hasText: words }).first().waitFor(),
    currentName: async () => (await page.locator('[data-queue-row][aria-current] .name').textContent()) ?? '',
    open: async (path = '/triage') => {
      await page.goto(base + path)
      await page.getByRole('heading', { level: 2 }).first().waitFor()
    },
    waiting: () => waiting(client),
    systemNamed: (name: string) => systemNamed(client, name),
    lastDecision: async () => (await client.GET('/api/v1/decisions')).data?.rows[0],
  }
}

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

async function systemNamed(client: Client, name: string) {
  const { data } = await client.GET('/api/v1/systems', { params: { query: { search: name, limit: 50 } } })
  return data?.rows.find((system) => system.name === name)
}

async function waiting(client: Client): Promise<number> {
  const { data, response } = await client.GET('/api/v1/triage')
  if (typeof data?.total !== 'number')
    throw new Error(`${response.status}: triage does not say how many wait`)
  return data.total
}
