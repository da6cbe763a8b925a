import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { compileToJson, GENERATED, stampOf } from './compile.ts'

const compiled = compileToJson()
mkdirSync(dirname(GENERATED), { recursive: true })
writeFileSync(GENERATED, JSON.stringify({ ...compiled, stamp: stampOf() }))
process.stdout.write(`${Object.keys(compiled.suppliers).length} suppliers, ${compiled.hash.slice(0, 12)}\n`)
