import { join } from 'node:path'
import { build } from './build.ts'
import { checksum } from './checksum.ts'
import { disk } from './disk.ts'
import { statePlace } from './state-place.ts'

/**
 * Has Node.js keep what V8 makes of the program's files between runs: a scan of a small repository spent half of its
 * time on compiling them. In the user's own state folder, since what lies there is run; where no scan has made that
 * folder yet, nothing is written. Whatever is wrong with it, it is only ever slow.
 */
export function keepCompiledCode(): void {
  const state = statePlace()
  if (!disk.existsSync(state)) return
  const builds = join(state, 'compiled')
  const own = join(builds, checksum(Buffer.from(JSON.stringify(build()))))
  if (!disk.existsSync(own)) forgetEarlierBuilds(builds)
  process.getBuiltinModule('node:module').enableCompileCache(own)
}

/** Two programs side by side keep their own, and one that is built again and again does not fill the disk. */
const EARLIER_BUILDS = 2

/** Another process that runs one of these has read it already, and writes nothing where its folder has gone. */
function forgetEarlierBuilds(builds: string): void {
  try {
    if (!disk.existsSync(builds)) return
    const folders = disk.readdirSync(builds).map((name) => join(builds, name))
    const byAge = folders.map((folder) => ({ folder, at: disk.statSync(folder).mtimeMs }))
    byAge.sort((a, b) => b.at - a.at)
    for (const { folder } of byAge.slice(EARLIER_BUILDS))
      disk.rmSync(folder, { recursive: true, force: true })
  } catch {
    // Two that begin at once remove the same; what stays is removed by the next build.
  }
}
