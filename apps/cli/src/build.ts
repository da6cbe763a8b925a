import { dirname } from 'node:path'
import { disk } from './disk.ts'
import { VERSION } from './version.ts'

/** Which build this is: its version, and for those who build it themselves where and when. */
export function build(): (string | number)[] {
  const own = import.meta.filename
  const [file, folder] = [disk.statSync(own), disk.statSync(dirname(own))]
  return [VERSION, own, file.size, file.mtimeMs, folder.mtimeMs, folder.ino]
}

/** From its sources a program changes without that anything here could notice it. */
export const isBuilt = (): boolean => !import.meta.filename.endsWith('.ts')
