import { mkdirSync, writeFileSync } from 'node:fs'
import { compileToJson } from './compile.ts'

const folder = new URL('../generated/', import.meta.url)
const compiled = compileToJson()
mkdirSync(folder, { recursive: true })
writeFileSync(new URL('catalogue.json', folder), JSON.stringify(compiled))
process.stdout.write(`${Object.keys(compiled.suppliers).length} suppliers, ${compiled.hash.slice(0, 12)}\n`)
