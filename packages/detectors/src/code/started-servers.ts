import type { Catalogue } from '../catalogue.ts'
import { serversStarted, type Word, wordsOf } from '../containers/served-model.ts'
import type { NamedSign } from '../signs.ts'
import type { CodeFacts, TextFact } from './facts.ts'
import { startingCalls, startingModules } from './starting.ts'

/** What goes before a command without being one. */
const before = /^(?:sudo|nohup|exec|env|sh|bash|-c|-m|python3?|uv|run|poetry|pipx?|\w+=\S*)$/

/** How far apart the words of one command may stand. */
const LINES = 2
const WORDS = 12
const mostLooked = 200

/** Servers of models that a program starts: `exec.Command("ollama", "serve")`, `["vllm", "serve", model]`. */
export function startedServers(
  facts: CodeFacts,
  catalogue: Catalogue,
  excerpt: (line: number) => string,
): NamedSign[] {
  if (!startsPrograms(facts)) return []
  const firsts = firstWords(catalogue)
  const found = new Map<string, NamedSign>()
  let looked = 0
  for (const [index, fact] of facts.texts.entries()) {
    if (fact.mentioned || !firsts.has(firstWord(fact.text)) || !isCommand(fact.text)) continue
    if (++looked > mostLooked) break
    const words = wordsFrom(facts.texts, index)
    const [started] = serversStarted(catalogue, words)
    // Only what the text itself begins with: the words behind it are its arguments.
    if (
      started &&
      isFirst(words, started.name) &&
      goesOn(fact.text, started.name) &&
      !found.has(started.name)
    )
      found.set(started.name, {
        type: 'server',
        name: started.name,
        supplier: started.supplier,
        line: fact.line,
        excerpt: excerpt(fact.line),
      })
  }
  return [...found.values()]
}

/** The words by which a command may begin. */
const known = new WeakMap<Catalogue, ReadonlySet<string>>()
function firstWords(catalogue: Catalogue): ReadonlySet<string> {
  const made = known.get(catalogue) ?? new Set([...catalogue.serverCommands.keys()].map(firstWord))
  known.set(catalogue, made)
  return made
}

/** The first word that is a command and no wrapper around one, without the path to it. */
const firstWord = (text: string): string =>
  text
    .slice(0, 200)
    .split(/\s+/)
    .map((word) => word.replace(/^.*\//, ''))
    .find((word) => !before.test(word)) ?? ''

const startsPrograms = (facts: CodeFacts): boolean =>
  facts.starts === true ||
  facts.imports.some(({ module }) => startingModules.test(module)) ||
  facts.calls.some(({ callee }) => startingCalls.test(callee))

/** A word or a few, and no sentence about a command. */
const isCommand = (text: string): boolean =>
  text.length <= 200 && /^[\w./~-]+(?:\s+[-\w./:=${}"'&>|;,@]+)*$/.test(text) && !/[a-z][.!?]$/.test(text)

function isFirst(words: readonly Word[], name: string): boolean {
  const rest = words.slice(words.findIndex(({ text }) => !before.test(text.replace(/^.*\//, ''))))
  const command = rest.map(({ text }) => text).join(' ')
  return command.replace(/^\S*\//, '').startsWith(name)
}

/** What a text says behind a command is more of it, and no sentence about it: `ollama serve failed`. */
function goesOn(text: string, name: string): boolean {
  const at = text.indexOf(name)
  return at < 0 || /^(?:\s*$|\s+(?:[-&>|;$"'{]|\d>|\S*[\d:/{$]))/.test(text.slice(at + name.length))
}

/** The words of a text, and of those that follow it close by. */
function wordsFrom(texts: readonly TextFact[], index: number): Word[] {
  const words: Word[] = []
  const first = texts[index]!
  for (const { text, line } of texts.slice(index, index + WORDS)) {
    if (line - first.line > LINES || line < first.line) break
    words.push(...wordsOf(text, line))
  }
  return words.slice(0, WORDS)
}
