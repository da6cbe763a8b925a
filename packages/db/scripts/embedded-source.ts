import { readdirSync, readFileSync } from 'node:fs'

const folder = new URL('../src/migrations/', import.meta.url)

/** The migrations as a module, so that a bundle carries them. */
export function embeddedSource(): string {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
  const entries = files.map((file) => {
    const sql = readFileSync(new URL(file, folder), 'utf8')
    return `  { name: ${JSON.stringify(file.replace('.sql', ''))}, sql: ${JSON.stringify(sql)} },\n`
  })
  return `// Made of the .sql files beside it by scripts/embed-migrations.ts.\nexport const migrations = [\n${entries.join('')}]\n`
}
