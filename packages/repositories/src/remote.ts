import { createHash } from 'node:crypto'

/** A remote repository's address, the same however it is written: no credentials, no `.git`, host in lower case. */
export interface Remote {
  /** With a port where it is not the protocol's own. */
  readonly host: string
  /** Without slashes at the ends; percent-encoded. */
  readonly path: string
}

const defaultPorts: Record<string, string> = { 'ssh:': '22', 'git:': '9418', 'https:': '443', 'http:': '80' }

export const isGitUrl = (text: string): boolean =>
  /^(https?|ssh|git|git\+ssh|file):\/\//i.test(text) || /^[\w.-]+@[\w.-]+:(?!\/\/)\S+$/.test(text)

/** Null for a path on this machine, or anything that names no host. */
export function parseRemote(url: string): Remote | null {
  const scp = /^(?:[^@/\s]+@)?([\w.-]{2,}):(?!\/\/)(.+)$/.exec(url)
  if (scp && !url.includes('://') && !/^[a-z]:\\/i.test(url)) return remote(scp[1] ?? '', scp[2] ?? '')
  if (!URL.canParse(url)) return null
  const { protocol, hostname, port, pathname } = new URL(url.replace(/^git\+ssh:/i, 'ssh:'))
  if (protocol === 'file:' || !hostname) return null
  const odd = port && port !== defaultPorts[protocol] ? `:${port}` : ''
  return remote(hostname + odd, pathname)
}

function remote(host: string, path: string): Remote | null {
  const clean = path
    .replace(/[?#].*$/, '')
    .replace(/^\/+|\/+$/g, '')
    .replace(/\.git$/i, '')
    .replace(/\s/g, encodeURIComponent)
  return clean ? asAzure({ host: host.toLowerCase(), path: clean }) : null
}

/** Azure writes one repository in three ways. */
function asAzure({ host, path }: Remote): Remote {
  const [, organisation, project, repository] = /^v3\/([^/]+)\/([^/]+)\/([^/]+)$/.exec(path) ?? []
  if (host === 'ssh.dev.azure.com' && repository)
    return { host: 'dev.azure.com', path: `${organisation}/${project}/_git/${repository}` }
  const old = /^([^.]+)\.visualstudio\.com$/.exec(host)?.[1]
  return old
    ? { host: 'dev.azure.com', path: `${old}/${path.replace(/^DefaultCollection\//i, '')}` }
    : { host, path }
}

export const remoteKey = ({ host, path }: Remote): string => `git:${host}/${path}`

/** The last two parts, as people say it: `acme/shop`. */
export const remoteTitle = ({ path }: Remote): string =>
  decodeURIComponent(
    path
      .replace('/_git/', '/')
      .split('/')
      .slice(-2)
      .join('/')
      .replace(/%(?![0-9a-f]{2})/gi, '%25'),
  )

export const remoteUrl = ({ host, path }: Remote): string => `https://${host}/${path}`

type Permalink = (path: string, startLine: number, endLine?: number) => string

const encodePath = (path: string) => path.split('/').map(encodeURIComponent).join('/')

/** How the host links to lines of a file at a commit; null where the host's kind is not known. */
export function permalinks(at: Remote, commit: string): Permalink | null {
  const root = remoteUrl(at)
  const name = at.host.replace(/:\d+$/, '')
  if (name === 'github.com' || name.startsWith('github.') || name.endsWith('.ghe.com'))
    return (path, start, end) =>
      `${root}/blob/${commit}/${encodePath(path)}#L${start}${end ? `-L${end}` : ''}`
  if (name === 'gitlab.com' || name.startsWith('gitlab.'))
    return (path, start, end) =>
      `${root}/-/blob/${commit}/${encodePath(path)}#L${start}${end ? `-${end}` : ''}`
  if (name === 'bitbucket.org')
    return (path, start, end) =>
      `${root}/src/${commit}/${encodePath(path)}#lines-${start}${end ? `:${end}` : ''}`
  if (name === 'dev.azure.com')
    return (path, start, end) =>
      `${root}?path=${encodeURIComponent(`/${path}`)}&version=GC${commit}&line=${start}` +
      `&lineEnd=${end ?? start}&lineStartColumn=1&lineEndColumn=1000&_a=contents`
  return null
}

/** `folder:` and an absolute path, without white space; what is too long for a key ends in a hash of it all. */
export function folderKey(path: string): string {
  const key = `folder:${path.replaceAll('\\', '/').replace(/[\s%]/gu, encodeURIComponent)}`
  return key.length <= 900 ? key : `${key.slice(0, 800)}#${createHash('sha256').update(path).digest('hex')}`
}
