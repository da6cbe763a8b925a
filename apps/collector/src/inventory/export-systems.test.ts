import { withDatabases } from '@ai-census/db/testing'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type TestCollector, testCollector } from '../testing/collector.ts'
import { clientOf, finding, scanWith, send } from '../testing/requests.ts'

withDatabases('a list of systems as CSV', (database) => {
  let collector: TestCollector
  beforeEach(() => {
    collector = testCollector(database())
  })
  afterEach(() => collector.stop())

  const csv = async (query: string) => {
    const response = await send(collector, 'GET', `/api/v1/systems.csv?${query}`)
    return {
      status: response.status,
      type: response.headers.get('content-type'),
      text: await response.text(),
    }
  }
  const scanned = (name: string, supplier: string) =>
    scanWith(collector, { scope: `git:github.com/acme/${name}`, findings: [finding('lib', { supplier })] })

  it('has just the rows of its filter, in the order of the list, and just the columns that were asked for', async () => {
    await scanned('shop', 'openai')
    await scanned('bot', 'deepseek')
    await scanned('api', 'openai')
    const { text, type } = await csv('supplier=openai&sort=-name&columns=name,suppliers,state')
    expect(type).toMatch(/^text\/csv/)
    expect(text).toBe('Name,Suppliers,State\r\nshop,openai,unregistered\r\napi,openai,unregistered\r\n')
  })

  it('has every row, however many pages they are', async () => {
    const names = Array.from({ length: 1203 }, (_, n) => `system-${String(n).padStart(4, '0')}`)
    const findings = names.map((name) =>
      finding(name, { claims: [{ field: 'system', value: name, source: 'tag' }] }),
    )
    await scanWith(collector, { findings })
    const { text } = await csv('sort=name&columns=name')
    expect(text.trim().split('\r\n')).toEqual(['Name', ...names])
  })

  it('runs no formula in a spreadsheet', async () => {
    await scanned('shop', 'openai')
    const { data } = await clientOf(collector).GET('/api/v1/systems')
    const system = data?.rows[0]?.id ?? ''
    const fields = { name: '=HYPERLINK("http://evil")' }
    await clientOf(collector).POST('/api/v1/decisions', {
      body: { body: { type: 'set-fields', system, fields } },
    })
    expect((await csv('columns=name')).text).toContain(`"'=HYPERLINK(""http://evil"")"`)
  })

  it.each(['columns=nothing', 'columns=name&sort=colour', 'state=unheard-of'])(
    'is refused for %s before a line is written',
    async (query) => {
      expect((await csv(query)).status).toBe(400)
    },
  )
})
