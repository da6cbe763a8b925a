import { type Language, npmPackageOf } from '@ai-census/signatures'
import type { Detector, Input } from '../detector.ts'
import { packageSign } from '../manifests/package-sign.ts'
import { scriptPackages } from '../manifests/pypi/scripts.ts'
import type { FileSigns, PackageSign } from '../signs.ts'
import { evaluate } from './evaluate.ts'
import { parseJavaScript } from './javascript/parse.ts'
import { parsePython } from './python/parse.ts'
import { codeSigns, compact } from './signs.ts'
import type { Program } from './tree.ts'

const limit = 2_000_000

export function fromProgram(
  program: Program,
  language: Language,
  input: Input,
  excerpt = (line: number) => input.excerpt(line),
): FileSigns {
  const signs = codeSigns(evaluate(program, language), input.catalogue, excerpt)
  if (!program.partial) return signs
  return {
    ...signs,
    unknowns: [{ reason: 'malformed', detail: `not all of this ${language} could be read` }],
  }
}

export const python: Detector = {
  id: 'code/python',
  when: 'literal',
  limit,
  claims: ({ extension }) => /^py[wx]?$/.test(extension),
  analyse(input) {
    const signs = fromProgram(parsePython(input.text), 'python', input)
    const packages = scriptPackages(input)
    return packages.length > 0 ? { ...signs, packages } : signs
  },
}

export const javascript: Detector = {
  id: 'code/javascript',
  when: 'literal',
  limit,
  claims: ({ extension, name }) =>
    /^([cm]?[jt]sx?|gs|ets|es6|jsm)$/.test(extension) && !/\.d\.[cm]?ts$|\.min\.[cm]?js$/.test(name),
  analyse: (input) => fromProgram(parseJavaScript(input.path.toLowerCase(), input.text), 'javascript', input),
}

const script = /<script\b([^>]{0,300})>([\s\S]*?)<\/script\s*>/gi

/** Components: the scripts of Vue, Svelte, Astro and HTML. */
export const components: Detector = {
  id: 'code/components',
  when: 'literal',
  limit,
  claims: ({ extension }) => ['vue', 'nvue', 'uvue', 'svelte', 'astro', 'html', 'htm'].includes(extension),
  analyse(input) {
    const front = input.extension === 'astro' ? /^---\r?\n([\s\S]*?)\n---/.exec(input.text) : null
    const blocks: Program[] = []
    if (front) blocks.push(parseJavaScript('front.ts', front[1]!, 2))
    for (const match of input.text.matchAll(script)) {
      if (/type=["'](?!module|text\/javascript)/.test(match[1]!) || match[2]!.trim() === '') continue
      const line = input.lines.at(match.index + match[0].indexOf('>') + 1)
      blocks.push(
        parseJavaScript(
          input.extension === 'html' || input.extension === 'htm' ? 'block.jsx' : 'block.ts',
          match[2]!,
          line,
        ),
      )
    }
    const program: Program = { body: blocks.flatMap(({ body }) => body), partial: false }
    const packages = fetchedPackages(input)
    const signs = blocks.length === 0 ? {} : fromProgram(program, 'javascript', input)
    return compact({ ...signs, packages })
  },
}

const loaded = /<script\b[^>]{0,300}?\bsrc=["'](https:\/\/[^"'\s]{8,300})["']/gi
const importMap = /<script\b[^>]{0,100}\btype=["']importmap["'][^>]{0,100}>([\s\S]{2,20000}?)<\/script/i
/** Where packages of npm are served by their names. */
const server =
  /^https:\/\/(?:cdn\.jsdelivr\.net\/npm\/|unpkg\.com\/|esm\.sh\/|esm\.run\/|cdn\.skypack\.dev\/|ga\.jspm\.io\/npm:)/

/** Packages that a page has its browser fetch: `<script src="https://cdn.jsdelivr.net/npm/…">`, import maps. */
function fetchedPackages(input: Input): PackageSign[] {
  if (!/^html?$/.test(input.extension)) return []
  const map = importMap.exec(input.text)
  const mapped = map
    ? [...map[1]!.matchAll(/"(https:\/\/[^"\s]{8,300})"/g)].map(
        ({ 1: url = '', index }) => [url, map.index + map[0].indexOf(map[1]!) + index] as const,
      )
    : []
  const found = [...input.text.matchAll(loaded)].map(({ 1: url = '', index }) => [url, index] as const)
  return [...found, ...mapped].flatMap(([url, at]) => {
    const name = server.test(url) ? npmPackageOf(url.replace(server, '')) : null
    return name === null ? [] : packageSign(input, 'npm', name, input.lines.at(at), { method: 'manifest' })
  })
}
