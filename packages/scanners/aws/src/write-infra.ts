/** Writes what is generated of the table: `node packages/scanners/aws/src/write-infra.ts`. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { infraFiles, readmeWithTable } from './infra.ts'

const root = join(import.meta.dirname, '..', '..', '..', '..')

for (const [path, text] of Object.entries(infraFiles())) {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

const readme = join(import.meta.dirname, '..', 'README.md')
writeFileSync(readme, readmeWithTable(readFileSync(readme, 'utf8')))
