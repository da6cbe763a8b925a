import { ScopeFailure, withoutCredentials } from '@ai-census/scanner-kit'
import { GitError, type GitOptions, type GitSetting, git } from './command.ts'

/** A repository elsewhere, and how to get at it. */
export interface Place {
  /** Without credentials: it is seen in lists of processes and in messages. */
  readonly url: string
  /** Credentials, which go to git beside the command line. */
  readonly settings: readonly GitSetting[]
}

export interface RemoteOptions {
  readonly signal: AbortSignal
  /** Lines for the standard input. */
  readonly input?: readonly string[]
  progress(done: number, total: number | null, what: string): void
}

export function placeOf(url: string): Place {
  if (!/^https?:/i.test(url)) return { url, settings: [] }
  const parsed = new URL(url)
  const { username, password, origin } = parsed
  if (!username && !password) return { url, settings: [] }
  parsed.username = ''
  parsed.password = ''
  return placeWith(parsed.href, decodeURIComponent(username), decodeURIComponent(password), origin)
}

/**
 * A repository with credentials that are not part of its URL. They reach git through its environment, for this
 * origin alone: no list of processes, log or error shows them, and a redirect elsewhere does not get them.
 */
export function placeWith(
  url: string,
  username: string,
  password: string,
  origin = new URL(url).origin,
): Place {
  return placeAs(url, `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`, origin)
}

/** The same with the value of an `Authorization` header: `Bearer …`. */
export function placeAs(url: string, authorization: string, origin = new URL(url).origin): Place {
  return { url, settings: [[`http.${origin}/.extraHeader`, `Authorization: ${authorization}`]] }
}

export const shown = (place: Place): string => withoutCredentials(place.url)

/** Nothing heard from the other side for so long means that nobody is there. */
const SILENCE_MS = 120_000

/** A git command that talks to the other side. Throws `ScopeFailure` with a sentence where that fails. */
export async function remoteGit(
  place: Place,
  args: readonly string[],
  { signal, input = [], progress }: RemoteOptions,
): Promise<Buffer> {
  const silence = new AbortController()
  const tooSilent = () =>
    silence.abort(new ScopeFailure('failed', 'unavailable', `${shown(place)} stopped answering.`))
  let timer = setTimeout(tooSilent, SILENCE_MS)
  const options: GitOptions = {
    signal: AbortSignal.any([signal, silence.signal]),
    // What is fetched is asked for by name; there is nothing to negotiate about.
    settings: [...place.settings, ['fetch.negotiationAlgorithm', 'noop']],
    env: { GIT_SSH_COMMAND: process.env.GIT_SSH_COMMAND ?? 'ssh -o BatchMode=yes -o ConnectTimeout=30' },
    protocols: 'https:http:ssh:git:file',
    input: input.map((line) => `${line}\n`).join(''),
    onProgress(line) {
      clearTimeout(timer)
      timer = setTimeout(tooSilent, SILENCE_MS)
      const parts = /^(Receiving objects|Resolving deltas):.*\((\d+)\/(\d+)\)/.exec(line)
      if (parts) progress(Number(parts[2]), Number(parts[3]), String(parts[1]).toLowerCase())
    },
  }
  try {
    return await git(args, options)
  } catch (error) {
    throw error instanceof GitError ? asFailure(error, place) : error
  } finally {
    clearTimeout(timer)
  }
}

interface Refusal {
  readonly words: RegExp
  readonly status: 'denied' | 'failed'
  readonly reason: string
  readonly sentence: string
}

const refusals: readonly Refusal[] = [
  {
    words:
      /authentication failed|could not read (username|password)|permission denied|terminal prompts disabled|error: 40[13]|publickey|access denied/i,
    status: 'denied',
    reason: 'repository:read',
    sentence: 'access was refused, or it does not exist',
  },
  {
    words: /not found|does not exist|does not appear to be a git repository|no such file/i,
    status: 'failed',
    reason: 'not-found',
    sentence: 'there is no repository that these credentials may see',
  },
  {
    words:
      /could not resolve host|unable to access|connection|timed out|could not connect|early eof|hung up/i,
    status: 'failed',
    reason: 'unavailable',
    sentence: 'the host could not be reached',
  },
]

function asFailure(error: GitError, place: Place): ScopeFailure {
  const refusal = refusals.find(({ words }) => words.test(error.message))
  const sentence = `${shown(place)} could not be fetched: ${refusal?.sentence ?? 'git failed'} (${error.message}).`
  return new ScopeFailure(refusal?.status ?? 'failed', refusal?.reason ?? 'clone-failed', sentence)
}
