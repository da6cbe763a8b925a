import type { Input } from '../detector.ts'
import type { HostSign } from '../signs.ts'
import { addressesIn } from '../text/urls.ts'

/** The supplier's host that a value of SQL is an address of. `at`: where the value stands, `place`: what holds it. */
export function addressSign(input: Input, value: string, at: number, place: string): HostSign | null {
  const [address] = addressesIn(value, 1)
  const owner = address?.at === 0 ? input.catalogue.hostOwner(address.host, address.path, address.port) : null
  if (!address || !owner || owner.site) return null
  const line = input.lines.at(at)
  return {
    host: address.port ? `${address.host}:${address.port}` : address.host,
    path: address.path,
    supplier: owner.supplier,
    ...(owner.product ? { product: owner.product } : {}),
    method: 'configuration',
    strength: owner.shared ? 'weak' : 'strong',
    place,
    line,
    excerpt: input.excerpt(line),
  }
}
