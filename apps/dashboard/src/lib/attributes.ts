/** Attributes that scanners keep beside a finding, as people read them. Pure. */
import { clip, exact, visible } from './format.ts'

const known: Readonly<Record<string, string>> = {
  dev: 'Development only',
  direct: 'Asked for directly',
  firstCommit: 'Came with commit',
  firstCommitAt: 'Came on',
  firstCommitBy: 'Came from',
  firstCommitExact: 'First commit is exact',
  range: 'Version asked for',
}
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/

/** `firstCommitAt` → `Came on`; what has no word of its own is taken apart: `maxModelLen` → `Max model len`. */
export function attributeLabel(name: string): string {
  const own = Object.hasOwn(known, name) ? known[name] : undefined
  if (own) return own
  const words = visible(name)
    .replace(
      /([a-z\d])([A-Z])(?=[a-z])/g,
      (_, before: string, letter: string) => `${before} ${letter.toLowerCase()}`,
    )
    .replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

export function attributeText(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'string' && instant.test(value)) return exact(value)
  return clip(Array.isArray(value) ? value.join(', ') : String(value), 1000)
}
