import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import type { MiddlewareHandler } from 'hono'
import { HttpProblem } from './problem.ts'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
}

/** A static build: the files that were there at the start, so that no path can lead out of it. */
export interface Dashboard {
  files: ReadonlyMap<string, string>
  index: string | null
  contentPolicy: string
}

export function loadDashboard(folder: string | null): Dashboard {
  const files = folder && existsSync(folder) ? listFiles(folder) : new Map<string, string>()
  const indexFile = files.get('/index.html')
  const index = indexFile ? readFileSync(indexFile, 'utf8') : null
  return { files, index, contentPolicy: contentPolicyFor(index ?? '') }
}

function listFiles(folder: string): Map<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  return new Map(
    entries.map((entry) => {
      const file = join(entry.parentPath, entry.name)
      return [`/${relative(folder, file).split(sep).join('/')}`, file]
    }),
  )
}

/** Scripts come from here, or are the very inline ones of our page; nothing else runs. */
export function contentPolicyFor(html: string): string {
  const inline = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(
    (match) => match[1] ?? '',
  )
  const hashes = inline.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`)
  return [
    "default-src 'self'",
    ['script-src', "'self'", ...hashes].join(' '),
    // Style attributes that components set to place menus and charts; no script can come of them.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** Serves the build; a path that is neither a file nor the API's is a page of the application. */
export const serveDashboard =
  (dashboard: Dashboard): MiddlewareHandler =>
  async (c) => {
    const path = decode(new URL(c.req.url).pathname)
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') throw new HttpProblem(404, 'No such endpoint.')
    const file = path === '/' ? undefined : dashboard.files.get(path)
    if (file)
      return c.body(readFileSync(file), 200, {
        'content-type': typeOf(path),
        'cache-control': cachingOf(path),
      })
    const isMissingFile = extname(path) !== '' && !isNavigation(c.req.header('accept'))
    if (dashboard.index === null || path.startsWith('/api/') || isMissingFile)
      throw new HttpProblem(404, 'There is nothing here.')
    return c.body(dashboard.index, 200, { 'content-type': typeOf('.html'), 'cache-control': 'no-cache' })
  }

/** A page may be called like a file (`/models/gpt-4.1`): a browser that goes there asks for a page, a script tag does not. */
const isNavigation = (accept: string | undefined): boolean => accept?.includes('text/html') ?? false

function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    throw new HttpProblem(400, 'The path is not valid.')
  }
}

const typeOf = (path: string): string => types[extname(path) || path] ?? 'application/octet-stream'

/** Names under `immutable` carry their content's hash. */
const cachingOf = (path: string): string =>
  path.startsWith('/_app/immutable/') ? 'public, max-age=31536000, immutable' : 'no-cache'
