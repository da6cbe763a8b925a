import type { LanguageForm } from './languages.ts'

/** Lists of words that need no quotes: `%w[a b]` of Ruby, `~w(a b)` of Elixir. */
const lists = /(?:%[wW]|~w)(?:\[([^\]]{1,4000})\]|\(([^)]{1,4000})\)|\{([^}]{1,4000})\}|\|([^|]{1,4000})\|)/g

const most = 500

/** The words, and where each list begins. Keys of symbols (`%i[…]`, `~w(…)a`) are names of the program's own. */
export function wordLists(code: string, { language }: LanguageForm): { text: string; at: number }[] {
  if (language !== 'ruby' && language !== 'elixir') return []
  const found: { text: string; at: number }[] = []
  for (const match of code.matchAll(lists)) {
    if (language === 'elixir' && code[match.index + match[0].length] === 'a') continue
    const words = (match[1] ?? match[2] ?? match[3] ?? match[4] ?? '').split(/\s+/)
    for (const text of words)
      if (text.length > 1 && found.length < most) found.push({ text, at: match.index })
  }
  return found
}
