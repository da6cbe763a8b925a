import { compact } from './compact.ts'
import type { FileSigns } from './signs.ts'

/** No file that people wrote has more signs of one kind; a table of data may. */
const most = 2000

/** One file's signs together. Only one reader of a file may report calls: their numbers stay as they are. */
export function mergeSigns(parts: readonly FileSigns[]): FileSigns {
  const all: Record<string, unknown> = {}
  for (const part of parts)
    for (const [name, value] of Object.entries(part)) {
      const before = all[name]
      if (Array.isArray(before) && Array.isArray(value)) all[name] = [...before, ...value]
      else if (typeof before === 'object' && before !== null && typeof value === 'object' && value !== null)
        all[name] = { ...before, ...value }
      else if (value !== undefined) all[name] = value
    }
  for (const [name, value] of Object.entries(all))
    if (Array.isArray(value) && name !== 'calls') all[name] = value.slice(0, most)
  return compact(all)
}
