import { describe, expect, it } from 'vitest'
import { jobPeriod } from './job-period.ts'

const since = new Date('2026-10-01T00:00:00Z')
const told = (...dates: readonly (string | undefined)[]) => {
  const period = jobPeriod(since, () => new Set<string>())
  for (const at of dates) period.add(at, (names) => names.add(`job of ${at}`))
  return period.said()
}

describe('jobs', () => {
  it('of the period count, and older ones beside them do not', () => {
    const said = told('2026-11-02T10:00:00.000Z', '2021-01-01T00:00:00.000Z', '2026-10-05T10:00:00.000Z')
    expect(said?.attributes).toEqual({
      jobs: 2,
      usageSince: '2026-10-01',
      firstUsedOn: '2026-10-05',
      lastUsedOn: '2026-11-02',
    })
    expect([...(said?.told ?? [])]).not.toContain('job of 2021-01-01T00:00:00.000Z')
  })

  it('that ran long ago are told with their dates where there are no others', () => {
    expect(told('2021-03-01T00:00:00.000Z', '2021-01-01T00:00:00.000Z')?.attributes).toEqual({
      jobs: 2,
      usageSince: '2021-01-01',
      firstUsedOn: '2021-01-01',
      lastUsedOn: '2021-03-01',
    })
  })

  it('without a date, or none at all, say nothing', () => {
    expect(told(undefined)).toBeNull()
    expect(told()).toBeNull()
  })
})
