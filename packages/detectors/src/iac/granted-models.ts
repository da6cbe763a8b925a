import type { Catalogue } from '../catalogue.ts'
import type { Input } from '../detector.ts'
import type { ModelSign } from '../signs.ts'

type Granted = Pick<ModelSign, 'supplier' | 'place' | 'method' | 'strength'> & { readonly value: string }

const name = /^arn:[^:]+:bedrock:[^:]*:[^:]*:(?:foundation-model|inference-profile)\/([a-z][\w.-]+(?::\d+)?)$/

/**
 * The model of a resource's full name in Bedrock, region and account of which are mostly filled in: what a policy lets a
 * program call (docs.aws.amazon.com/service-authorization/latest/reference/list_amazonbedrock.html). All models of a
 * publisher, `anthropic.*`, are none.
 */
export function grantedModel(text: string, catalogue: Catalogue): Granted | null {
  if (text.length > 300 || !text.startsWith('arn:')) return null
  const id = name.exec(text.replace(/\$\{[^}]{0,500}\}/g, '{}'))?.[1]
  const host = id === undefined ? null : catalogue.hostOwner('bedrock-runtime.us-east-1.amazonaws.com', '')
  if (!host || catalogue.modelOwner(id!) === null) return null
  return {
    value: id!,
    supplier: host.supplier,
    place: 'modelArn',
    method: 'model-id',
    strength: 'strong',
  }
}

/** How far around a name its statement is looked for, and how many brackets out. */
const FARTHEST = 3000
const OUTERMOST = 6

/**
 * Whether the text at `at` stands in a statement that denies, in a program whose strings are blanked but for their quotes:
 * the innermost brackets, or the expression, that say what the effect is.
 */
export function isDenied(masked: string, code: string, at: number): boolean {
  let from = at
  let to = at
  for (let depth = 0; depth < OUTERMOST; depth += 1) {
    from = edge(masked, from - 1, -1)
    to = edge(masked, to, 1)
    const inside = code.slice(from, to)
    if (/\beffect\b/i.test(inside)) return denial.test(inside)
    if (to - from > FARTHEST || from <= 0 || !'([{'.includes(masked[from]!)) return false
  }
  return false
}

/** `.effect(Effect.DENY)`, `Effect: jsii.String("Deny")`, `Effect = Effect.DENY`. */
const denial = /\beffect\b"?\s{0,4}(?:[(:=]|=>)\s{0,4}(?:[\w.:]{1,40}[.(:_]{1,2})?"?deny\b/i

/** The bracket that opens before, or closes behind; or the end of the statement. */
function edge(masked: string, start: number, step: 1 | -1): number {
  const [opens, closes] = step === 1 ? ['([{', ')]}'] : [')]}', '([{']
  let depth = 0
  for (let at = start; at >= 0 && at < masked.length && Math.abs(at - start) < FARTHEST; at += step) {
    const char = masked[at]!
    if (opens.includes(char)) depth += 1
    else if (closes.includes(char)) {
      if (depth === 0) return step === 1 ? at + 1 : at
      depth -= 1
    } else if (depth === 0 && (char === ';' || (char === '\n' && !goesOn(masked, at)))) return at
  }
  return step === 1 ? Math.min(masked.length, start + FARTHEST) : Math.max(0, start - FARTHEST)
}

/** The line before ends open, or the next one begins with a call on what stands there. */
const goesOn = (masked: string, at: number): boolean =>
  /[([{,=.:]\s*$/.test(masked.slice(Math.max(0, at - 20), at)) ||
  /^\s*(?:\?\.|\.|->|[)\]}])/.test(masked.slice(at, at + 60))

/** The models that statements in braces allow; what denies them lists them too. */
export function modelsAllowed(input: Input, lines: readonly string[]): ModelSign[] {
  const found: ModelSign[] = []
  const open: { denies: boolean; models: ModelSign[] }[] = [{ denies: false, models: [] }]
  const close = (): void => {
    const statement = open.pop()!
    if (!statement.denies) found.push(...statement.models)
  }
  for (const [index, text] of lines.entries())
    for (const [token, string] of text.slice(0, 2000).matchAll(tokens)) {
      const statement = open.at(-1)!
      if (token === '{') open.push({ denies: false, models: [] })
      else if (token === '}') {
        if (open.length > 1) close()
      } else if (string === undefined) statement.denies = true
      else {
        const model = grantedModel(string, input.catalogue)
        if (model) statement.models.push({ ...model, line: index + 1, excerpt: input.excerpt(index + 1) })
      }
    }
  while (open.length > 0) close()
  return found
}

// No character can be read in two ways: an unfinished string must not cost more than its length.
const tokens = /\beffect"?\s*[=:]\s*"deny"|"((?:\$\{[^}]{0,500}\}|[^"$]|\$(?!\{))*)"|[{}]/gi
