import { describe, expect, it } from 'vitest'
import { type Clock, createRateBudget } from './rate-budget.ts'

/** A clock on which only sleeping takes time. */
function stillClock(): Clock {
  let now = 0
  return {
    now: () => now,
    sleep: async (ms) => {
      now += ms
    },
  }
}

describe('a rate budget', () => {
  it('lets a burst through and then keeps to the rate', async () => {
    const clock = stillClock()
    const budget = createRateBudget({ perSecond: 10, burst: 5, clock })
    for (let i = 0; i < 5; i++) await budget.take()
    expect(clock.now()).toBe(0)
    for (let i = 0; i < 20; i++) await budget.take()
    expect(clock.now()).toBeCloseTo(2000, 0)
  })

  it('does not spin on a clock that stands still', async () => {
    const waits: number[] = []
    const sleep = async (ms: number) => {
      waits.push(ms)
    }
    const budget = createRateBudget({ perSecond: 1, clock: { now: () => 0, sleep } })
    for (let i = 0; i < 3; i++) await budget.take()
    expect(waits).toEqual([1000, 2000])
  })

  it('stands still for as long as the provider says, goes on slower, and recovers', async () => {
    const clock = stillClock()
    const budget = createRateBudget({ perSecond: 100, clock })
    budget.throttled(3000)
    budget.throttled(3000)
    expect(budget.rate).toBe(50)
    await budget.take()
    expect(clock.now()).toBeGreaterThanOrEqual(3000)
    for (let i = 0; i < 100; i++) budget.succeeded()
    expect(budget.rate).toBe(100)
  })
})
