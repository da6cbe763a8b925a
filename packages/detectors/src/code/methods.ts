import type { Language } from '@ai-census/signatures'
import type { Input } from '../detector.ts'
import type { FileSigns, NamedSign } from '../signs.ts'

/** What takes a module in, and what a line of a comment begins with. */
const takes = /^\s*(?:global\s+using|using|import|export)\b|\bfrom\s|\brequire\s*\(/
const comment = /^\s*(?:\/\/|\*|\/\*|#)/

/**
 * Methods by which a package that has nothing to do with AI else searches vectors (`notes.Aggregate().VectorSearch(…)`): stores of
 * knowledge, in files that import the module.
 */
export function methodSigns({ text, catalogue, excerpt }: Input, language: Language): FileSigns {
  const methods = catalogue.methodsOf(language).filter(({ name }) => text.includes(`.${name}`))
  if (methods.length === 0) return {}
  const lines = text.split('\n').map((line) => (comment.test(line) ? '' : line.slice(0, 2000)))
  const named = methods.flatMap(({ supplier, module, name }): NamedSign[] => {
    if (!lines.some((line) => takes.test(line) && isNamed(line, module))) return []
    const called = new RegExp(`\\.${name}\\s{0,5}(?:<[^()]{0,200}>)?\\(`)
    return lines.flatMap((line, index): NamedSign[] =>
      called.test(line)
        ? [{ type: 'extension', name: supplier, supplier, line: index + 1, excerpt: excerpt(index + 1) }]
        : [],
    )
  })
  return named.length > 0 ? { named } : {}
}

/** The module, or a file that is called so: `./_generated/server`. */
const isNamed = (line: string, module: string): boolean => {
  const at = line.indexOf(module)
  return (
    at >= 0 &&
    /[\s"'`/]/.test(line[at - 1] ?? ' ') &&
    /^(?:\.js)?[\s"'`;.]|^$/.test(line.slice(at + module.length))
  )
}
