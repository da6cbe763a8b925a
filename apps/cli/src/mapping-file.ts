import { readFileSync } from 'node:fs'
import { ImportMapping, RowChoice } from '@ai-census/schema'
import { z } from 'zod'
import { UsageError } from './exit-codes.ts'
import { reasonOf } from './state.ts'

/** How a sheet is to be read, and what single rows are, by their number in the spreadsheet. */
export const MappingFile = ImportMapping.extend({
  rows: z.record(z.string().regex(/^[1-9]\d*$/, 'the number of a row'), RowChoice).optional(),
})
export type MappingFile = z.infer<typeof MappingFile>

export function readMappingFile(path: string): MappingFile {
  let value: unknown
  try {
    value = JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new UsageError(`cannot read the mapping ${path} (${reasonOf(error)})`)
  }
  const parsed = MappingFile.safeParse(value)
  if (parsed.success) return parsed.data
  const faults = parsed.error.issues
    .slice(0, 5)
    .map(({ path: at, message }) => `${at.join('.') || 'it'}: ${message}`)
  throw new UsageError(`the mapping ${path} is not valid: ${faults.join('; ')}`)
}
