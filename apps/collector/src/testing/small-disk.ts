import { execFileSync } from 'node:child_process'
import { rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openFolder } from '@ai-census/db/testing'

/** A file system of its own, of a few megabytes, that a test fills and empties. */
export interface SmallDisk {
  path: string
  /** Leaves no more than this free. */
  fill(leaveBytes: number): void
  makeRoom(): void
  close(): void
}

/** Null where this user may not mount one: anybody but root, and root in most containers. */
export function smallDisk(megabytes: number): SmallDisk | null {
  const path = openFolder('disk')
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', path], {
      stdio: 'ignore',
    })
  } catch {
    rmSync(path, { recursive: true })
    return null
  }
  const filler = join(path, 'filler')
  return {
    path,
    fill(leaveBytes) {
      const { bavail, bsize } = statfsSync(path)
      try {
        writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - leaveBytes)))
      } catch (error) {
        // A database that writes meanwhile may take the last of it.
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error // fs throws errno errors only
      }
    },
    makeRoom: () => rmSync(filler, { force: true }),
    close() {
      execFileSync('umount', ['--lazy', path])
      rmSync(path, { recursive: true })
    },
  }
}

/**
 * Lets a running process and those that it starts write no file beyond so many bytes (null: any), as a quota does: a
 * full disk for who may mount none.
 */
export function limitFileSize(pid: number, bytes: number | null): void {
  execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes ?? 'unlimited'}:`])
}

export const mayLimitFileSize = process.platform === 'linux'
