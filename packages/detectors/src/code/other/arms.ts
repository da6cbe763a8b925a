import type { LanguageForm } from './languages.ts'

/** What stands between a case of a choice and what is chosen; in other languages that makes a table as well. */
const arrows: Readonly<Record<string, string>> = {
  csharp: '=>',
  dart: '=>',
  elixir: '->',
  java: '->',
  ruby: 'then ',
  rust: '=>',
}

/** The text is a case of a choice and not what is chosen: `"api.acme.dev" -> …`, `"acme" => …`. */
export const isArm = ({ language }: LanguageForm, code: string, start: number, end: number): boolean => {
  const arrow = arrows[language]
  if (arrow === undefined || !/(?:^|[\n{;,|]|\bor)\s*$/.test(code.slice(Math.max(0, start - 60), start - 1)))
    return false
  const after = code.slice(end + 1, end + 200)
  return after.replace(/^(?:\s*(?:[,|]|or\b)\s*["'][^"'\n]{0,100}["'])*\s*/, '').startsWith(arrow)
}

/** How far behind its label the text of an arm may stand. */
const reach = 400

/** `case .groq:`, `case "groq":`, `when :groq`, and what may stand between that and a text that is chosen. */
const labelled =
  /\b(?:case|when)\s{1,4}(?:let\s)?:?([^\s:,|(][^\n:,|(]{0,60}?)(?::(?!:)|\s{1,4}then\b|\s{0,4}->|\n)([^{}]{0,300})$/
const another = /\b(?:case|when|default|else|otherwise)\b/

/** `Provider.GROQ -> "x"`, `Provider::Groq => "x"`, `"groq" => "x"`. */
const pointed =
  /(?:^|[\n{;,(])\s{0,80}(?:case\s)?["':]?([A-Za-z_][\w.:]{1,60})["']?\s{0,20}(?:->|=>)\s{0,80}$/

/** The last name of the label of that arm of a choice in which a text stands: `groq` of `case .groq: return "x"`. */
export function armAround(code: string, at: number): string | undefined {
  const before = code.slice(Math.max(0, at - reach), at)
  const arrow = pointed.exec(before.slice(-180))?.[1]
  if (arrow) return arrow.split(/\W/).at(-1)
  const from = Math.max(before.lastIndexOf('case '), before.lastIndexOf('when '))
  if (from < 0) return undefined
  const [, label = '', between = ''] = labelled.exec(before.slice(Math.max(0, from - 1))) ?? []
  if (label === '' || another.test(between)) return undefined
  return label.match(/\w+/g)?.at(-1)
}

/** Swift's and PHP's enumerations: `case gpt4o = "gpt-4o"` says what the case is, and compares nothing. */
export const isCaseOfEnum = ({ language }: LanguageForm, ahead: string): boolean =>
  (language === 'swift' || language === 'php') && /\bcase\s{1,20}`?\w{1,60}`?\s{0,20}=\s*$/.test(ahead)
