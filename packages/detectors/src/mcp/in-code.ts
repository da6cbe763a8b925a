import type { CodeFacts, TextFact } from '../code/facts.ts'
import { isSamplePlace, isVariableName } from '../code/places.ts'
import type { McpServerSign } from '../signs.ts'
import { addressesIn } from '../text/urls.ts'
import { packageOf, shownPath } from './servers.ts'

/** How far apart the words of one command may stand, and how many of them are looked at. */
const LINES = 6
const WORDS = 12
const mostServers = 50

const runner = /^(?:npx|bunx|pnpx|uvx|pipx|docker|podman)(?:\.cmd|\.exe)?(?:\s|$)/
/** A package, an image or a module that is a server by its name: `@acme/mcp`, `mcp-server-git`, `mcp/github`. */
const serverName = /(?:^|[-_/@.:])mcp(?:$|[-_/.:@])|modelcontextprotocol\/server/i

/**
 * MCP servers that a program starts or reaches itself: `StdioServerParameters(command="npx", args=["-y", "…"])`,
 * `new StdioClientTransport({ command: 'npx', … })`, `streamablehttp_client("https://mcp.acme.dev/mcp")`
 * (modelcontextprotocol.io/docs/develop/build-client). Of a command nothing is shown behind the package.
 */
export function mcpServersIn({ texts }: CodeFacts): McpServerSign[] {
  const found = new Map<string, McpServerSign>()
  for (const [index, fact] of texts.entries()) {
    if (fact.mentioned || found.size >= mostServers) continue
    const sign = runner.test(fact.text)
      ? startedServer(texts, index)
      : fact.text.includes('://')
        ? remoteServer(fact)
        : null
    if (sign && !found.has(sign.name)) found.set(sign.name, { ...sign, inCode: true, excerpt: shown(sign) })
  }
  return [...found.values()]
}

type Server = Omit<McpServerSign, 'excerpt'>

/** Never the line itself: what stands in its environment and headers is nobody's to see. */
const shown = ({ name, command, host, path }: Server): string => `${name}: ${command ?? `${host}${path}`}`

function startedServer(texts: readonly TextFact[], index: number): Server | null {
  const first = texts[index]!
  const words = first.text.length < 500 ? first.text.trim().split(/\s+/) : []
  const environment = new Set<string>()
  for (const fact of texts.slice(index + 1, index + 1 + 2 * WORDS)) {
    if (fact.line > first.line + LINES || words.length > WORDS || runner.test(fact.text)) break
    const assigned = /^([A-Z][A-Z0-9_]+)(?:=|$)/.exec(fact.text)?.[1]
    if (assigned) environment.add(assigned)
    else if (!fact.mentioned && !isVariableName(fact.place ?? '')) words.push(fact.text)
  }
  const [command = '', ...args] = words
  const fetched = packageOf(command, args)
  const name = fetched?.replace(/^\w+:/, '') ?? ''
  if (!fetched || !serverName.test(name)) return null
  return {
    name: shortName(name),
    transport: 'stdio',
    command: `${command} ${name}`,
    package: fetched,
    environment: [...environment].sort().slice(0, 50),
    headers: [],
    line: first.line,
  }
}

/** `@acme/mcp-server-desk` is the server `desk`, `@acme/mcp` is `acme`. */
function shortName(name: string): string {
  const [own = '', scope = ''] = name.split('/').reverse()
  const bare = own
    .replace(/:.*$/, '')
    .replace(/(?:^|[-_.])(?:mcp|server)(?=$|[-_.])/gi, '')
    .replace(/^[-_.]+|[-_.]+$/g, '')
  return bare || scope.replace(/^@/, '') || own
}

/** What documentation says of the protocol lies deeper: `/docs/en/mcp`. */
const isEndpoint =
  /^(?:\/(?:api|servers?|gateway|public|v\d+|[\w-]*\*{3}|s|[a-z-]*mcp|@[\w-]{1,40}\/[\w.-]{1,60}))*\/mcp(?:\/(?:sse|v\d+))?$/i
/** Names that nobody has (RFC 2606), or only the network around a program. */
const nobodys =
  /(?:^|\.)(?:example(?:\.[a-z]+)?|test|invalid|localhost|local|internal|svc)$|(?:^|\.)(?:your|my)[\w-]*\./
const isRoot = /^(?:\/(?:sse|v\d+(?:\/\w+)?|mcp\/[a-z][a-z-]{1,14}))?$/i

/** An endpoint by its path, or on a host that is named for the protocol. */
function remoteServer({ text, line, place = '' }: TextFact): Server | null {
  if (text.length > 400 || !/mcp/i.test(text) || /placeholder|example/i.test(place) || isSamplePlace(place))
    return null
  const [address] = addressesIn(text, 1)
  if (address?.at !== 0 || !/^[a-z\d.-]+\.[a-z]{2,}$/.test(address.host) || nobodys.test(address.host))
    return null
  // Some give each customer an address of their own, which is as good as a key.
  const path = address.path
    .replace(/[?#].*$/, '')
    .replace(/\/$/, '')
    .replace(/[^/]{15,}/g, '***')
  if (!isEndpoint.test(path) && !(/^mcp\d?\./.test(address.host) && isRoot.test(path))) return null
  // Who hosts servers of others has each below its publisher: `/@acme/desk/mcp`.
  const published = /\/(@[\w-]+\/[\w.-]+)\/mcp$/.exec(address.path.replace(/[?#].*$/, ''))?.[1]
  const labels = address.host
    .split('.')
    .slice(0, -1)
    .filter((label) => !/^(?:mcp|www|api|server|com?|ac)$/.test(label))
  return {
    name: published ? shortName(published) : (labels.at(-1) ?? address.host),
    transport: path.endsWith('/sse') ? 'sse' : 'http',
    host: address.port ? `${address.host}:${address.port}` : address.host,
    path: shownPath(path),
    environment: [],
    headers: [],
    line,
  }
}
