import { ScopeFailure } from '@ai-census/scanner-kit'
import { hasGit, noGit } from '../git/command.ts'
import { createPartialClone, type PartialClone } from '../git/partial-clone.ts'
import { type Place, type RemoteOptions, remoteGit, shown } from '../git/remote.ts'
import type { Remote } from '../remote.ts'
import { openEmpty } from './empty.ts'
import { openGitObjects } from './git-objects.ts'
import type { Snapshot } from './snapshot.ts'

export interface GitUrl extends RemoteOptions {
  readonly place: Place
  /** A branch, tag or commit; undefined for the default branch. */
  readonly ref: string | undefined
  readonly remote: Remote | null
}

/**
 * A repository at a URL. Its commit is asked for first, so that an unchanged one costs one question; else the
 * trees are fetched, and then in one go the contents of those files that are to be read.
 * Throws `ScopeFailure` with a sentence for people where the other side does not let us.
 */
export async function openGitUrl(source: GitUrl): Promise<Snapshot> {
  if (!(await hasGit())) throw noGit()
  const { place } = source
  const commit = await remoteCommit(source, place)
  if (commit === null) return openEmpty(source.remote)

  let clone: Promise<PartialClone> | undefined
  const snapshot = async () => {
    clone ??= createPartialClone(place, commit, source)
    const { gitDir, fetch } = await clone
    const { remote, signal } = source
    return openGitObjects({
      gitDir,
      commit,
      remote,
      below: '',
      sizes: false,
      hasHistory: false,
      signal,
      prepare: fetch,
    })
  }
  let opened: Promise<Snapshot> | undefined
  const objects = () => {
    opened ??= snapshot()
    return opened
  }
  return {
    commit,
    remote: source.remote,
    below: '',
    history: null,
    contentKey: `${commit}:`,
    isModified: () => false,
    list: async () => (await objects()).list(),
    sizeOf: () => null,
    async *batches(files, limits) {
      yield* (await objects()).batches(files, limits)
    },
    texts: async (paths) => (await objects()).texts(paths),
    above: async () => [],
    close: async () => {
      // A clone that failed has removed its folder itself.
      const made = await clone?.catch(() => undefined)
      await made?.remove()
    },
  }
}

/** The commit to read; null in a repository without one. */
async function remoteCommit(source: GitUrl, place: Place): Promise<string | null> {
  const { ref } = source
  if (ref && /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(ref)) return ref
  const wanted = ref ? [ref, `${ref}^{}`] : ['HEAD']
  const output = await remoteGit(place, ['ls-remote', '--', place.url, ...wanted], source)
  const lines = output.toString('utf8').split('\n').filter(Boolean)
  const found = new Map(lines.map((line) => [line.split('\t')[1], line.split('\t')[0] ?? null]))
  if (!ref) return found.get('HEAD') ?? null
  // Of an annotated tag, the commit and not the tag.
  for (const name of [`refs/heads/${ref}`, `refs/tags/${ref}^{}`, `refs/tags/${ref}`, ref]) {
    const commit = found.get(name)
    if (commit) return commit
  }
  throw new ScopeFailure('failed', 'no-such-ref', `${shown(place)} has no branch or tag "${ref}".`)
}
