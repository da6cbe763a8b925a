import type { SystemRisk } from '@ai-census/api'
import { describe, expect, it } from 'vitest'
import { answerLines, given, monthsUntilReview, startOf } from './risk.ts'

const risk = {
  answers: { autonomy: 'advises', 'supplier-opacity': 'reviewed' },
  questions: [
    { factor: 'autonomy', question: 'Does it decide?', levels: [{ id: 'advises', label: 'it advises' }] },
    { factor: 'supplier-opacity', question: 'Who serves it?', levels: [] },
  ],
  rating: {
    level: 'low',
    answers: {},
    rationale: 'r',
    nextReview: '2027-01-01',
    by: 'dana',
    at: '2026-11-26T08:00:00.000Z',
    reopened: [{ factor: 'supplier-opacity', reason: 'New supplier: anthropic.' }],
  },
} as unknown as SystemRisk // what these functions read of it

describe('rating again', () => {
  it('begins with the answers that still stand', () => {
    expect(startOf(risk)).toEqual({ autonomy: 'advises' })
  })

  it('sends only what was answered', () => {
    expect(given({ autonomy: 'advises', oversight: '' })).toEqual({ autonomy: 'advises' })
  })

  it('shows each answer in words, and why one is asked anew', () => {
    expect(answerLines(risk)).toEqual([
      { factor: 'autonomy', question: 'Does it decide?', answer: 'It advises', reopened: undefined },
      {
        factor: 'supplier-opacity',
        question: 'Who serves it?',
        answer: 'Reviewed',
        reopened: 'New supplier: anthropic.',
      },
    ])
  })

  it('proposes to look again sooner at what is riskiest', () => {
    expect(monthsUntilReview(['low', 'medium', 'high'], 'high')).toBe(6)
    expect(monthsUntilReview(['low', 'medium', 'high'], 'low')).toBe(12)
    expect(monthsUntilReview(['low'], 'unheard of')).toBe(12)
  })
})
