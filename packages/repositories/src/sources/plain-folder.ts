import { createHash } from 'node:crypto'
import { judgeLinks } from '../files/links.ts'
import { statId, type Walked, walk } from '../files/walk.ts'
import type { Remote } from '../remote.ts'
import { diskBatches, diskSize, diskTexts } from './disk.ts'
import type { Snapshot } from './snapshot.ts'

export interface PlainFolder {
  readonly root: string
  readonly gitignore: boolean
  readonly signal: AbortSignal
  /** A listing that was made already. */
  readonly walked?: Walked
  readonly remote?: Remote | null
  /** Whether anybody keeps what is told here: else no file is asked for its state. */
  readonly remembered: boolean
}

/** A folder as it lies there: no repository, or none that a git could read. */
export function openPlainFolder({
  root,
  gitignore,
  signal,
  walked,
  remote = null,
  remembered,
}: PlainFolder): Snapshot {
  const startedAt = Date.now()
  const listed = walked ?? walk(root, { gitignore, signal })
  const files = listed.files.map((path) => ({
    path,
    id: remembered ? statId(`${root}/${path}`, startedAt) : null,
  }))
  return {
    commit: null,
    remote,
    below: '',
    history: null,
    contentKey: remembered ? keyOf(files, listed) : null,
    isModified: () => true,
    list: async () => ({ files, unknowns: [...listed.unknowns, ...judgeLinks(listed.links, root)] }),
    sizeOf: ({ path }) => diskSize(root, path),
    batches: (some) => diskBatches(root, some),
    texts: (paths) => diskTexts(root, paths),
    above: async () => [],
    close: async () => undefined,
  }
}

function keyOf(
  files: readonly { path: string; id: string | null }[],
  { links, unknowns }: Walked,
): string | null {
  if (files.some(({ id }) => id === null)) return null
  const hash = createHash('sha256')
  for (const { path, id } of files) hash.update(`${path}\0${id}\0`)
  return hash.update(JSON.stringify([[...links], unknowns])).digest('hex')
}
