import { describe, expect, it } from 'vitest'
import type { DecisionBody, HistoryRow, LoggedDecision } from '#lib/types.ts'
import { daysOf, entriesOf, horizonOf } from './timeline.ts'

const at = (minute: number, date = '2026-11-26') => `${date}T08:${String(minute).padStart(2, '0')}:00.000Z`
const decided = (sequence: number, when: string, body: DecisionBody): LoggedDecision => ({
  sequence,
  at: when,
  author: 'dana',
  body,
  previous: '',
  hash: '',
  revokedBy: null,
})
const seen = (when: string, type: string, name: string, event: string, detail = ''): HistoryRow => ({
  at: when,
  subject: { type, id: name, name },
  event,
  detail,
})
const nameOf = (slug: string) => (slug === 'openai' ? 'OpenAI' : slug)
const told = (decisions: LoggedDecision[], history: HistoryRow[]) =>
  entriesOf({ decisions, history, nameOf }).map(({ by, text }) => (by ? `${by} ${text}` : text))

describe('the timeline of a system', () => {
  it('tells who decided what, with the values', () => {
    const fields = { businessOwner: 'Dana Reyes', purpose: null, userImpact: 'customer-facing' }
    expect(told([decided(1, at(0), { type: 'set-fields', system: 's', fields })], [])).toEqual([
      'dana set business owner to “Dana Reyes”; let discovery answer for purpose; set user impact to “Customer-facing”',
    ])
  })

  it('tells a decision once, though the inventory followed it', () => {
    const rate: DecisionBody = {
      type: 'rate',
      system: 's',
      level: 'low',
      answers: {},
      rationale: 'Drafts only',
      nextReview: '2027-01-01',
    }
    const echo = seen(at(0), 'system', 'Bot', 'changed', 'Fields: riskLevel, riskRationale.')
    const later = seen(at(30), 'system', 'Bot', 'changed', 'Fields: technicalOwner.')
    expect(told([decided(1, at(0), rate)], [echo, later])).toEqual([
      'What is known of its technical owner changed',
      'dana rated low: Drafts only',
    ])
  })

  it('says of a decision that it was taken back, and by whom', () => {
    const taken = decided(1, at(0), { type: 'dismiss', system: 's', reason: 'A toy' })
    const revokedBy = { sequence: 2, at: at(5), author: 'sam' }
    expect(entriesOf({ decisions: [{ ...taken, revokedBy }], history: [], nameOf })).toEqual([
      expect.objectContaining({ text: 'dismissed: A toy', tone: 'quiet', revoked: { by: 'sam', at: at(5) } }),
    ])
  })

  it('says what came and what went, by the names that people know', () => {
    expect(told([], [seen(at(0), 'system', 'Bot', 'changed', 'Suppliers: +openai, −cohere.')])).toEqual([
      'New supplier: OpenAI; no longer: cohere',
    ])
  })

  it('makes one line of what one look brought of one kind', () => {
    const rows = Array.from({ length: 12 }, (_, n) => seen(at(0), 'component', `c${n}`, 'appeared'))
    const [entry] = entriesOf({ decisions: [], history: rows, nameOf })
    expect(entry).toMatchObject({ text: '12 components were found', names: rows.map((r) => r.subject.name) })
  })

  it('is parted by days, the newest first', () => {
    const days = daysOf(
      entriesOf({
        decisions: [],
        history: [
          seen(at(0, '2026-11-25'), 'system', 'x', 'missing'),
          seen(at(1), 'system', 'x', 'returned'),
        ],
        nameOf,
      }),
    )
    expect(days.map(({ title, entries }) => [title, entries.length])).toEqual([
      ['26 Nov 2026', 1],
      ['25 Nov 2026', 1],
    ])
  })

  it('reaches no further back than both lists were read', () => {
    expect(
      horizonOf([
        { oldest: at(5), more: true },
        { oldest: at(9), more: false },
      ]),
    ).toBe(at(5))
    expect(horizonOf([{ oldest: at(5), more: false }])).toBe('')
  })
})
