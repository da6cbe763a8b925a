import { readFileSync } from 'node:fs'
import { OperatorError } from '@ai-census/db'

/** A secret that the environment gives as a value, or as the name of a file that holds it; null: neither. */
export function readSecret(
  name: string,
  { value, file }: { value: string | undefined; file: string | undefined },
): string | null {
  if (value && file) throw new OperatorError(`Give ${name} or ${name}_FILE, not both.`)
  if (!file) return value || null
  try {
    const read = readFileSync(file, 'utf8').trim()
    if (read) return read
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new OperatorError(`${name}_FILE cannot be read: ${reason}.`)
  }
  throw new OperatorError(`${name}_FILE names an empty file.`)
}
