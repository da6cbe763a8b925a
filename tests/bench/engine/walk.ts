import { readdirSync } from 'node:fs'

/** Every file below a folder, links not followed, in no set order. */
export function* walk(folder: string): Generator<string> {
  const folders = [folder.replace(/\/$/, '')]
  for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
    for (const entry of readdirSync(next, { withFileTypes: true })) {
      if (entry.isDirectory()) folders.push(`${next}/${entry.name}`)
      else if (entry.isFile()) yield `${next}/${entry.name}`
    }
  }
}
