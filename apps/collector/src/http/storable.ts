import { type Fault, placeOf } from './problem.ts'

/** In valid UTF-8 only an escape can bring what cannot be kept, so most bodies need no second walk. */
const SUSPECT = /\\u(0000|d[89a-f])/i

const DEEPEST = 64

/** PostgreSQL keeps neither NUL nor half a surrogate pair; better said here, with the place, than failed there. */
export const unstorable = (text: string, value: unknown, root = ''): Fault | null =>
  SUSPECT.test(text) ? walk(value, [], root) : null

function walk(value: unknown, path: PropertyKey[], root: string): Fault | null {
  if (typeof value === 'string') return isStorable(value) ? null : badText(path, root)
  if (typeof value !== 'object' || value === null) return null
  if (path.length > DEEPEST) return { place: placeOf(path, root), message: 'nested too deep' }
  for (const [step, inner] of Array.isArray(value) ? value.entries() : Object.entries(value)) {
    if (typeof step === 'string' && !isStorable(step)) return badText(path, root)
    const fault = walk(inner, [...path, step], root)
    if (fault) return fault
  }
  return null
}

export const isStorable = (text: string): boolean => !text.includes('\0') && text.isWellFormed()
export const badText = (path: PropertyKey[], root = ''): Fault => ({
  place: placeOf(path, root).replaceAll(/[^ -~]/g, '?'),
  message: 'text may hold neither NUL nor half a surrogate pair',
})
