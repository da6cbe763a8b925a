import { readdirSync } from 'node:fs'
import { FlagId } from '@ai-census/schema'
import { describe, expect, it } from 'vitest'
import { flagRules } from './index.ts'

const OTHERS = new Set(['index.ts', 'rule.ts', 'wording.ts', 'governed.ts'])
const files = readdirSync(import.meta.dirname)
const rules = files.filter((f) => !f.endsWith('.test.ts') && !OTHERS.has(f)).map((f) => f.slice(0, -3))

describe('the registry of flags', () => {
  it('has every flag of the schema, each under its own id', () => {
    expect(Object.keys(flagRules)).toEqual(FlagId.options)
    for (const [id, rule] of Object.entries(flagRules)) expect(rule.id).toBe(id)
  })

  it('has one file and one test for each, and no file besides', () => {
    expect(rules.toSorted()).toEqual(FlagId.options.toSorted())
    const tests = files.filter((f) => f.endsWith('.test.ts') && f !== 'registry.test.ts')
    expect(tests.toSorted()).toEqual(FlagId.options.map((id) => `${id}.test.ts`).toSorted())
  })
})
