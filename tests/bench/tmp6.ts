import { writeFileSync } from 'node:fs'
import { realLiterals } from './engine/literals.ts'

const r = realLiterals(2002)
console.log(r.fromCatalogue)
writeFileSync('.work/literals.txt', r.all.join('\n') + '\n')
const by: any = {}
for (const l of r.all) {
  const k = Math.min(l.length, 8)
  by[k] = (by[k] || 0) + 1
}
console.log(by)
