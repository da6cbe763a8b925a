/** The whole register of suppliers: read once for their names, their reviews and for choosing one of them. */
import { type Answer, call } from '../api.ts'
import { type Resource, watchBy } from './resource.svelte.ts'

type Suppliers = Answer<'get', '/api/v1/suppliers'>['rows']

/** No organisation has so many; what is beyond has its slug for a name. */
const MOST = 5_000

/** Those that most systems use come first. */
export const watchSuppliers = (): Resource<Suppliers> => watchBy('/api/v1/suppliers?all', readAll)

async function readAll(): Promise<Suppliers> {
  const all: Suppliers = []
  for (let cursor: string | null | undefined; cursor !== null && all.length < MOST; ) {
    const page = await call('get', '/api/v1/suppliers', {
      query: { sort: '-systemCount', limit: 500, ...(cursor === undefined ? {} : { cursor }) },
    })
    all.push(...page.rows)
    cursor = page.next
  }
  return all
}
