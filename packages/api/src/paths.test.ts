import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { pathsSource } from '../scripts/paths-source.ts'

describe('the client’s types', () => {
  it('are those of the committed OpenAPI document', async () => {
    const committed = readFileSync(new URL('./paths.ts', import.meta.url), 'utf8')
    expect(committed, 'run `pnpm --filter @ai-census/api generate`').toBe(await pathsSource())
  })
})
