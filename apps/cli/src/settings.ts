import { z } from 'zod'
import { UsageError } from './exit-codes.ts'
import type { AnyScanner } from './scanners.ts'

/** One setting of a scanner, as its Zod value declares it. */
export interface Setting {
  name: string
  env: string | null
  secret: boolean
  description: string
  required: boolean
}

export function settingsOf(scanner: AnyScanner): Setting[] {
  return Object.entries(shapeOf(scanner.config)).map(([name, field]) => {
    const meta: { env?: unknown; secret?: unknown } = metaOf(field)
    return {
      name,
      env: typeof meta.env === 'string' ? meta.env : null,
      secret: meta.secret === true,
      description: field.description ?? '',
      required: !field.safeParse(undefined).success,
    }
  })
}

/** The fields of an object schema; every scanner's configuration is one. */
const shapeOf = (config: z.ZodType): Record<string, z.ZodType> =>
  config instanceof z.ZodObject ? (config as z.ZodObject<Record<string, z.ZodType>>).shape : {}

/** `.meta()` may sit under `.default()` or `.optional()`. */
function metaOf(field: z.ZodType): Record<string, unknown> {
  const own = field.meta()
  if (own && 'env' in own) return own
  const inner = 'innerType' in field.def ? field.def.innerType : undefined
  return inner instanceof z.ZodType ? metaOf(inner) : (own ?? {})
}

/** What the command line and the environment say, not parsed yet: the kit does that with the scanner's own value. */
export function gatherConfig(
  scanner: AnyScanner,
  sets: readonly string[],
  given: Record<string, unknown>,
): Record<string, unknown> {
  const known = settingsOf(scanner)
  const config: Record<string, unknown> = {}
  for (const { name, env } of known) if (env && process.env[env]) config[name] = process.env[env]
  for (const set of sets) {
    const [name = '', ...rest] = set.split('=')
    const setting = known.find((s) => s.name === name)
    if (!setting || rest.length === 0) {
      throw new UsageError(
        `--set ${name}: the scanner ${scanner.id} knows ${known.map((s) => s.name).join(', ')}; write --set name=value`,
      )
    }
    if (setting.secret)
      throw new UsageError(
        `${name} is a secret and would show in the process list; set ${setting.env ?? 'it in the environment'} instead`,
      )
    // As text, like the environment: an account's id is no number.
    config[name] = rest.join('=')
  }
  return {
    ...config,
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
  }
}
