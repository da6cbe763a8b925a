import type { FindingKind, Grade } from '@ai-census/schema'
import type { ElementOf, Paging } from './aws.ts'
import { type Thing, thing } from './finding.ts'
import type { Operation } from './permissions.ts'
import type { Place } from './place.ts'
import type { InputOf, OperationOf, OutputOf, Service } from './services.ts'
import { type Target, target } from './target.ts'

interface Listed<S extends Service, O extends OperationOf<S>, K extends keyof OutputOf<S, O>> {
  readonly id: string
  readonly title: string
  /** The last part of the scope's key. Default: the SDK's name of the service. */
  readonly scope?: string
  readonly kind: FindingKind
  readonly grade: Grade
  readonly supplier?: string | null
  readonly product?: string
  readonly service: S
  readonly operation: O
  /** Where the items are in the answer. */
  readonly key: K
  readonly input?: Partial<InputOf<S, O>> | ((place: Place) => Partial<InputOf<S, O>>)
  readonly paging?: Paging
  /** What one item is; null for what is no resource of the organisation's own. */
  it(item: ElementOf<OutputOf<S, O>[K]>, place: Place): Described | null
}

type Described = Omit<Thing, 'type' | 'kind' | 'grade' | 'operation' | 'name'> & {
  readonly name: string | undefined
  readonly kind?: FindingKind
  readonly grade?: Grade
}

/** A type of resource that one list tells all of. */
export function listed<S extends Service, O extends OperationOf<S>, K extends keyof OutputOf<S, O>>(
  row: Listed<S, O, K>,
): Target {
  const { id, title, service, kind, grade, key, input, paging } = row
  const operation: Operation = `${service}:${String(row.operation)}`
  return target({
    id,
    service: row.scope ?? service,
    title,
    kinds: [kind],
    operations: [operation],
    list: (aws, place) =>
      aws.list(service, row.operation, key, typeof input === 'function' ? input(place) : input, paging),
    *toFindings(item: ElementOf<OutputOf<S, O>[K]>, place) {
      const it = row.it(item, place)
      if (!it) return
      yield thing(place, {
        type: id,
        kind,
        grade,
        operation,
        ...(row.supplier === undefined ? {} : { supplier: row.supplier }),
        ...(row.product ? { product: row.product } : {}),
        ...it,
        name: it.name ?? it.id ?? it.arn ?? title,
      })
    },
  })
}
