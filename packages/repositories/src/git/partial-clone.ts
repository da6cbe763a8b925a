import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { git } from './command.ts'
import { type Place, type RemoteOptions, remoteGit } from './remote.ts'

/** One commit of a repository elsewhere: its trees at first, and the contents that are asked for. */
export interface PartialClone {
  readonly gitDir: string
  /** Fetches in one request what is not here yet. What the other side does not have stays missing. */
  fetch(ids: readonly string[]): Promise<void>
  remove(): Promise<void>
}

/** Fetches a commit with its trees and without contents, into a folder of its own. Throws `ScopeFailure`. */
export async function createPartialClone(
  place: Place,
  commit: string,
  options: RemoteOptions,
): Promise<PartialClone> {
  const gitDir = await mkdtemp(join(tmpdir(), 'ai-census-git-'))
  const remove = () => rm(gitDir, { recursive: true, force: true })
  try {
    const format = commit.length === 64 ? ['--object-format=sha256'] : []
    await git(['init', '--quiet', '--bare', '--template=', ...format, gitDir], { signal: options.signal })
    const plain = await readFile(join(gitDir, 'config'), 'utf8')
    const fetchInto = (args: readonly string[], input: readonly string[] = []) =>
      fetchPart(gitDir, plain, place, args, { ...options, input })
    await fetchInto(['--depth=1', 'origin', commit])
    return {
      gitDir,
      fetch: async (ids) => {
        const missing = await missingOf(gitDir, ids, options.signal)
        if (missing.length > 0) await fetchInto(['--stdin', 'origin'], missing)
      },
      remove,
    }
  } catch (error) {
    await remove()
    throw error
  }
}

/**
 * Only while it fetches is the repository marked as a partial one: in such a one older gits go and get what is
 * missing one by one, where a plain one just says that it is missing.
 */
async function fetchPart(
  gitDir: string,
  plain: string,
  place: Place,
  args: readonly string[],
  options: RemoteOptions,
): Promise<void> {
  const config = join(gitDir, 'config')
  const url = JSON.stringify(place.url)
  const partial = `[core]
	repositoryformatversion = 1
[extensions]
	partialClone = origin
[remote "origin"]
	url = ${url}
	promisor = true
	partialclonefilter = blob:none
`
  await writeFile(config, plain + partial)
  const only = ['--progress', '--filter=blob:none', '--no-tags', '--no-write-fetch-head']
  await remoteGit(place, [`--git-dir=${gitDir}`, 'fetch', ...only, ...args], options)
  await writeFile(config, plain)
}

async function missingOf(gitDir: string, ids: readonly string[], signal: AbortSignal): Promise<string[]> {
  const input = [...new Set(ids)].map((id) => `${id}\n`).join('')
  if (input === '') return []
  const output = await git([`--git-dir=${gitDir}`, 'cat-file', '--batch-check', '--buffer'], {
    signal,
    input,
  })
  const lines = output.toString('utf8').split('\n')
  return lines.flatMap((line) => (line.endsWith(' missing') ? [line.slice(0, line.indexOf(' '))] : []))
}
