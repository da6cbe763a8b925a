import { placeOf } from '../code/places.ts'
import type { Input } from '../detector.ts'
import type { HostSign, Setting } from '../signs.ts'
import { configValue, substituted } from './config-value.ts'
import { providerAbove } from './provider-above.ts'
import type { ConfigEntry } from './tree-entries.ts'

/** A host and a port that stand apart: `LLM_HOST: ollama`, `LLM_PORT: 11434`. */
export function apart(input: Input, entries: readonly ConfigEntry[]): HostSign[] {
  const ports = new Map(
    entries.flatMap(({ keys, text }) => {
      const key = /^([\s\S]*)port$/i.exec(keys.join('\n'))?.[1]
      return key !== undefined && /^\d{2,5}$/.test(text) ? [[key.toLowerCase(), Number(text)] as const] : []
    }),
  )
  if (ports.size === 0) return []
  return entries.flatMap(({ keys, text, line }): HostSign[] => {
    const key = /^([\s\S]*)host(?:name)?$/i.exec(keys.join('\n'))?.[1]
    const port = key === undefined ? undefined : ports.get(key.toLowerCase())
    const owner =
      port !== undefined && /^[\w.-]+$/.test(text) ? input.catalogue.hostOwner(text, '/', port) : null
    if (!owner || owner.site || owner.shared) return []
    return [
      {
        host: `${text}:${port}`,
        path: '/',
        supplier: owner.supplier,
        ...(owner.product ? { product: owner.product } : {}),
        method: 'configuration',
        strength: 'strong',
        place: keys.at(-1) ?? '',
        line,
        excerpt: input.excerpt(line),
      },
    ]
  })
}

/** An address below a provider's name is that provider's, as its variable would say: `spring.ai.openai.base-url`. */
export function addressOf(
  input: Input,
  keys: readonly string[],
  text: string,
): Pick<Setting, 'name' | 'value'> | null {
  if (!text.includes('://') && !substituted.test(text)) return null
  const path = keys.join('.').split('.')
  if (path.length < 2 || placeOf(path.at(-1)!) !== 'base-url') return null
  const name = `${providerAbove(input.catalogue, keys)?.toUpperCase().replaceAll('-', '_')}_BASE_URL`
  return input.catalogue.environmentOwner(name) ? { name, value: configValue(text) } : null
}
