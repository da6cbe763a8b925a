import { parseRemote, remoteKey } from '@ai-census/schema'

/** What a cell says of where the system's code is. */
export interface RepositoryReading {
  /** Scope keys as a scan of the repository has them: `git:github.com/acme/shop`. */
  readonly keys: readonly string[]
  /** Names without a host, `acme/shop`: enough to find a discovered one by, not to name one that is not. */
  readonly names: readonly string[]
  /** Parts that are neither. */
  readonly unread: readonly string[]
}

/** The inventory's own way to name a group, as its export writes it under “Found in”. */
const GROUP_KEY = /^repository:((?:git|folder):\S+)$/
const SCOPE_KEY = /^(?:git|folder):\S+$/
const BARE_NAME = /^[\w.-]+(?:\/[\w.-]+)+$/
const BARE_HOST = /^(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?\/\S+$/i
const OTHER_GROUP = /^(?:system|stack|container|project|account|development-tool|decision):/

export function readRepositories(text: string): RepositoryReading {
  const keys = new Set<string>()
  const names = new Set<string>()
  const unread: string[] = []
  for (const part of text.split(/[\s,;|]+/).filter(Boolean)) {
    const key = keyOf(part)
    if (key) keys.add(key)
    else if (BARE_NAME.test(part)) names.add(part.toLowerCase())
    else if (!OTHER_GROUP.test(part)) unread.push(part)
  }
  return { keys: [...keys], names: [...names], unread }
}

function keyOf(text: string): string | null {
  const own = GROUP_KEY.exec(text)?.[1] ?? (SCOPE_KEY.test(text) ? text : null)
  if (own) return own
  const url =
    /^[a-z+]+:\/\//i.test(text) || text.includes('@') ? text : BARE_HOST.test(text) ? `https://${text}` : null
  const remote = url ? parseRemote(url) : null
  return remote ? remoteKey({ host: remote.host, path: rootOf(remote.host, remote.path) }) : null
}

/** People paste the address of a page in the repository; its own is what comes before. */
function rootOf(host: string, path: string): string {
  const cut = path.replace(/\/-\/.*$/, '').replace(/(\/_git\/[^/]+)\/.*$/, '$1')
  if (/^(www\.)?(github\.com|bitbucket\.org)$/.test(host)) return cut.split('/').slice(0, 2).join('/')
  return cut
    .replace(/\/(tree|blob|src\/branch|src\/commit|commits?|pulls?|issues|wiki)\/.*$/, '')
    .replace(/\.git$/i, '')
}

/** Whether people who wrote this meant a repository: to tell a column of repositories from one of other links. */
export const looksLikeRepository = (text: string): boolean =>
  /(^|[/.@])(git|github|gitlab|bitbucket|gitea|codeberg|dev\.azure)\b|\.git$|\/_git\//i.test(text) ||
  GROUP_KEY.test(text) ||
  /^git:\S+$/.test(text)
