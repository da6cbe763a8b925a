import { isVariableName, placeOf } from '../code/places.ts'
import type { Input } from '../detector.ts'
import { localServer } from '../text/local-server.ts'
import { addressesIn } from '../text/urls.ts'
import type { ConfigEntry } from './tree-entries.ts'

/**
 * Whom the address in a record leads to, by the keys that lead to the record: `{ model: openai/x, api_base: https://… }`. Null: to nobody
 * whom the catalogue knows. Of two addresses in one record nobody can tell which is the model's.
 */
export function addressesBeside(
  input: Input,
  entries: readonly ConfigEntry[],
): ReadonlyMap<string, string | null> {
  const found = new Map<string, string | null>()
  const doubtful = new Set<string>()
  for (const { keys, text } of entries) {
    const key = keys.at(-1) ?? ''
    // Variables stand beside each other in a file, and in no record.
    if (placeOf(key) !== 'base-url' || isVariableName(key) || !/^https?:\/\//.test(text)) continue
    const [address] = addressesIn(text, 1)
    if (!address) continue
    const record = recordOf(keys)
    const { host, path, port } = address
    const owner = input.catalogue.hostOwner(host, path, port)
    const supplier = owner && !owner.site ? owner.supplier : localServer(input.catalogue, key, { host, port })
    if (found.has(record) && found.get(record) !== supplier) doubtful.add(record)
    found.set(record, supplier)
  }
  for (const record of doubtful) found.delete(record)
  return found
}

/** Properties have the whole way in one key: `spring.ai.openai.base-url`. */
export const recordOf = (keys: readonly string[]): string => keys.join('.').split('.').slice(0, -1).join('.')
