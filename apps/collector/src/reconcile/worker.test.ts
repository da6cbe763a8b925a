import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { createReconciler } from './worker.ts'

const log = pino({ level: 'silent' })

describe('the reconciler', () => {
  it('runs once for a crowd of reports', async () => {
    let runs = 0
    const reconciler = createReconciler(async () => void runs++, log)
    for (let i = 0; i < 100; i++) reconciler.wake()
    await sleep(200)
    expect(runs).toBe(1)
    await reconciler.stop()
  })

  it('never runs twice at once, and settles only after a run that began after the call', async () => {
    let at = 0
    let most = 0
    const begun: number[] = []
    const reconciler = createReconciler(async () => {
      begun.push(performance.now())
      most = Math.max(most, ++at)
      await sleep(30)
      at--
    }, log)
    const first = reconciler.settle(5000)
    await sleep(10)
    const called = performance.now()
    await Promise.all([first, reconciler.settle(5000), reconciler.settle(5000)])
    expect(most).toBe(1)
    expect(begun.at(-1)).toBeGreaterThan(called)
    await reconciler.stop()
  })

  it('tries again after a failure', async () => {
    let runs = 0
    const reconciler = createReconciler(async () => {
      runs += 1
      if (runs === 1) throw new Error('the connection was cut')
    }, log)
    reconciler.wake()
    await sleep(1400)
    expect(runs).toBe(2)
    await reconciler.stop()
  })

  it('does not wait for ever', async () => {
    const reconciler = createReconciler(() => sleep(300), log)
    const started = performance.now()
    await reconciler.settle(20)
    expect(performance.now() - started).toBeLessThan(250)
    await reconciler.stop()
  })
})
