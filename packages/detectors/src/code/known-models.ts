import type { Catalogue } from '../catalogue.ts'

/** The catalogue knows the id, who alone writes ids so, or whom its beginning leads to. */
export const isKnown = (id: string, catalogue: Catalogue): boolean =>
  catalogue.modelOwner(id) !== null ||
  catalogue.modelPrefixOwner(id) !== null ||
  isBehindProvider(id, catalogue) ||
  catalogue.modelFormOwner(id)?.shared === false

/** `google:gemini-2.5-pro`: a known model behind a known provider, where `google:` alone may begin anything. */
function isBehindProvider(id: string, catalogue: Catalogue): boolean {
  const [, provider, rest = ''] = /^([a-z][a-z0-9_-]{1,40}):(?!\/)(.+)$/.exec(id) ?? []
  return (
    provider !== undefined &&
    catalogue.modelPrefixOwner(`${provider}/x`) !== null &&
    catalogue.modelOwner(rest) !== null
  )
}
