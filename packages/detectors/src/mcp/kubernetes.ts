import { servesTools } from '../containers/image.ts'
import type { Detector, Input } from '../detector.ts'
import type { McpServerSign } from '../signs.ts'
import { at, itemsOf, readYaml, type Tree, textOf } from '../text/structure.ts'
import { serverSigns } from './servers.ts'

/** What operators call a server of tools that they run or reach: `MCPServer`, `RemoteMCPServer`, `MCPRemoteProxy`, `AcmeMCPServer`. */
const kind = /^kind:[ \t]{0,4}["']?([A-Za-z]{0,40}M[Cc][Pp]Server|MCPRemoteProxy)["']?[ \t\r]*$/m
const kinds = /^(?:[A-Za-z]{0,40}M[Cc][Pp]Server|MCPRemoteProxy)$/

/** Parts of their specifications that say how a server is started, and names of its address. */
const parts: readonly (readonly string[])[] = [[], ['deployment'], ['workload']]
const addresses = ['url', 'remoteUrl', 'remoteURL']

/**
 * MCP servers that resources of a cluster declare: ToolHive's (docs.stacklok.com/toolhive/guides-k8s), kagent's and kmcp's
 * (kagent.dev/docs/kmcp/deploy/server), and those of gateways.
 */
export const mcpKubernetes: Detector = {
  id: 'mcp/kubernetes',
  when: 'always',
  extensions: ['yml', 'yaml'],
  limit: 500_000,
  claims: ({ path, extension }) => /^ya?ml$/.test(extension) && /mcp|tool|agent/i.test(path),
  analyse: (input) =>
    kind.test(input.text) && !input.text.includes('{{')
      ? { mcp: readYaml(input.lines).flatMap((document) => declared(input, document)) }
      : {},
}

function declared(input: Input, document: Tree): McpServerSign[] {
  const spec = at(document, 'spec')
  const name = textOf(at(document, 'metadata', 'name'))
  const isResource =
    textOf(at(document, 'apiVersion')) !== null && kinds.test(textOf(at(document, 'kind')) ?? '')
  if (!isResource || spec?.t !== 'map' || name === null) return []
  return serverSigns(input, name, specified(spec), spec.line)
    .filter(({ package: fetched = '' }) => !isKnownImage(input, fetched))
    .map((sign) => ({ ...sign, deployed: true }))
}

/** An image of the catalogue, or with such a name, is seen wherever it stands. */
const isKnownImage = ({ catalogue }: Input, fetched: string): boolean =>
  fetched.startsWith('docker:') &&
  (catalogue.imageOwner(fetched.slice(7)) !== null || servesTools(fetched.slice(7)))

/** A specification in the form that lists of people's tools have. */
function specified(spec: Tree): Tree {
  const { line } = spec
  const part =
    parts.map((path) => at(spec, ...path)).find((one) => at(one, 'image') ?? at(one, 'cmd')) ?? null
  const image = at(part, 'image')
  const word = (value: string): Tree => ({ t: 'scalar', value, line })
  const given: Record<string, Tree | null> = {
    url: addresses.map((key) => at(spec, key)).find((one) => one !== null) ?? null,
    transport: at(spec, 'transport') ?? at(spec, 'protocol'),
    command: image ? word('docker') : at(part, 'cmd'),
    args: image ? { t: 'list', items: [word('run'), image], line } : at(part, 'args'),
    env: byName(at(part, 'env')),
  }
  return {
    t: 'map',
    entries: Object.entries(given).flatMap(([key, value]) => (value ? [{ key, value, line }] : [])),
    line,
  }
}

/** Variables that are listed with their names, as a map of them. Their values are nobody's to see. */
const byName = (tree: Tree | null): Tree | null =>
  tree?.t !== 'list'
    ? tree
    : {
        t: 'map',
        entries: itemsOf(tree).flatMap((item) => {
          const key = textOf(at(item, 'name'))
          return key === null ? [] : [{ key, value: item, line: item.line }]
        }),
        line: tree.line,
      }
