/** Who is told when something is new: set in a real Chromium, sent by the real program to a receiver on this machine. */
import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  dataOf,
  type Received,
  type Receiver,
  startReceiver,
} from '../../apps/collector/src/testing/receiver.ts'
import { finding, report } from '../../apps/collector/src/testing/requests.ts'
import { type Dashboard, putScan, startDashboard } from '../support/dashboard.ts'

let dashboard: Dashboard
let receiver: Receiver
let page: Page

beforeAll(async () => {
  receiver = await startReceiver()
  dashboard = await startDashboard('notifications', { AI_CENSUS_NOTIFY_ALLOW: '127.0.0.1' })
  page = dashboard.page
})
afterAll(async () => {
  await dashboard?.close()
  await receiver?.close()
})

const open = async (at = page) => {
  await at.goto(`${dashboard.base}/settings/notifications`)
  await at.getByRole('heading', { level: 1, name: 'Notifications' }).waitFor()
}
const card = (name: string, at = page) => at.getByRole('article', { name })
const row = (text: string | RegExp) => page.getByRole('row').filter({ hasText: text })

/** A repository that nobody has seen before. */
const scan = (repository: string) =>
  putScan(dashboard.client, 'code:new', [
    report({
      scope: `git:github.com/acme/${repository}`,
      at: new Date().toISOString(),
      findings: [finding('service:openai')],
    }),
  ])
const arrived = async (count: number) => {
  await expect.poll(() => receiver.received.length, { timeout: 60_000, interval: 100 }).toBe(count)
  return receiver.received.at(-1)
}
/** As the documentation tells receivers to do it. */
function isSigned({ headers, body }: Received, secret: string): boolean {
  const { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': signature } = headers
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  return signature === `v1,${createHmac('sha256', key).update(`${id}.${at}.${body}`).digest('base64')}`
}

let secret = ''

describe('an administrator', () => {
  it('is told what the page is for, and where an address may not lead', async () => {
    await open()
    await page.getByText('Nobody is told of anything yet').waitFor()
    await page.getByRole('button', { name: 'Add a destination' }).click()
    const dialog = page.getByRole('dialog', { name: 'Add a destination' })
    await dialog.getByLabel('Webhook', { exact: false }).first().check()
    await dialog.getByRole('button', { name: 'Add destination' }).click()
    await dialog.getByText('The address to post to').waitFor()
    await dialog.getByLabel('Name').fill('Inbox <b>of</b> governance')
    await dialog.getByLabel(/^Address/).fill('https://10.0.0.7/hook')
    await dialog.getByRole('button', { name: 'Add destination' }).click()
    await dialog.getByText('is not on the public internet').waitFor()
    await dialog.getByLabel(/^Address/).fill(receiver.url)
    await dialog.getByRole('button', { name: 'Add destination' }).click()
    secret = await page.getByRole('textbox', { name: 'Signing secret' }).inputValue()
    await page.getByRole('button', { name: 'Done' }).click()
    await card('Inbox <b>of</b> governance').waitFor()
    const shown = await page.content()
    expect(shown).not.toContain(secret)
    expect(shown).not.toContain('a-secret-path')
  })

  it('sends a test and sees that it arrived', async () => {
    await card('Inbox').getByRole('button', { name: 'Send a test' }).click()
    await card('Inbox').getByText('The test message arrived').waitFor()
    const test = await arrived(1)
    expect(test?.json).toMatchObject({ type: 'ai-census.test', data: { news: [] } })
    expect(test && isSigned(test, secret)).toBe(true)
  })

  it('gets exactly one message about what a scan finds anew, and none about what was there', async () => {
    await scan('brand-new')
    const message = await arrived(2)
    expect(message && isSigned(message, secret)).toBe(true)
    const { title, news } = dataOf(message)
    expect(title).toContain('1 unregistered AI system discovered')
    const told = news.filter(({ kind }) => kind === 'system-discovered')
    expect(told.map(({ subject }) => subject.name)).toEqual(['brand-new'])
    await row('1 new system').getByText('Sent').waitFor()
    await scan('brand-new')
    expect(receiver.received).toHaveLength(2)
  })

  it('need not care that the receiver stumbles: it is sent again, with the same id', async () => {
    receiver.answers.push({ status: 500, body: 'out of order' })
    await scan('while-it-stumbles')
    const [first, second] = [await arrived(3), await arrived(4)]
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id'])
    expect(second?.body).toBe(first?.body)
    await row('while-it-stumbles').getByText('Sent').waitFor()
    await row('while-it-stumbles').getByText('2 attempts').waitFor()
  })

  it('sees which message a receiver that is gone did not take, and sends it again', async () => {
    receiver.answers.push({ status: 410, body: 'gone for good' })
    await scan('while-it-is-gone')
    await arrived(5)
    await row('while-it-is-gone').getByText('Failed').waitFor()
    await row('while-it-is-gone').getByText('It answered 410: gone for good').waitFor()
    await row('while-it-is-gone').getByRole('button', { name: 'Send again' }).click()
    await arrived(6)
    await row('while-it-is-gone').getByText('Sent').waitFor()
  })

  it('edits without giving the address again, pauses, and finds it all in the access events', async () => {
    await card('Inbox').getByRole('button', { name: 'Edit' }).click()
    await page.getByLabel('Name').fill('Inbox')
    await page.getByLabel('New supplier', { exact: false }).uncheck()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    const answered = Promise.withResolvers<void>()
    await page.route('**/test', async (route) => {
      await answered.promise
      await route.continue()
    })
    await card('Inbox').getByRole('button', { name: 'Send a test' }).click()
    // What is pressed while the test is still on its way is not lost.
    await card('Inbox').getByText('More').click()
    await card('Inbox').getByRole('button', { name: 'Pause' }).click()
    answered.resolve()
    await arrived(7)
    await card('Inbox').getByText('Paused').waitFor()
    await page.unrouteAll({ behavior: 'wait' })
    await page.goto(`${dashboard.base}/settings/access`)
    await row('Destination set').getByText('Inbox <b>of</b> governance (webhook)').waitFor()
    await row('Destination changed').first().waitFor()
    expect(await page.content()).not.toContain('a-secret-path')
  })
})

it('a viewer sees what is set and is offered nothing', async () => {
  const { data } = await dashboard.client.POST('/api/v1/users', {
    body: { email: 'vera@acme.example', role: 'viewer' },
  })
  const vera = await (await dashboard.browser.newContext({ viewport: { width: 390, height: 844 } })).newPage()
  await vera.goto(data?.invitation.link ?? '')
  await vera.getByRole('heading', { level: 1 }).first().waitFor()
  await open(vera)
  await card('Inbox', vera).waitFor()
  for (const name of ['Add a destination', 'Send a test', 'Edit', 'Send again'])
    expect([name, await vera.getByRole('button', { name }).count()]).toEqual([name, 0])
  const wider = await vera.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
  expect(wider).toBeLessThanOrEqual(0)
})

it('the sealing key lies beside the database, for its owner alone', () => {
  expect(Buffer.from(readFileSync(`${dashboard.data}/sealing.key`, 'utf8'), 'base64')).toHaveLength(32)
})
