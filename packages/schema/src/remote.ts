/** A remote repository's address, the same however it is written: no credentials, no `.git`, host in lower case. */
export interface Remote {
  /** With a port where it is not the protocol's own. */
  readonly host: string
  /** Without slashes at the ends; percent-encoded. */
  readonly path: string
}

const defaultPorts: Record<string, string> = { 'ssh:': '22', 'git:': '9418', 'https:': '443', 'http:': '80' }

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

/** The key of the scope that a repository is. */
export const remoteKey = ({ host, path }: Remote): string => `git:${host}/${path}`
