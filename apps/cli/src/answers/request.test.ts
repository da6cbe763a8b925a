import { afterEach, describe, expect, it, vi } from 'vitest'
import { requestOf } from './request.ts'

const asked = (...args: string[]) => requestOf(['node', 'ai-census', 'scan', '.', ...args])
const secret = `a-token-${'x'.repeat(20)}`

afterEach(() => {
  vi.unstubAllEnvs()
  vi.useRealTimers()
})

describe('a question', () => {
  it('is another one with other words, on another day, and where a variable says something else', () => {
    vi.useFakeTimers({ now: new Date('2026-06-15T23:59:00Z'), toFake: ['Date'] })
    const before = asked()
    expect(asked()).toBe(before)
    expect(asked('--no-history')).not.toBe(before)
    vi.setSystemTime(new Date('2026-06-16T00:01:00Z'))
    expect(asked()).not.toBe(before)
    vi.setSystemTime(new Date('2026-06-15T00:01:00Z'))
    expect(asked()).toBe(before)
    for (const name of ['AI_CENSUS_CODE_EXCLUDE', 'AI_CENSUS_CWD', 'GIT_CONFIG_SYSTEM', 'HOME', 'NO_COLOR']) {
      vi.stubEnv(name, '/elsewhere')
      expect(asked(), name).not.toBe(before)
      vi.unstubAllEnvs()
    }
  })

  it('is the same for whatever git tells a hook, and holds no secret', () => {
    const before = asked()
    for (const name of ['GIT_DIR', 'GIT_INDEX_FILE', 'GIT_CONFIG_VALUE_0', 'AI_CENSUS_TOKEN'])
      vi.stubEnv(name, secret)
    expect(asked()).toBe(before)
    expect(asked()).not.toContain(secret)
  })
})
