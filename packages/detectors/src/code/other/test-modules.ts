import type { LanguageForm } from './languages.ts'
import type { Literal } from './read.ts'

interface Stripped {
  readonly code: string
  readonly literals: readonly Literal[]
}

/** Parts of a file that its program never runs: how they begin, with the bracket that ends them behind it. */
interface OffParts {
  readonly opening: RegExp
  /** Brackets, and what holds one that is none. */
  readonly brackets: RegExp
  readonly open: string
  readonly close: string
}

/**
 * Rust keeps a file's tests in the file, in a module that only a test build has
 * (doc.rust-lang.org/book/ch11-03-test-organization.html). What stands there is left out, as other languages' files
 * of tests are told apart by their path.
 */
const testModules: OffParts = {
  opening:
    /#\[cfg\((?:all\(\s{0,20})?test\b[^\]\n]{0,80}\]\s{0,200}(?:#\[[^\]\n]{0,200}\]\s{0,200}){0,5}(?:pub\s{1,20})?mod\s{1,20}\w{1,80}\s{0,20}\{/g,
  brackets: /'(?:\\.|[^'\\\n])'|[{}]/gs,
  open: '{',
  close: '}',
}

/** Clojure keeps what an author tries out in `(comment …)`, which is read and never run (clojuredocs.org/clojure.core/comment). */
const commentForms: OffParts = {
  opening: /\(comment(?=\s)/g,
  brackets: /\\[()]|[()]/g,
  open: '(',
  close: ')',
}

function offParts(code: string, form: LanguageForm): OffParts | null {
  if (form.language === 'rust') return code.includes('#[cfg(') ? testModules : null
  return form.extensions.includes('clj') && code.includes('(comment') ? commentForms : null
}

/** Texts and comments are no code, nor is a single character. */
export function withoutTests(stripped: Stripped, form: LanguageForm): Stripped {
  const { code, literals } = stripped
  const off = offParts(code, form)
  if (off === null) return stripped
  const kept: string[] = []
  const spans: { readonly from: number; readonly to: number }[] = []
  let last = 0
  for (const { index, 0: text } of code.matchAll(off.opening)) {
    if (index < last) continue
    const to = closing(code, literals, index + text.length, off)
    kept.push(code.slice(last, index), code.slice(index, to).replaceAll(/[^\n]/g, ' '))
    spans.push({ from: index, to })
    last = to
  }
  if (spans.length === 0) return stripped
  kept.push(code.slice(last))
  let at = 0
  const outside = literals.filter(({ start }) => {
    while (at < spans.length && spans[at]!.to <= start) at += 1
    return !(at < spans.length && start > spans[at]!.from)
  })
  return { code: kept.join(''), literals: outside }
}

/** Where the block ends whose first character stands at `from`; at the end of the file where nothing closes it. */
function closing(code: string, literals: readonly Literal[], from: number, off: OffParts): number {
  const brace = new RegExp(off.brackets)
  let depth = 1
  let next = firstFrom(literals, from)
  brace.lastIndex = from
  for (let match = brace.exec(code); match; match = brace.exec(code)) {
    while (next < literals.length && literals[next]!.end < match.index) next += 1
    const literal = literals[next]
    if (literal && match.index >= literal.start - 1) {
      brace.lastIndex = Math.max(literal.end, match.index + 1)
      continue
    }
    if (match[0] === off.open) depth += 1
    else if (match[0] === off.close) depth -= 1
    if (depth === 0) return match.index + 1
  }
  return code.length
}

function firstFrom(literals: readonly Literal[], position: number): number {
  let low = 0
  let high = literals.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (literals[middle]!.start < position) low = middle + 1
    else high = middle
  }
  return low
}
