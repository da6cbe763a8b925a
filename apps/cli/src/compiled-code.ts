import { join } from 'node:path'
import { disk } from './disk.ts'
import { statePlace } from './state-place.ts'

/**
 * Has Node.js keep what V8 makes of the program's files between runs: a scan of a small repository spent half of its
 * time on compiling them. In the user's own state folder, since what lies there is run; where no scan has made that
 * folder yet, nothing is written. Whatever is wrong with it, it is only ever slow.
 */
export function keepCompiledCode(): void {
  const state = statePlace()
  if (disk.existsSync(state))
    process.getBuiltinModule('node:module').enableCompileCache(join(state, 'compiled'))
}
