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
  const id = name.exec(text.replace(/\$\{[^}]*\}/g, '{}'))?.[1]
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
const tokens = /\beffect"?\s*[=:]\s*"deny"|"((?:\$\{[^}]*\}|[^"$]|\$(?!\{))*)"|[{}]/gi
