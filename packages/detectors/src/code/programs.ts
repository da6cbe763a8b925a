import type { Catalogue } from '../catalogue.ts'
import type { NamedSign, Value } from '../signs.ts'
import type { CodeFacts, TextFact } from './facts.ts'
import { startingFirst } from './starting.ts'

/** `tesseract` of `/usr/local/bin/tesseract`, `Tesseract.exe` and `tesseract`. */
function programIn(text: string): { name: string; isFile: boolean } {
  const last = text.slice(Math.max(text.lastIndexOf('/'), text.lastIndexOf('\\')) + 1).toLowerCase()
  return last.endsWith('.exe')
    ? { name: last.slice(0, -4), isFile: true }
    : { name: last, isFile: isInstalled(text) }
}

/** Programs of the catalogue that a program starts. */
export function programSigns(
  facts: CodeFacts,
  catalogue: Catalogue,
  excerpt: (line: number) => string,
): NamedSign[] {
  let started: ReadonlySet<string> | undefined
  const isStarted = ({ place, line, text }: TextFact): boolean => {
    // So languages that are read by tokens say it.
    if (place === 'program') return true
    started ??= startedIn(facts)
    return started.has(`${line} ${text}`)
  }
  return facts.texts.flatMap((fact) => {
    if (fact.mentioned || fact.text.length > 250 || /[\n"'<>|?*]|:\/\//.test(fact.text)) return []
    const { name, isFile } = programIn(fact.text)
    const supplier = catalogue.programOwner(name)
    if (supplier === null || !(isFile || isStarted(fact))) return []
    return [{ type: 'program', name: supplier, supplier, line: fact.line, excerpt: excerpt(fact.line) }]
  })
}

const isInstalled = (text: string): boolean => /(?:^|[\\/])bin[\\/][^\\/]+$/.test(text)

/** By line, what calls start: the first argument itself, or what a list of words begins with. */
function startedIn({ calls }: CodeFacts): ReadonlySet<string> {
  return new Set(
    calls.flatMap(({ callee, positional, line }) => {
      const first = startingFirst.test(callee) ? firstOf(positional[0] ?? null) : null
      return first === null ? [] : [`${line} ${first}`, `${line + 1} ${first}`]
    }),
  )
}

function firstOf(value: Value): string | null {
  if (value === null || typeof value === 'string') return value
  const first = 'any' in value ? value.any[0] : null
  return typeof first === 'string' ? first : null
}
