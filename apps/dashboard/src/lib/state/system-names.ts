/** Systems by name, for lists that know them by id. */
import { watch } from './resource.svelte.ts'

/** Called once by a component. Of a very large inventory only some are known; what is not known gets another word. */
export function systemNames(): (id: string) => string | undefined {
  const list = watch('/api/v1/systems', { query: { limit: 500 } })
  return (id) => list.data?.rows.find((row) => row.id === id)?.name
}
