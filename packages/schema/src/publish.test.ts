import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { publishedFolder, publishedSchemas } from './publish.ts'

describe('published JSON Schemas', () => {
  it('say what the Zod values say', () => {
    for (const [name, text] of Object.entries(publishedSchemas())) {
      expect(
        readFileSync(join(publishedFolder, name), 'utf8'),
        `node packages/schema/src/publish.ts writes ${name}`,
      ).toBe(text)
    }
  })

  it('are all made from a Zod value', () => {
    expect(readdirSync(publishedFolder).sort()).toEqual(Object.keys(publishedSchemas()).sort())
  })
})
