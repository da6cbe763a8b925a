import { linearFault } from './match.ts'
import type { HostEntry, KeyShape, Signature } from './signature.ts'

/** What a signature's form allows and its meaning does not. */
export interface UnsoundPart {
  path: string
  message: string
}

export function unsoundParts(signature: Signature): UnsoundPart[] {
  const { keys = [], hosts = [], models = [], modelForms = [], files, roles } = signature
  const parts = [
    ...keys.flatMap((key, i) => unsoundKey(key).map((part) => at(`keys[${i}]`, part))),
    ...hosts.flatMap((host, i) => unsoundHost(host).map((message) => ({ path: `hosts[${i}]`, message }))),
    ...models.flatMap(({ pattern }, i) => unsoundPattern(pattern).map((part) => at(`models[${i}]`, part))),
    ...modelForms.flatMap((form, i) =>
      unsoundPattern(typeof form === 'string' ? form : form.pattern).map((part) =>
        at(`modelForms[${i}]`, part),
      ),
    ),
  ]
  if (files && !roles.includes('coding-assistant'))
    parts.push({ path: 'files', message: 'only a coding-assistant is told by its files' })
  return parts
}

const at = (parent: string, { path, message }: UnsoundPart): UnsoundPart => ({
  path: `${parent}.${path}`,
  message,
})

function unsoundPattern(pattern: string): UnsoundPart[] {
  const message = linearFault(pattern)
  return message ? [{ path: 'pattern', message }] : []
}

function unsoundKey({ pattern, anchor }: KeyShape): UnsoundPart[] {
  const hasAnchor = pattern.replaceAll('\\', '').includes(anchor)
  return hasAnchor
    ? unsoundPattern(pattern)
    : [...unsoundPattern(pattern), { path: 'anchor', message: 'the pattern does not contain it' }]
}

/** Look-up goes by the last two labels, and a rule for a whole top-level domain would be no supplier's. */
function unsoundHost(entry: HostEntry): string[] {
  const host = (typeof entry === 'string' ? entry : entry.host).toLowerCase()
  if (host === 'localhost')
    return typeof entry !== 'string' && entry.port !== undefined ? [] : ['localhost needs a port']
  if (!/(^|\.)[a-z0-9-]+\.[a-z0-9-]+$/.test(host)) return ['the last two labels must be plain names']
  return []
}
