import { withDatabases } from '@ai-census/db/testing'
import type { IdentifierAlias, ScanReport } from '@ai-census/schema'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type TestCollector, testCollector } from '../testing/collector.ts'
import { bodyOf, day, type Look, report, send, startScan } from '../testing/requests.ts'
import { loadAliases } from './aliases.ts'

const project = (number: string): IdentifierAlias => ({
  type: 'gcp-project',
  from: `acme-${number}`,
  to: number,
})

withDatabases('names that mean the same', (database) => {
  let collector: TestCollector
  beforeEach(() => {
    collector = testCollector(database())
    collector.clock.reach(day(9))
  })
  afterEach(() => collector.stop())

  /** Gives the ledger's position after the report. */
  const put = async (look: Look, aliases?: IdentifierAlias[]): Promise<number> => {
    const body: ScanReport = { ...report(look), ...(aliases ? { aliases } : {}) }
    const response = await send(collector, 'PUT', `/api/v1/scans/${await startScan(collector)}/report`, {
      body: JSON.stringify(body),
    })
    expect(response.status, JSON.stringify(await bodyOf(response))).toBe(200)
    const { rows } = await database().pool.query('select max(position)::int as position from look')
    return rows[0].position
  }
  const inForce = (position: number) => loadAliases(database().orm, position)

  it('are those of the newest complete look of every scope, at any position of the ledger', async () => {
    const first = await put({ scope: 'gcp:one', at: day(1) }, [project('1'), project('2')])
    const second = await put({ scope: 'gcp:two', at: day(1) }, [project('3')])
    const third = await put({ scope: 'gcp:one', at: day(2) }, [project('1')])
    expect(await inForce(first)).toEqual([project('1'), project('2')])
    expect(await inForce(second)).toEqual([project('1'), project('2'), project('3')])
    expect(await inForce(third)).toEqual([project('1'), project('3')])
    expect(await inForce(0)).toEqual([])
  })

  it('stay in force after a look that says nothing of them, and are not written twice', async () => {
    await put({ at: day(1) }, [project('1')])
    await put({ at: day(2), keys: ['other'] })
    const last = await put({ at: day(3) }, [project('1')])
    expect(await inForce(last)).toEqual([project('1')])
    const { rows } = await database().pool.query('select position from look where aliases is not null')
    expect(rows).toHaveLength(1)
  })

  it('are only added to by a look that is not complete, and emptied by a complete one with none', async () => {
    await put({ at: day(1) }, [project('1')])
    expect(await inForce(await put({ at: day(2), status: 'partial' }, [project('2')]))).toEqual([
      project('1'),
      project('2'),
    ])
    expect(await inForce(await put({ at: day(3), status: 'denied', keys: [] }, []))).toHaveLength(2)
    expect(await inForce(await put({ at: day(4) }, []))).toEqual([])
  })
})
