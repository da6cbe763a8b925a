import type { Language } from '@ai-census/signatures'
import { compact } from '../compact.ts'
import type { Detector, Input } from '../detector.ts'
import { fetchedPackages, packagesByCode } from '../manifests/npm/page.ts'
import { packagesElsewhere } from '../manifests/pypi/run-elsewhere.ts'
import { scriptPackages } from '../manifests/pypi/scripts.ts'
import { mergeSigns } from '../merge.ts'
import type { FileSigns } from '../signs.ts'
import { evaluate } from './evaluate.ts'
import { parseJavaScript } from './javascript/parse.ts'
import { methodSigns } from './methods.ts'
import { parsePython } from './python/parse.ts'
import { codeSigns } from './signs.ts'
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
    const packages = [...scriptPackages(input), ...packagesElsewhere(input)]
    return packages.length > 0 ? { ...signs, packages } : signs
  },
}

export const javascript: Detector = {
  id: 'code/javascript',
  when: 'literal',
  limit,
  claims: ({ extension, name }) =>
    /^([cm]?[jt]sx?|gs|ets|es6|jsm)$/.test(extension) && !/\.d\.[cm]?ts$|\.min\.[cm]?js$/.test(name),
  analyse: (input) =>
    mergeSigns([
      fromProgram(parseJavaScript(input.path.toLowerCase(), input.text), 'javascript', input),
      methodSigns(input, 'javascript'),
      { packages: packagesByCode(input) },
    ]),
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
