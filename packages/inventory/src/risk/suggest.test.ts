import { RiskAnswers, RiskFactorId } from '@ai-census/schema'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { suggestRisk } from './suggest.ts'

const scale = ['low', 'medium', 'high']
const suggest = (answers: RiskAnswers, levels = scale) => suggestRisk(answers, {}, levels)

const harmless: Required<RiskAnswers> = {
  'user-impact': 'internal',
  autonomy: 'no-decision',
  'data-sensitivity': 'internal',
  'affected-people': 'staff',
  'annex-iii': 'none',
  scale: 'tens',
  oversight: 'every-output',
  'supplier-opacity': 'reviewed',
}
const customerChat: Required<RiskAnswers> = {
  'user-impact': 'customer-facing',
  autonomy: 'advises',
  'data-sensitivity': 'personal',
  'affected-people': 'customers',
  'annex-iii': 'none',
  scale: 'thousands',
  oversight: 'on-complaint',
  'supplier-opacity': 'unreviewed',
}

/** Position in the schema's order, in which nothing is worse than what follows, but for the areas of Annex III. */
const levelsOf = (factor: RiskFactorId): readonly string[] => RiskAnswers.shape[factor].unwrap().options

const anyAnswers = fc.record(
  Object.fromEntries(RiskFactorId.options.map((f) => [f, fc.constantFrom(...levelsOf(f))])),
  { requiredKeys: [] },
)
// Each value was drawn from its own factor's levels.
const asAnswers = (drawn: Record<string, string | undefined>): RiskAnswers => RiskAnswers.parse(drawn)

describe('the suggested risk level', () => {
  it.each<[string, RiskAnswers, string]>([
    ['an assistant for staff on the organisation’s own data', harmless, 'low'],
    ['a chat for customers', customerChat, 'medium'],
    [
      'a chat for customers on health data',
      { ...customerChat, 'data-sensitivity': 'special-category' },
      'medium',
    ],
    [
      'a system that ranks applicants',
      { ...harmless, autonomy: 'advises', 'annex-iii': 'employment' },
      'high',
    ],
    [
      'a narrow task in employment that no decision rests on',
      { ...harmless, 'annex-iii': 'employment' },
      'medium',
    ],
    [
      'three grave answers',
      {
        ...harmless,
        'data-sensitivity': 'special-category',
        oversight: 'none',
        'affected-people': 'vulnerable',
      },
      'high',
    ],
    ['nothing answered', {}, 'medium'],
  ])('of %s', (_, answers, level) => {
    expect(suggest(answers).level).toBe(level)
  })

  it('is never lowered by a worse answer, on any scale', () => {
    fc.assert(
      fc.property(
        anyAnswers,
        fc.constantFrom(...RiskFactorId.options),
        fc.nat(8),
        fc.nat(8),
        fc.integer({ min: 1, max: 7 }),
        (drawn, factor, one, other, n) => {
          const levels = Array.from({ length: n }, (_, i) => `level ${i}`)
          const order = levelsOf(factor)
          const [mild, bad] = [one % order.length, other % order.length].sort((a, b) => a - b)
          const score = (answer: number) => suggest(asAnswers({ ...drawn, [factor]: order[answer]! }), levels)
          expect(levels.indexOf(score(bad!).level)).toBeGreaterThanOrEqual(levels.indexOf(score(mild!).level))
          expect(score(bad!).score).toBeGreaterThanOrEqual(score(mild!).score)
        },
      ),
      { numRuns: 300, seed: 7 },
    )
  })

  it('reaches both ends of any scale', () => {
    const levels = ['minimal', 'limited', 'elevated', 'severe', 'unacceptable']
    const least = {
      ...harmless,
      'data-sensitivity': 'public',
      'affected-people': 'nobody',
      'supplier-opacity': 'own',
    } as const
    expect(suggest(least, levels).level).toBe('minimal')
    const worst = asAnswers(Object.fromEntries(RiskFactorId.options.map((f) => [f, levelsOf(f).at(-1)!])))
    expect(suggest(worst, levels).level).toBe('unacceptable')
    expect(suggest(worst, ['all the same']).level).toBe('all the same')
    expect(() => suggest(worst, [])).toThrow(RangeError)
  })

  it('gives its reasons in sentences, the weightiest first, and says what is not answered', () => {
    const { 'user-impact': _, scale: __, ...some } = customerChat
    const { reasons, unanswered } = suggest({ ...some, 'data-sensitivity': 'special-category' })
    expect(reasons[0]).toBe('At least the middle of the scale, because of data sensitivity.')
    expect(reasons[1]).toMatch(/^Data sensitivity: it sees special categories/)
    expect(reasons.at(-1)).toBe('Not answered yet and taken for middling: user impact and scale.')
    expect(unanswered).toEqual(['user-impact', 'scale'])
    expect(reasons.every((reason) => reason.endsWith('.'))).toBe(true)
  })

  it('names the EU AI Act where an area of Annex III decides', () => {
    const { reasons } = suggest({ ...harmless, autonomy: 'advises', 'annex-iii': 'education' })
    expect(reasons[0]).toContain('EU AI Act')
    expect(reasons).toContain(
      'Area of the EU AI Act: it works in education and vocational training (Annex III).',
    )
  })

  it('takes the evidence’s answer where a person gave none, and says where a person’s is milder', () => {
    const evidence = { oversight: { answer: 'none', because: 'Nobody has said how.' } } as const
    const { oversight: _, ...rest } = harmless
    const found = suggestRisk(rest, evidence, scale).factors.find((f) => f.factor === 'oversight')
    expect(found).toMatchObject({ answer: 'none', source: 'evidence', severity: 1 })
    expect(found?.reason).toBe(
      'Human oversight, by the evidence: nobody checks its output. Nobody has said how.',
    )
    const said = suggestRisk({ ...rest, oversight: 'sampled' }, evidence, scale)
    expect(said.factors.find((f) => f.factor === 'oversight')).toMatchObject({
      answer: 'sampled',
      source: 'person',
      reason:
        'Human oversight: people check samples of its output. The evidence suggests more: Nobody has said how.',
    })
  })
})
