import { createHash } from 'node:crypto'
import type { TestDatabase } from '@ai-census/db/testing'
import { withDatabases } from '@ai-census/db/testing'
import type { AuditHead } from '@ai-census/schema'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type TestCollector, testCollector } from '../testing/collector.ts'
import { clientOf, day, finding, scanWith } from '../testing/requests.ts'

/** What somebody does who owns the database and wants nobody to see it. */
const tamper = (database: TestDatabase, sql: string) =>
  database.pool.query(`
    alter table decision disable trigger user;
    ${sql};
    alter table decision enable trigger user`)

/** The fourth decision, and everything that came after it, without a trace. */
const CUT = `
  delete from decision where sequence >= 4;
  delete from look where position >= 9;
  delete from finding where from_position >= 9;
  update finding set to_position = null where to_position >= 9;
  update head set position = 8 where name = 'ledger'`

withDatabases('the decision log', (database) => {
  let collector: TestCollector
  beforeEach(() => {
    collector = testCollector(database())
  })
  afterEach(() => collector.stop())

  /** Five decisions about a system, among looks. */
  async function decideFiveTimes(): Promise<void> {
    await scanWith(collector, { keys: ['a', 'b'] }, { scope: 'git:github.com/acme/web' })
    const { data } = await clientOf(collector).GET('/api/v1/systems')
    const system = data?.rows[0]?.id ?? ''
    const purposes = ['One', 'Two', 'Three', 'Four', 'Füñf 🚀 "quoted"\n\u2028']
    for (const [n, purpose] of purposes.entries()) {
      const body = { body: { type: 'set-fields' as const, system, fields: { purpose } } }
      const { response } = await clientOf(collector).POST('/api/v1/decisions', { body })
      expect(response.status).toBe(201)
      await scanWith(collector, { keys: ['a', purpose], at: day(n + 1) })
    }
  }
  const verify = async (head?: string) => {
    const { data } = await clientOf(collector).GET('/api/v1/audit/log', {
      params: { query: head ? { head } : {} },
    })
    return data
  }
  const headOf = async (): Promise<AuditHead> => {
    const { data } = await clientOf(collector).GET('/api/v1/audit/head')
    if (!data) throw new Error('no head')
    return data
  }
  const textOf = async (path: '/api/v1/audit/decisions' | '/api/v1/audit/ledger', until?: number) => {
    const { data } = await clientOf(collector).GET(path, {
      params: { query: until === undefined ? {} : { until } },
      parseAs: 'text',
    })
    return data ?? ''
  }
  const written = (head: AuditHead) => `${head.sequence}:${head.hash}`

  it.each([
    [`update decision set author = 'mallory' where sequence = 2`],
    ['delete from decision where sequence = 5'],
    ['truncate decision'],
  ])('refuses: %s', async (sql) => {
    await decideFiveTimes()
    await expect(database().pool.query(sql)).rejects.toThrow('The log of decisions only grows')
    expect(await verify()).toMatchObject({ ok: true, length: 5 })
  })

  it('is whole as it was written, and under a head that was noted in between', async () => {
    await decideFiveTimes()
    const head = await headOf()
    expect(head).toMatchObject({ sequence: 5, count: 5, ledger: { position: 12, events: 12 } })
    expect(await verify(written(head))).toMatchObject({ ok: true, head: written(head), faults: [] })
  })

  describe('shows', () => {
    it.each([
      [
        'a changed author',
        `update decision set author = 'mallory' where sequence = 2`,
        'Decision 2 was changed after it was written.',
      ],
      [
        'a changed body',
        `update decision set body = jsonb_set(body, '{fields,purpose}', '"Other"') where sequence = 3`,
        'Decision 3 was changed after it was written.',
      ],
      [
        'a changed time',
        `update decision set at = at + interval '1 day' where sequence = 1`,
        'Decision 1 was changed after it was written.',
      ],
      ['a removed row', 'delete from decision where sequence = 3', 'Decision 3 was removed.'],
      ['removed rows', 'delete from decision where sequence in (2, 3)', 'Decisions 2 to 3 were removed.'],
      [
        'two rows in each other’s place',
        `update decision set position = -position where sequence in (2, 3);
         update decision d set position = -o.position from decision o
           where d.sequence in (2, 3) and o.sequence = 5 - d.sequence`,
        'Decision 3 stands in the ledger before the one that it follows.',
      ],
      [
        'rows whose numbers were swapped',
        `update decision set sequence = -sequence where sequence in (2, 3);
         update decision set sequence = 5 + sequence where sequence < 0`,
        'Decision 2 was changed after it was written.',
      ],
      [
        'a row put in, and the rest numbered anew',
        `update decision set sequence = -(sequence + 1) where sequence > 2;
         update decision set sequence = -sequence where sequence < 0;
         insert into decision select 3, 999, at, 'mallory', body, hash, repeat('a', 64), null
           from decision where sequence = 2`,
        'Decision 3 was changed after it was written.',
      ],
    ])('%s', async (_, sql, sentence) => {
      await decideFiveTimes()
      await tamper(database(), sql)
      const verdict = await verify()
      expect(verdict?.ok).toBe(false)
      expect(verdict?.faults).toContain(sentence)
    })

    it('rows that are missing at the end where looks came after them, by the holes that they leave', async () => {
      await decideFiveTimes()
      await tamper(database(), 'delete from decision where sequence >= 4')
      expect((await verify())?.faults).toEqual([
        'Nothing stands at position 9 of the ledger.',
        'Nothing stands at position 11 of the ledger.',
      ])
    })

    it('rows that are missing at the end, from a head that was noted earlier', async () => {
      await decideFiveTimes()
      const head = await headOf()
      await tamper(database(), CUT)
      expect((await verify())?.ok).toBe(true)
      expect((await verify(written(head)))?.faults).toEqual([
        'Decisions 4 to 5 are missing at the end, which was there when the head was noted.',
      ])
      await tamper(database(), 'truncate decision')
      expect((await verify(written(head)))?.ok).toBe(false)
    })

    it('a log that was written anew with hashes that fit, from a head that was noted earlier', async () => {
      await decideFiveTimes()
      const head = await headOf()
      await tamper(database(), CUT)
      const { data } = await clientOf(collector).GET('/api/v1/systems')
      for (const purpose of ['Another', 'Other'])
        await clientOf(collector).POST('/api/v1/decisions', {
          body: {
            body: { type: 'set-fields', system: data?.rows[0]?.id ?? '', fields: { purpose } },
          },
        })
      expect((await verify())?.ok).toBe(true)
      expect((await verify(written(head)))?.faults).toEqual([
        'Decision 5 is not the one that the head names: the log was written anew.',
      ])
    })
  })

  it('refuses what is no head', async () => {
    const { response } = await clientOf(collector).GET('/api/v1/audit/log', {
      params: { query: { head: '5:abc' } },
    })
    expect(response.status).toBe(400)
  })

  describe('with the ledger', () => {
    const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

    it('is exported in the bytes that the head is made of, the same ones whenever it is asked for', async () => {
      await decideFiveTimes()
      const head = await headOf()
      const ledger = await textOf('/api/v1/audit/ledger')
      expect(hashOf(ledger)).toBe(head.ledger.hash)
      expect(ledger.trimEnd().split('\n')).toHaveLength(head.ledger.events)
      await scanWith(collector, { keys: [], at: day(7) })
      await scanWith(collector, { keys: ['a'], at: day(8) })
      expect(await textOf('/api/v1/audit/ledger', head.ledger.position)).toBe(ledger)
      expect((await textOf('/api/v1/audit/ledger')).startsWith(ledger)).toBe(true)
    })

    it.each([
      ['a look that is no more', 'delete from look where position = 2'],
      [
        'a denied look made complete',
        `update look set coverage = '{"status": "complete"}' where position = 1`,
      ],
      [
        'what a finding says',
        `update finding_content set finding = jsonb_set(finding, '{name}', '"harmless"')`,
      ],
      ['a finding that is no more', `delete from finding where key = 'b'`],
      [
        'a finding put in',
        `insert into finding select scope_key, scanner, 'x', from_position, to_position, kind,
        hash, presence, opened, closed, last_seen, first_seen_at, changed_at, essence, essence_at, created_at
        from finding where key = 'b' and to_position is null`,
      ],
      [
        'when a finding was first seen',
        `update finding set first_seen_at = first_seen_at - interval '1 year'`,
      ],
      ['a decision at another place', 'update decision set position = 100 where sequence = 5'],
    ])('shows by its head: %s', async (_, sql) => {
      await scanWith(collector, { scope: 'git:github.com/acme/secret', status: 'denied', findings: [] })
      await decideFiveTimes()
      const head = await headOf()
      await tamper(database(), sql)
      expect(hashOf(await textOf('/api/v1/audit/ledger', head.ledger.position))).not.toBe(head.ledger.hash)
    })

    it.each([
      [
        'ended a finding',
        `update finding set to_position = 12 where key = 'a' and to_position is null`,
        'a of git:github.com/acme/shop (code) ends at position 12, where nothing of the ledger ends it.',
      ],
      [
        'let a finding go on',
        `update finding set to_position = to_position + 1 where key = 'One' and from_position = 4`,
        'One of git:github.com/acme/shop (code) goes on beyond position 6, where the ledger ends it.',
      ],
      [
        'took a look away',
        'delete from look where position = 2',
        'Nothing stands at position 2 of the ledger.',
      ],
    ])('shows without a head that somebody %s', async (_, sql, sentence) => {
      await decideFiveTimes()
      expect(await verify()).toMatchObject({ ok: true, faults: [] })
      await tamper(database(), sql)
      const verdict = await verify()
      expect(verdict?.faults).toEqual([sentence])
    })

    it('does not change when a held look is confirmed', async () => {
      const many = Array.from({ length: 20 }, (_, i) => finding(`f${i}`))
      await scanWith(collector, { findings: many })
      await scanWith(collector, { findings: [], at: day(1) })
      const { data: coverage } = await clientOf(collector).GET('/api/v1/coverage')
      expect(coverage?.rows[0]?.held).toBe(true)
      const before = await textOf('/api/v1/audit/ledger')
      const { response } = await clientOf(collector).POST('/api/v1/decisions', {
        body: {
          body: {
            type: 'release-look',
            scope: 'git:github.com/acme/shop',
            scanner: 'code',
            sequence: 2,
            accept: true,
            reason: 'the repository was emptied',
          },
        },
      })
      expect(response.status).toBe(201)
      const after = await textOf('/api/v1/audit/ledger')
      expect(after.startsWith(before)).toBe(true)
      expect(after.length).toBeGreaterThan(before.length)
      expect(await verify()).toMatchObject({ ok: true, faults: [] })
    })
  })
})
