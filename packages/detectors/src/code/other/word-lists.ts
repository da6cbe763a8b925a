import type { LanguageForm } from './languages.ts'

/** Lists of words that need no quotes: `%w[a b]` of Ruby, `~w(a b)` of Elixir. */
const opening = /(?:%[wW]|~w)([[({|])/g
const closing: Readonly<Record<string, string>> = { '[': ']', '(': ')', '{': '}', '|': '|' }

const longest = 4000
const most = 500

/** The words, and where each list begins. Keys of symbols (`%i[…]`, `~w(…)a`) are names of the program's own. */
export function wordLists(code: string, { language }: LanguageForm): { text: string; at: number }[] {
  if (language !== 'ruby' && language !== 'elixir') return []
  const found: { text: string; at: number }[] = []
  for (const { 0: mark, 1: open = '', index } of code.matchAll(opening)) {
    const from = index + mark.length
    const rest = code.slice(from, from + longest)
    const end = rest.indexOf(closing[open] ?? '')
    if (end < 0 || (language === 'elixir' && rest[end + 1] === 'a')) continue
    for (const text of rest.slice(0, end).split(/\s+/))
      if (text.length > 1 && found.length < most) found.push({ text, at: index })
    if (found.length >= most) break
  }
  return found
}
