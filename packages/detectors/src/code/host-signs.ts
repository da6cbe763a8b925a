import type { Catalogue } from '../catalogue.ts'
import type { HostSign } from '../signs.ts'
import { isDenying } from '../text/denying.ts'
import { isAddressGiven, localServer } from '../text/local-server.ts'
import { addressesIn, isFallback } from '../text/urls.ts'
import type { CodeFacts, TextFact } from './facts.ts'
import { isSamplePlace, placeOf } from './places.ts'

/** An address that begins its text, or the command that calls it; in the middle of a sentence it is prose. */
const isCalled = (text: string, at: number): boolean => {
  const before = text.slice(0, at)
  return (
    before.trim() === '' ||
    /^[a-z+]+$/i.test(before) ||
    isFallback(before) ||
    /(^|\s|["'=])(curl|wget|http)\s[^\n]{0,200}$/.test(before) ||
    // A whole value of JSON that the program carries as a text: `[{"api_host": "https://…"}]`.
    (/^\s*[[{]/.test(text) && /[:,[]\s{0,3}\\?"$/.test(before.slice(-8)))
  )
}

/** What requests are sent to is no page, though people have one there too; what follows stands elsewhere. */
const isBase = ({ place }: TextFact, path: string): boolean =>
  place !== undefined &&
  path.length <= 1 &&
  (placeOf(place) === 'base-url' || /(default|instance)_?(url|uri|host|instance|server)$/i.test(place))

/** What programs put behind a host to call a model there: `/api/v1/chat/completions`. */
const apiPath =
  /^\/?(?:[\w.-]+\/){0,4}v\d\w{0,6}\/(?:chat\/completions|completions|embeddings|messages|responses|images\/|audio\/|models\b)/

/** Whose API stands on a host that has pages for people too: the program holds the path apart. */
function apiOwner(catalogue: Catalogue, host: string): ReturnType<Catalogue['hostOwner']> {
  for (const path of ['/api/v1/chat/completions', '/v1/chat/completions']) {
    const owner = catalogue.hostOwner(host, path)
    if (owner && !owner.site) return owner
  }
  return null
}

/** Addresses in a program's texts that requests go to. */
export function hostSigns(
  facts: CodeFacts,
  catalogue: Catalogue,
  excerpt: (line: number) => string,
): HostSign[] {
  const signs: HostSign[] = []
  const calls = facts.texts.some(
    ({ text, mentioned }) => !mentioned && text.length < 200 && apiPath.test(text),
  )
  for (const fact of facts.texts) {
    const { place = '' } = fact
    if (fact.mentioned || fact.text.length > 4000 || isDenying(place) || isSamplePlace(place)) continue
    const about = (at: number) => {
      const line = lineOf(facts, fact, at)
      return {
        ...(fact.place ? { place: fact.place } : {}),
        ...(fact.call === undefined ? {} : { call: fact.call }),
        line,
        excerpt: excerpt(line),
      }
    }
    const given = isAddressGiven(fact.text) ? localServer(catalogue, fact.place, ownMachine) : null
    if (given) {
      signs.push({
        host: UNKNOWN_HOST,
        path: '',
        supplier: given,
        method: 'host',
        strength: 'strong',
        ...about(0),
      })
      continue
    }
    // `".openai.azure.com"`: the end of a host whose beginning the program puts before it.
    const isEnd = fact.text.startsWith('.')
    const addresses = addressesIn(isEnd ? `${UNKNOWN_HOST}${fact.text}` : fact.text)
    for (const { host, path, port, at } of addresses) {
      if (!isCalled(fact.text, at)) continue
      const server =
        localServer(catalogue, fact.place, { host, port }) ??
        (fact.beside ? localServer(catalogue, `${fact.beside}_url`, { host, port }) : null)
      if (server) {
        signs.push({
          host: `${host}:${port}`,
          path,
          supplier: server,
          method: 'host',
          strength: 'strong',
          ...about(at),
        })
        continue
      }
      const owner =
        (calls && path.length <= 1 ? apiOwner(catalogue, host) : null) ??
        catalogue.hostOwner(host, path, port)
      if (!owner || (owner.site && !isBase(fact, path))) continue
      if (isEnd && !owner.template?.startsWith('*.')) continue
      signs.push({
        host: port ? `${host}:${port}` : host,
        path,
        supplier: owner.supplier,
        ...(owner.product ? { product: owner.product } : {}),
        method: 'host',
        strength: owner.shared ? 'weak' : 'strong',
        ...about(at),
      })
    }
    const byPath = catalogue.pathOwner(fact.text)
    if (byPath && (!isHostGiven(addresses) || isOwnServer(catalogue, byPath, addresses)))
      signs.push({
        host: UNKNOWN_HOST,
        path: '',
        supplier: byPath,
        method: 'host',
        strength: 'strong',
        ...about(0),
      })
  }
  return signs
}

/** A text over several lines stands as it is written, where no parser has read what it means. */
const lineOf = ({ language }: CodeFacts, { text, line }: TextFact, at: number): number =>
  language === 'python' || language === 'javascript' ? line : line + text.slice(0, at).split('\n').length - 1

/** Whoever runs the program says where it is; what the place is called says whose it is. */
const ownMachine = { host: 'localhost', port: 1 } as const

/** Whoever runs such a server gives it a name of their own: `https://dify.corp.example/v1/chat-messages`. */
const isOwnServer = (
  catalogue: Catalogue,
  supplier: string,
  addresses: readonly { readonly host: string; readonly path: string }[],
): boolean =>
  (catalogue.suppliers.get(supplier)?.images ?? []).length > 0 &&
  addresses.every(({ host, path }) => catalogue.hostOwner(host, path) === null)

/** Put together at run time: `%s/openai/deployments/%s`. */
const UNKNOWN_HOST = '{}'
const isHostGiven = (addresses: readonly { readonly host: string }[]): boolean =>
  addresses.some(({ host }) => /^[\w.-]+$/.test(host))
