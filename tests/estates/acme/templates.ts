import { createHash } from 'node:crypto'

/*
 * What may stand in the estate's files in double braces:
 *   key:<shape>:<name>       a key as the provider makes them; the same name always gives the same key
 *   redacted:<shape>:<name>  that key as the provider's admin API shows it
 *   day:<n>                  midnight UTC n days from today, in Unix seconds (a JSON string becomes a number)
 * So no file of this repository holds anything that looks like a key.
 */

interface KeyShape {
  prefix: string
  /** What follows the prefix: literal parts, and numbers of random characters. */
  parts: readonly (string | number)[]
  alphabet: string
}

const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-'
const HEX = '0123456789abcdef'
/** The middle of every OpenAI key. */
const OPENAI = 'T3BlbkFJ'

const SHAPES: Record<string, KeyShape> = {
  openai: { prefix: 'sk-proj-', parts: [74, OPENAI, 74], alphabet: BASE64URL },
  'openai-service': { prefix: 'sk-svcacct-', parts: [74, OPENAI, 74], alphabet: BASE64URL },
  'openai-admin': { prefix: 'sk-admin-', parts: [58, OPENAI, 58], alphabet: BASE64URL },
  deepseek: { prefix: 'sk-', parts: [32], alphabet: HEX },
}

const shapeOf = (name: string): KeyShape => {
  const shape = SHAPES[name]
  if (!shape) throw new Error(`The estate knows no key of the shape "${name}".`)
  return shape
}

/** A key that no provider ever gave out, the same on every machine. */
export function acmeKey(shape: string, name: string): string {
  const { prefix, parts, alphabet } = shapeOf(shape)
  let taken = 0
  const random = (length: number) => {
    const start = taken
    taken += length
    return Array.from(
      { length },
      (_, at) => alphabet[byte(`${shape}:${name}`, start + at) % alphabet.length],
    ).join('')
  }
  return prefix + parts.map((part) => (typeof part === 'string' ? part : random(part))).join('')
}

/** The key's prefix, asterisks in the key's length, and its last four characters. */
export function acmeRedacted(shape: string, name: string): string {
  const key = acmeKey(shape, name)
  const { prefix } = shapeOf(shape)
  return prefix + '*'.repeat(key.length - prefix.length - 4) + key.slice(-4)
}

/** The n-th byte of an endless stream that the name decides. */
function byte(name: string, n: number): number {
  const block = createHash('sha256')
    .update(`acme:${name}:${n >> 5}`)
    .digest()
  return block[n & 31] ?? 0
}

const DAY = 86_400

export function expandTemplates(text: string, now: Date): string {
  const today = Math.floor(now.getTime() / 1000 / DAY) * DAY
  return text
    .replace(/"\{\{day:(-?\d+)\}\}"/g, (_, days: string) => String(today + Number(days) * DAY))
    .replace(/\{\{key:([a-z-]+):([a-z0-9-]+)\}\}/g, (_, shape: string, name: string) => acmeKey(shape, name))
    .replace(/\{\{redacted:([a-z-]+):([a-z0-9-]+)\}\}/g, (_, shape: string, name: string) =>
      acmeRedacted(shape, name),
    )
}
