import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { withoutProof } from './catalogue.ts'
import { BUNDLED, compileToJson, GENERATED, stampOf } from './compile.ts'

const compiled = compileToJson()
for (const file of [GENERATED, BUNDLED]) mkdirSync(dirname(file), { recursive: true })
writeFileSync(GENERATED, JSON.stringify({ ...compiled, stamp: stampOf() }))
writeFileSync(BUNDLED, asciiJson(withoutProof(compiled)))
process.stdout.write(`${Object.keys(compiled.suppliers).length} suppliers, ${compiled.hash.slice(0, 12)}\n`)

/** In ASCII, which is read as it lies there: a few letters of another script would make the whole text twice as large. */
function asciiJson(value: unknown): string {
  const escaped = (letter: string) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`
  return JSON.stringify(value).replace(/[\u0080-\uffff]/g, escaped)
}
