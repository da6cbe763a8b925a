const opening = /\\\(|#\{|\$\{/g
const longest = 400

/** Where the expression ends that a text holds from `at` on (`\(x)`, `#{x}`, `${x}`), its own texts and brackets passed over; -1: nowhere on this line. */
export function endOfExpression(source: string, at: number): number {
  const open = source[at + 1]!
  const close = open === '(' ? ')' : '}'
  let depth = 0
  for (let index = at + 1; index < Math.min(source.length, at + longest); index += 1) {
    const sign = source[index]!
    if (sign === '\n') return -1
    if (sign === open) depth += 1
    else if (sign === close) {
      depth -= 1
      if (depth === 0) return index + 1
    }
  }
  return -1
}

/** Whether an expression of the language begins here, within a text. */
export const isExpression = (language: string, source: string, at: number): boolean =>
  source[at] === (language === 'swift' ? '\\' : language === 'ruby' ? '#' : '$') &&
  source[at + 1] === (language === 'swift' ? '(' : '{') &&
  ['swift', 'ruby', 'java', 'dart'].includes(language)

/** No expression, but a variable and the address that stands for it: `${env:ACME_URL:https://api.acme.dev}`. */
const fallsBack = /^\$\{[\w.:-]{1,100}:[-=]?https?:\/\//

/** A text with `{}` for each of its expressions: what they give is known when the program runs. */
export function withoutExpressions(text: string): string {
  let out = ''
  let from = 0
  opening.lastIndex = 0
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const end = endOfExpression(text, match.index)
    if (end < 0 || fallsBack.test(text.slice(match.index, end))) continue
    out += `${text.slice(from, match.index)}{}`
    from = end
    opening.lastIndex = end
  }
  return (out + text.slice(from)).replaceAll(/\$\w+/g, '{}')
}
