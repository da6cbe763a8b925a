import { describe, expect, it } from 'vitest'
import { askAll } from './permission-check.ts'

const contextOf = (progress: (done: number, total: number) => void) => ({
  config: {},
  signal: new AbortController().signal,
  now: () => new Date(0),
  progress,
})

describe('questions about permissions', () => {
  it('are asked some at once, each once, and it is told how far they are', async () => {
    const asked: number[] = []
    const told: string[] = []
    let open = 0
    let most = 0
    const questions = Array.from({ length: 20 }, (_, n) => n)
    const context = contextOf((done, total) => told.push(`${done}/${total}`))
    await askAll(questions, context, async (question) => {
      asked.push(question)
      most = Math.max(most, ++open)
      await new Promise(setImmediate)
      open--
    })
    expect(asked).toEqual(questions)
    expect([told[0], told.at(-1), told.length]).toEqual(['1/20', '20/20', 20])
    expect(most).toBe(8)
  })

  it('end with what one of them throws', async () => {
    const context = contextOf(() => undefined)
    const failing = async (question: number) => {
      if (question === 2) throw new Error('a defect')
    }
    await expect(askAll([1, 2, 3], context, failing)).rejects.toThrow('a defect')
  })
})
