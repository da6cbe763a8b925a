import type { Catalogue } from '../catalogue.ts'
import type { EnvironmentSign } from '../signs.ts'
import { isDenying } from '../text/denying.ts'
import type { CodeFacts } from './facts.ts'
import { isModelPlace, isVariableName } from './places.ts'
import { settingOwner } from './setting-names.ts'
import { bareName } from './supplier-named.ts'

type Excerpt = (line: number) => string

/**
 * Names of variables that a program keeps to read them later: `apiKeyEnv: "GROQ_API_KEY"`, `{groq: "GROQ_API_KEY"}`. Where no
 * parser reads a language, every such text counts already.
 */
function keptNames({ texts, environment, calls }: CodeFacts, catalogue: Catalogue): CodeFacts['environment'] {
  const read = new Set(environment.map(({ name }) => name))
  return texts.flatMap(({ text, place = '', line, mentioned, call }) => {
    if (mentioned || !/_(KEY|TOKEN)$/.test(text) || !isVariableName(text)) return []
    if (read.has(text) || place.length > 60 || isDenying(place)) return []
    const owner = catalogue.environmentOwner(text)
    if (!owner || owner.shared) return []
    const given = call === undefined ? '' : (calls[call]?.callee ?? '')
    const isKept =
      kept.test(bareName(place)) ||
      kept.test(bareName(given)) ||
      bareName(place) === bareName(owner.supplier) ||
      (place !== '' && catalogue.modelPrefixOwner(`${place}/x`)?.supplier === owner.supplier)
    return isKept ? [{ name: text, line }] : []
  })
}

/** What holds names of variables, or is asked about them: `apiKeyEnv`, `env_var`, `validate_variables(…)`. */
const kept = /(?:env(?:ironment)?(?:(?:key|token|var|variable|name)s?)*|variables?)$/

/** `handed`: what a program that is started is given. */
export function environmentSigns(
  facts: CodeFacts,
  catalogue: Catalogue,
  excerpt: Excerpt,
  handed: CodeFacts['environment'],
): EnvironmentSign[] {
  const fields = (facts.fields ?? []).flatMap(({ name, line }): EnvironmentSign[] => {
    const supplier = settingOwner(catalogue, name)
    // What such a field is given may be a key however it looks, so that the name alone is shown.
    return supplier ? [{ name, supplier, strength: 'medium', line, excerpt: name }] : []
  })
  const read = [...facts.environment, ...keptNames(facts, catalogue), ...handed].flatMap(({ name, line }) => {
    const owner = catalogue.environmentOwner(name)
    if (!owner) return []
    return [
      {
        name,
        supplier: owner.supplier,
        // Of who publishes a model its name tells, but not of who serves it.
        strength: owner.shared || isModelPlace(name) ? ('weak' as const) : ('medium' as const),
        line,
        excerpt: excerpt(line),
      },
    ]
  })
  return [...read, ...fields.filter(isFirst)]
}

/** Each setting once in a file, where it stands first. */
const isFirst = ({ name }: EnvironmentSign, index: number, all: readonly EnvironmentSign[]): boolean =>
  all.findIndex((one) => one.name === name) === index
