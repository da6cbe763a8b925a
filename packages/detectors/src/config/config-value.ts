import type { Value } from '../signs.ts'

/**
 * Text that is not a known value but stands for one: `${VAR}`, `{{ .Values.x }}`, `$(VAR)`; in Hydra's files `${oc.env:VAR,x}`
 * (omegaconf.readthedocs.io/en/latest/custom_resolvers.html#oc-env), in Spring's `${VAR:x}`
 * (docs.spring.io/spring-boot/reference/features/external-config.html).
 */
export const substituted =
  /^\$\{(?:oc\.env:\s{0,3})?([A-Z][A-Z0-9_]*)(?:(?::?-|=|,|:)([^}]*))?\}$|^\$([A-Z][A-Z0-9_]*)$/

/** Another property of the same configuration, and what stands for it: `${ai.model:x}`. */
const propertyOr = /^\$\{[a-z][\w.-]{0,80}:([^{}]+)\}$/

/** A value of a configuration file: `${NAME:-default}` is the variable. */
export function configValue(text: string): Value {
  const match = substituted.exec(text)
  const property = match ? undefined : propertyOr.exec(text)?.[1]
  if (property !== undefined) return property
  if (!match) return /\{\{|\$\(|\$\{/.test(text) ? null : text
  const env = match[1] ?? match[3] ?? ''
  return match[2] ? { env, or: match[2] } : { env }
}
