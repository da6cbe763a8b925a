/** What Resource Manager answers with, read field by field: what is not read cannot break, nor be kept by mistake. */
export interface Resource {
  readonly id: string
  readonly name: string
  readonly json: Json
}
export type Json = Readonly<Record<string, unknown>>

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The value at the end of a path, whatever it is. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  let here = value
  for (const name of path) here = isJson(here) && Object.hasOwn(here, name) ? here[name] : undefined
  return here
}

export function text(value: unknown, ...path: readonly string[]): string | undefined {
  const found = at(value, ...path)
  return typeof found === 'string' && found !== '' ? found : undefined
}

export function flag(value: unknown, ...path: readonly string[]): boolean | undefined {
  const found = at(value, ...path)
  return typeof found === 'boolean' ? found : undefined
}

export function number(value: unknown, ...path: readonly string[]): number | undefined {
  const found = at(value, ...path)
  return typeof found === 'number' && Number.isFinite(found) ? found : undefined
}

export function list(value: unknown, ...path: readonly string[]): readonly unknown[] {
  const found = at(value, ...path)
  return Array.isArray(found) ? found : []
}

/**
 * An item of a list; null where it has neither an id nor a name to know it by. An id that is no path (as examples and
 * recordings have them: `string`) would be the same for all, so that the list and the name take its place.
 */
export function toResource(item: unknown, above: string): Resource | null {
  if (!isJson(item)) return null
  const name = text(item, 'name')
  const said = text(item, 'id')
  const id = isWhole(said, text(item, 'type')) || !name ? said : `${above}/${lastSegment(name)}`
  if (!id) return null
  return { id, name: lastSegment(name ?? id), json: item }
}

/** A path that goes on behind the type of the thing. */
const isWhole = (id: string | undefined, type: string | undefined): boolean =>
  id?.startsWith('/') === true && !(type && id.toLowerCase().endsWith(`/${type.toLowerCase()}`))

/** Children are called `account/project`: the last part is their own name. */
export const lastSegment = (name: string): string => name.slice(name.lastIndexOf('/') + 1)

/** The ids of what stands above: `parentOf('…/accounts/a/projects/p')` → `…/accounts/a`. */
export const parentOf = (id: string): string => id.split('/').slice(0, -2).join('/')

export const groupOf = (id: string): string | undefined => /\/resourceGroups\/([^/]+)/i.exec(id)?.[1]

const ARM_ID = /^\/subscriptions\/[^/]+\/(resourceGroups|providers)\//i
export const isArmId = (value: string | undefined): value is string =>
  value !== undefined && ARM_ID.test(value)
