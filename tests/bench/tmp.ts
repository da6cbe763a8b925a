const t0 = performance.now()

import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs'
import { createPrefilter, createSlab } from '@ai-census/detectors/engine'
import { SLAB_BYTES, scanFolder } from './engine/scan-folder.ts'
import { readText, walk } from './engine/walk.ts'

const l = readFileSync('.work/literals.txt', 'utf8').trimEnd().split('\n')
const t1 = performance.now()
const pf = createPrefilter(l)
const t2 = performance.now()
const slab = createSlab(SLAB_BYTES)
const folder = process.cwd() + '/.work/corpus'
let n = 0
for (const f of walk(folder)) n++
const t3 = performance.now()
const files = [...walk(folder)]
const t4 = performance.now()
for (const f of files) readText(f, slab)
const t5 = performance.now()
let b = 0
for (const f of files) {
  const h = openSync(f, 'r')
  b += readSync(h, slab.u8, 0, 65536, null)
  closeSync(h)
}
const t6 = performance.now()
for (const f of files) {
  const h = openSync(f, 'r')
  closeSync(h)
}
const t7 = performance.now()
scanFolder(folder, pf, l, slab, openSync('/dev/null', 'w'))
const t8 = performance.now()
console.log({
  startToMain: t0,
  imports: t1 - t0,
  build: t2 - t1,
  walk: t3 - t2,
  walk2: t4 - t3,
  read: t5 - t4,
  read64only: t6 - t5,
  openclose: t7 - t6,
  scanFolder: t8 - t7,
})
