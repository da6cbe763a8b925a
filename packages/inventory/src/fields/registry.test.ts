import { readdirSync } from 'node:fs'
import { SystemFields } from '@ai-census/schema'
import { describe, expect, it } from 'vitest'
import { fieldRules } from './index.ts'

const OTHERS = new Set(['index.ts', 'rule.ts', 'answer.ts'])
const kebab = (name: string): string => name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)

describe('the registry of fields', () => {
  it('has every field of a system, each under its own name', () => {
    expect(Object.keys(fieldRules).toSorted()).toEqual(SystemFields.keyof().options.toSorted())
    for (const [field, rule] of Object.entries(fieldRules)) expect(rule.field).toBe(field)
  })

  it('has one file for each, and no file besides', () => {
    const files = readdirSync(import.meta.dirname).filter((f) => !f.endsWith('.test.ts') && !OTHERS.has(f))
    expect(files.toSorted()).toEqual(
      Object.keys(fieldRules)
        .map((f) => `${kebab(f)}.ts`)
        .toSorted(),
    )
  })
})
