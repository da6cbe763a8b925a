import type { RepositoryFile } from './repository.ts'

/** Of files, that which shares most folders. */
export function nearest(folder: readonly string[], files: readonly RepositoryFile[]): RepositoryFile | null {
  let best: RepositoryFile | null = null
  let most = -1
  for (const file of files) {
    const parts = file.path.split('/')
    let shared = 0
    while (shared < folder.length && folder[shared] === parts[shared]) shared += 1
    if (shared > most) {
      best = file
      most = shared
    }
  }
  return best
}
