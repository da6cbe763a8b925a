import { choosesProvider, providerChosen } from '../code/provider-choice.ts'
import type { Input } from '../detector.ts'
import type { EnvironmentSign } from '../signs.ts'
import { configValue } from './config-value.ts'

/** The supplier that a setting names, or falls back to: `llm.provider: openai`, `AI_PROVIDER=gemini`, `${AI_PROVIDER:openai}`. */
export function chosenHere(
  input: Input,
  keys: readonly string[],
  text: string,
  line: number,
): EnvironmentSign[] {
  // What stands in a list is one of several.
  if (text.length > 80 || keys.some((key) => key.startsWith('#'))) return []
  const name = keys.slice(-3).join('.')
  if (!choosesProvider(name)) return []
  const value = configValue(text)
  const given = value !== null && typeof value === 'object' && 'env' in value ? (value.or ?? null) : value
  const supplier = typeof given === 'string' ? providerChosen(input.catalogue, given) : null
  if (supplier === null) return []
  return [{ name, supplier, strength: 'medium', chosen: true, line, excerpt: input.excerpt(line) }]
}
