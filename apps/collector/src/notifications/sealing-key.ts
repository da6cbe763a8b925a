import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readKey } from './settings.ts'

/**
 * The sealing key of a data folder, made when it is not there. Beside the database and not in it: whoever gets hold of a
 * dump of the one has nothing of the other.
 */
export function keyOfFolder(folder: string): Buffer {
  const file = join(folder, 'sealing.key')
  if (!existsSync(file))
    writeFileSync(file, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
  return readKey(readFileSync(file, 'utf8'), file)
}
