import { readFileSync } from 'node:fs'
import { createPrefilter } from '@ai-census/detectors/engine'

const l = readFileSync('.work/literals.txt', 'utf8').trimEnd().split('\n')
for (let i = 0; i < 3; i++) {
  const t1 = performance.now()
  const pf = createPrefilter(l)
  const s = pf.share()
  console.log(performance.now() - t1, s.slots.length / 2, s.lists.length)
}
