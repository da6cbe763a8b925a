import type { FindingKind, Grade } from '@ai-census/schema'
import type { z } from 'zod'
import { type Thing, thing } from './finding.ts'
import type { Place } from './place.ts'
import { lastOf, type Named } from './resource.ts'
import type { ServiceName } from './services.ts'
import { type Target, target } from './target.ts'

interface Listed<T extends Named> {
  readonly id: string
  readonly title: string
  readonly kind: FindingKind
  readonly grade: Grade
  readonly supplier?: string | null
  readonly product?: string
  readonly service: ServiceName
  readonly permission: string
  /** The path of the list under a location; or the whole of it. */
  readonly path: string | ((place: Place) => string)
  readonly version?: string
  /** Where the items are in the answer. Default: the last part of the path. */
  readonly key?: string
  readonly item: z.ZodType<T>
  readonly size?: Readonly<Record<string, number>>
  /** What is special about one; null for what is none of the organisation's own. */
  it?(item: T, place: Place): Partial<Thing> | null
}

/** A type of resource that one list tells all of. */
export function listed<T extends Named>(row: Listed<T>): Target {
  const { id, title, service, kind, grade, permission, item, path, version = 'v1' } = row
  return target({
    id,
    service,
    title,
    kinds: [kind],
    operations: [permission],
    list: (gcp, place) =>
      gcp.list({
        service,
        permission,
        path: typeof path === 'function' ? path(place) : `/${version}/${parentOf(place)}/${path}`,
        key: row.key ?? (typeof path === 'string' ? lastOf(path) : ''),
        item,
        ...(row.size ? { size: row.size } : {}),
      }),
    *toFindings(one: T, place) {
      const special = row.it ? row.it(one, place) : {}
      if (!special) return
      yield thing(place, {
        type: id,
        kind,
        grade,
        service,
        operation: permission,
        ...(row.supplier === undefined ? {} : { supplier: row.supplier }),
        ...(row.product ? { product: row.product } : {}),
        name: one.displayName || lastOf(one.name),
        resource: one.name,
        created: one.createTime,
        changed: one.updateTime,
        labels: one.labels,
        ...special,
        attributes: { state: one.state, description: one.description, ...special.attributes },
      })
    },
  })
}

/** The project by its id, as people call these services; what comes back may have either name. */
export const projectOf = ({ project }: Place): string => `projects/${project.id}`
export const parentOf = (place: Place): string => `${projectOf(place)}/locations/${place.location}`
