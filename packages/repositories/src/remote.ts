import { createHash } from 'node:crypto'
import type { Remote } from '@ai-census/schema'

export { parseRemote, type Remote, remoteKey } from '@ai-census/schema'

export const isGitUrl = (text: string): boolean =>
  /^(https?|ssh|git|git\+ssh|file):\/\//i.test(text) || /^[\w.-]+@[\w.-]+:(?!\/\/)\S+$/.test(text)

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
