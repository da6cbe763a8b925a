/**
 * Serves a finished build with the stand-in's answers: `node dev/serve.ts acme|hostile|empty [PORT] [FOLDER]`.
 * Everything is read at the start, so that a build that runs meanwhile changes nothing.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, relative } from 'node:path'
import { middleware } from './stand-in.ts'

const [, , kind = 'acme', port = '4173', folder = join(import.meta.dirname, '../build')] = process.argv
const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.html': 'text/html; charset=utf-8',
}

const files = new Map<string, Buffer>(
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => [`/${relative(folder, file)}`, readFileSync(file)] as const),
)
const answer = middleware(kind)

createServer((request, response) => {
  void answer(request, response, () => {
    const path = new URL(request.url ?? '/', 'http://stand-in').pathname
    const name = files.has(path) ? path : '/index.html'
    response.setHeader('content-type', types[extname(name)] ?? 'application/octet-stream')
    response.end(files.get(name))
  })
}).listen(Number(port), '127.0.0.1', () => console.log(`http://127.0.0.1:${port}`))
