import type { Detector, Input } from '../detector.ts'
import type { HostSign } from '../signs.ts'
import { at, itemsOf, readJson, textOf } from '../text/structure.ts'
import { addressesIn } from '../text/urls.ts'

/**
 * Hosts that a browser's extension asks to reach (developer.chrome.com/docs/extensions/develop/concepts/declare-permissions): an API
 * is called where it is asked for. Pages that it only works upon, and hosts that people may add, are not whom it calls.
 */
export const browserExtension: Detector = {
  id: 'config/browser-extension',
  when: 'literal',
  extensions: ['json'],
  limit: 200_000,
  claims: ({ name }) => /^manifest(?:[.-][\w-]+)?\.json$/.test(name),
  analyse(input) {
    const root = readJson(input.lines)
    if (at(root, 'manifest_version') === null) return {}
    const asked = [at(root, 'host_permissions'), at(root, 'permissions')].flatMap((list) =>
      list === null ? [] : itemsOf(list),
    )
    const hosts = asked.flatMap((item) => hostsIn(input, textOf(item) ?? '', item.line))
    return hosts.length > 0 ? { hosts } : {}
  },
}

function hostsIn({ catalogue, excerpt }: Input, text: string, line: number): HostSign[] {
  // `https://*.acme.dev/*` and `*://acme.dev/*` are for pages.
  if (!/^https:\/\/[\w.-]+(?:\/|$)/.test(text)) return []
  return addressesIn(text.replace(/\*.*$/, '')).flatMap(({ host, path }): HostSign[] => {
    const owner = catalogue.hostOwner(host, path)
    if (!owner || owner.site || owner.shared) return []
    const { supplier, product } = owner
    return [
      {
        host,
        path,
        supplier,
        ...(product ? { product } : {}),
        method: 'configuration',
        strength: 'strong',
        place: 'host_permissions',
        line,
        excerpt: excerpt(line),
      },
    ]
  })
}
