import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'

// In a program of its own: what only works within a test would else pass.
it('every bench can be loaded outside of tests', () => {
  const load = `
    const { benches } = await import(${JSON.stringify(new URL('./benches.ts', import.meta.url).href)})
    const loaded = await Promise.all(Object.values(benches).map((load) => load()))
    console.log(JSON.stringify(loaded.map(({ prepare }) => typeof prepare)))
    process.exit()`
  const printed = execFileSync(process.execPath, ['--input-type=module', '--eval', load], {
    encoding: 'utf8',
  })
  const kinds: unknown[] = JSON.parse(printed)
  expect(kinds.length).toBeGreaterThan(10)
  expect(new Set(kinds)).toEqual(new Set(['function']))
})
