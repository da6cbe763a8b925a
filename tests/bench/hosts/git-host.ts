import { portOf, serveRepositories } from '@ai-census/repositories/testing/git-server'

/** Git over HTTP on loopback, and what it cost. */
export interface GitHost {
  readonly url: string
  /** Requests so far, and the bytes of the bodies that answered them. */
  answers: number
  bytes: number
  close(): void
}

/** Serves bare repositories below `root`. */
export async function serveGit(root: string): Promise<GitHost> {
  const server = await serveRepositories(root, undefined, (bytes) => {
    host.answers += 1
    host.bytes += bytes
  })
  const host: GitHost = {
    url: `http://127.0.0.1:${portOf(server)}`,
    answers: 0,
    bytes: 0,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
  return host
}
