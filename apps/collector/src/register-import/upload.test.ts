import { withDatabases } from '@ai-census/db/testing'
import { workbookOf } from '@ai-census/register-import/testing'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { OPERATOR, type TestCollector, testCollector } from '../testing/collector.ts'
import {
  confirm,
  csv,
  draftOf,
  importRegister,
  inventoryOf,
  planOf,
  register,
  upload,
} from '../testing/register.ts'
import { bodyOf, clientOf, cookieFor, send, tokenFor } from '../testing/requests.ts'

withDatabases('bringing a register', (database) => {
  let collector: TestCollector
  beforeEach(() => {
    collector = testCollector(database())
  })
  afterEach(() => collector.stop())

  const { system } = inventoryOf(() => collector)
  const octets = { 'content-type': 'application/octet-stream' }

  it('is for who governs: viewers, auditors and scanners may not, and nobody unknown', async () => {
    const statusFor = async (headers: Record<string, string>) =>
      (await upload(collector, register, { headers: { ...octets, ...headers } })).status
    const person = async (role: Parameters<typeof cookieFor>[1]) =>
      statusFor({
        cookie: await cookieFor(collector, role),
        origin: 'http://127.0.0.1:7420',
        host: '127.0.0.1:7420',
      })
    expect(await statusFor({})).toBe(401)
    expect(await statusFor({ authorization: `Bearer ${await tokenFor(collector, '*')}` })).toBe(403)
    expect(await Promise.all([person('viewer'), person('auditor')])).toEqual([403, 403])
    expect(await Promise.all([person('governance'), person('admin')])).toEqual([201, 201])
  })

  it('answers how each column is understood, and why', async () => {
    const draft = await draftOf(collector, register)
    expect(draft).toMatchObject({ state: 'draft', rowCount: 3, headerRow: 1, createdBy: 'operator' })
    expect(draft.columns.map(({ column, target, confidence }) => [column, target, confidence])).toEqual([
      ['A', 'id', 'certain'],
      ['B', 'name', 'certain'],
      ['C', 'businessOwner', 'likely'],
      ['D', 'riskLevel', 'certain'],
      ['E', 'lifecycle', 'certain'],
      ['F', 'repository', 'certain'],
      ['G', null, 'none'],
    ])
  })

  it('reads a workbook, and another sheet of it by name', async () => {
    const workbook = workbookOf([
      { name: 'Legend', rows: [['Ask Ada'], ['or Ben']] },
      { name: 'Register', rows: [['Our AI'], null, ['System', 'Risk'], ['Shop assistant', 'hoch']] },
    ])
    const { rows } = await importRegister(collector, workbook)
    expect(rows).toMatchObject([{ row: 4, outcome: 'create' }])
    expect((await system('Shop assistant')).fields.riskLevel?.value).toBe('high')
    const answer = await upload(collector, workbook, { fileName: 'r.xlsx', sheet: 'Legend' })
    expect(await bodyOf(answer)).toMatchObject({ sheet: 'Legend', file: { format: 'xlsx', name: 'r.xlsx' } })
  })

  it.each([
    ['a page', new TextEncoder().encode('<html></html>'), /web page/],
    ['a cut off workbook', workbookOf([{ rows: [['Name']] }]).subarray(0, 300), /damaged or cut off/],
    ['nothing', new Uint8Array(), /empty/],
  ])('refuses %s with a sentence, and keeps nothing', async (_, file, sentence) => {
    const answer = await upload(collector, file)
    expect([answer.status, (await bodyOf(answer)).detail]).toEqual([422, expect.stringMatching(sentence)])
    expect((await clientOf(collector).GET('/api/v1/register-imports')).data?.total).toBe(0)
  })

  it('refuses what is too large, and what is sent as something else', async () => {
    expect((await upload(collector, new Uint8Array(16 * 1024 * 1024 + 1))).status).toBe(413)
    const json = { authorization: `Bearer ${OPERATOR}`, 'content-type': 'application/json' }
    expect((await upload(collector, register, { headers: json })).status).toBe(415)
    const packed = { authorization: `Bearer ${OPERATOR}`, ...octets, 'content-encoding': 'gzip' }
    expect((await upload(collector, register, { headers: packed })).status).toBe(415)
  })

  it('keeps hostile cells as the text that they are', async () => {
    const cells = [
      "=cmd|' /C calc'!A0",
      'مرحبا \u202Eevil',
      '👩‍👩‍👧‍👦',
      '<script>alert(1)</script>',
      "'); drop table decision; --",
    ]
    await importRegister(
      collector,
      csv('Name,Purpose', ...cells.map((cell, i) => `System ${i},"${cell}"`), 'Nul\0l,x'),
    )
    for (const [i, cell] of cells.entries())
      expect((await system(`System ${i}`)).fields.purpose?.value).toBe(cell)
    expect(await system('Null')).toMatchObject({ state: 'registered' })
  })

  it('says what a row may hold where it holds a book', async () => {
    const { rows } = await planOf(
      collector,
      (
        await draftOf(
          collector,
          csv('Name,Purpose,Notes', `A system,${'x'.repeat(10_000)},${'y'.repeat(10_000)}`),
        )
      ).id,
    )
    expect(rows[0]).toMatchObject({ outcome: 'error', problems: [{ column: 'B' }] })
    expect(rows[0]?.kept.Notes).toHaveLength(10_000)
  })

  it('gives a large dry run in pages, and just the rows that are asked for', async () => {
    const lines = Array.from({ length: 700 }, (_, i) => `System number ${i},${i % 2 ? 'low' : 'Amber'}`)
    const { id } = await draftOf(collector, csv('Name,Risk', ...lines))
    const params = { path: { id } }
    const seen: number[] = []
    for (let cursor: string | undefined; ; ) {
      const { data } = await clientOf(collector).GET('/api/v1/register-imports/{id}/plan', {
        params: { ...params, query: { limit: 200, outcome: 'create', ...(cursor ? { cursor } : {}) } },
      })
      seen.push(...(data?.rows ?? []).map(({ row }) => row))
      expect(data?.total).toBe(350)
      if (!data?.next) break
      cursor = data.next
    }
    expect(seen).toEqual(Array.from({ length: 350 }, (_, i) => 3 + 2 * i))
  })

  it('lists what was brought, and discards a draft but nothing that was confirmed', async () => {
    const draft = await draftOf(collector, register)
    collector.clock.pass(1000)
    const done = (await importRegister(collector, register)).import
    const client = clientOf(collector)
    const listed = await client.GET('/api/v1/register-imports')
    expect(listed.data?.rows.map(({ id, state }) => [id, state])).toEqual([
      [done.id, 'confirmed'],
      [draft.id, 'draft'],
    ])
    const discard = (id: string) =>
      client.DELETE('/api/v1/register-imports/{id}', { params: { path: { id } } })
    expect((await discard(draft.id)).response.status).toBe(200)
    expect((await discard(draft.id)).response.status).toBe(404)
    expect((await discard(done.id)).response.status).toBe(409)
    const params = { path: { id: done.id } }
    const mapping = await client.PUT('/api/v1/register-imports/{id}/mapping', { params, body: {} })
    expect(mapping.response.status).toBe(409)
    const other = await confirm(collector, done.id, 'another-plan')
    expect(other.response.status).toBe(409)
    expect((await client.GET('/api/v1/register-imports/{id}', { params })).data).toMatchObject({
      state: 'confirmed',
      confirmedBy: 'operator',
      decisions: { count: 3 },
    })
    const kept = await client.GET('/api/v1/register-imports/{id}/plan', {
      params: { ...params, query: { outcome: 'create', limit: 2 } },
    })
    expect(kept.data).toMatchObject({ total: 3, rows: [{ row: 2 }, { row: 3 }] })
  })

  it('tells which columns of a mapping are not there, and which rows of a choice', async () => {
    const { id } = await draftOf(collector, register)
    const params = { path: { id } }
    const client = clientOf(collector)
    const mapped = await client.PUT('/api/v1/register-imports/{id}/mapping', {
      params,
      body: { columns: { Owner: 'technicalOwner', Colour: 'purpose' } },
    })
    expect(mapped.data?.unknownColumns).toEqual(['Colour'])
    expect(mapped.data?.columns[2]).toMatchObject({ target: 'technicalOwner', confidence: 'chosen' })
    const nowhere = await client.PUT('/api/v1/register-imports/{id}/mapping', {
      params,
      body: { headerRow: 99 },
    })
    expect(nowhere.response.status).toBe(422)
    const choice = await client.PUT('/api/v1/register-imports/{id}/choices', {
      params,
      body: { rows: [{ row: 1, choice: { action: { type: 'skip' } } }] },
    })
    expect(choice.response.status).toBe(422)
    const unknown = await send(collector, 'PUT', `/api/v1/register-imports/${id}/mapping`, {
      body: JSON.stringify({ columns: { A: 'colour' } }),
    })
    expect(unknown.status).toBe(422)
  })
})
