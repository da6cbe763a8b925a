/** Systems by name, for lists that know them by id. */
import { watch } from './resource.svelte.ts'

/** Read in a `$derived`. Of a very large inventory only some are known; what is not known gets another word. */
export function systemNames(): (id: string) => string | undefined {
  const list = watch('/api/v1/systems', { query: { limit: 500 } })
  const names = new Map(list.data?.rows.map(({ id, name }) => [id, name]))
  return (id) => names.get(id)
}
