/** One whole scan in a process of its own: `node scan-process.ts FOLDER LITERALS-FILE`, hits on standard output. */
import { readFileSync } from 'node:fs'
import { createPrefilter, createSlab } from '@ai-census/detectors/engine'
import { SLAB_BYTES, scanFolder } from './scan-folder.ts'

const [folder, literalsFile] = process.argv.slice(2)
if (folder === undefined || literalsFile === undefined)
  throw new Error('Usage: scan-process.ts FOLDER LITERALS-FILE')
const literals = readFileSync(literalsFile, 'utf8').trimEnd().split('\n')
scanFolder(folder, createPrefilter(literals), literals, createSlab(SLAB_BYTES), 1)
