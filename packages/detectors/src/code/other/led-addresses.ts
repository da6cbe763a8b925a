import type { Catalogue } from '../../catalogue.ts'
import type { Value } from '../../signs.ts'
import { addressesIn } from '../../text/urls.ts'

/** A text that begins with a name and goes on with a path: `"\(base)/translate"`, `"${BASE}/translate"`, `$"{Base}/translate"`. */
const led = /^(?:\\\(|#\{|\$\{|\{\$?|\$)([A-Za-z_]\w{0,60})[)}]?(\/[\w./-]{1,200})/

/**
 * The address that such a text makes with a constant of the same file, where it is the path that says whether a program reaches
 * a service or shows a page: of `https://translate.acme.com` alone it is the page.
 */
export function ledAddress(
  catalogue: Catalogue,
  text: string,
  values: ReadonlyMap<string, Value>,
): string | null {
  const [, name = '', path = ''] = led.exec(text) ?? []
  const base = values.get(name)
  if (typeof base !== 'string' || base.length > 200) return null
  const [address] = addressesIn(base, 1)
  if (address?.at !== 0 || address.path.replace(/\/$/, '') !== '') return null
  if (catalogue.hostOwner(address.host, '/')?.site === false) return null
  const whole = `${base.replace(/\/$/, '')}${path}`
  const owner = catalogue.hostOwner(address.host, path)
  return owner && !owner.site ? whole : null
}
