import { describe, expect, it } from 'vitest'
import { scan } from '../testing/repository.ts'

const servers = (text: string, path = 'cluster/mcp/desk.yaml') =>
  scan({ [path]: text }).findings.filter(({ kind }) => kind === 'mcp-server')
const resource = (kind: string, spec: string, name = 'desk') =>
  `apiVersion: acme.dev/v1\nkind: ${kind}\nmetadata:\n  name: ${name}\nspec:\n${spec}`

describe('a server of tools that a cluster declares', () => {
  it('is known by its image, and in production', () => {
    const [found] = servers(
      resource(
        'MCPServer',
        '  image: registry.acme.dev/desk:1\n  transport: stdio\n  env:\n    - name: DESK_TOKEN\n      value: correct-horse-battery\n',
      ),
    )
    expect(found).toMatchObject({ name: 'desk', context: 'production', grade: 'configured' })
    expect(found?.attributes).toMatchObject({
      package: 'docker:registry.acme.dev/desk:1',
      environment: ['DESK_TOKEN'],
    })
    expect(JSON.stringify(found)).not.toContain('correct-horse')
  })
  it('by what is fetched, within its deployment', () => {
    const [found] = servers(
      resource('MCPServer', "  deployment:\n    cmd: npx\n    args: ['@acme/mcp-desk']\n    port: 3000\n"),
    )
    expect(found?.attributes.package).toBe('npm:@acme/mcp-desk')
  })
  it.each([
    ['RemoteMCPServer', '  protocol: SSE\n  url: https://mcp.acme.dev/sse\n', 'sse'],
    ['MCPRemoteProxy', '  remoteUrl: https://mcp.acme.dev/mcp\n', 'http'],
    ['AcmeMCPServer', '  url: https://mcp.acme.dev/mcp\n  transport: http\n', 'http'],
  ])('by its address: %s', (kind, spec, transport) => {
    const [found] = servers(resource(kind, spec))
    expect(found?.attributes).toMatchObject({ host: 'mcp.acme.dev', transport })
  })
  it('without the part of an address that one customer has', () => {
    const [found] = servers(resource('RemoteMCPServer', '  url: https://mcp.acme.dev/s/hunter2secret/mcp\n'))
    expect(found?.evidence[0]?.excerpt).toContain('mcp.acme.dev/s/***/mcp')
    expect(JSON.stringify(found)).not.toContain('hunter2secret')
  })
  it('once, where the image is a known server’s', () => {
    expect(servers(resource('MCPServer', '  image: docker.io/mcp/fetch\n'))).toHaveLength(1)
  })
  it.each([
    resource('CustomResourceDefinition', '  names:\n    kind: MCPServer\n'),
    resource('MinecraftServer', '  image: registry.acme.dev/game:1\n'),
    resource('MCPServer', '  replicas: 1\n'),
    'kind: MCPServer\nmetadata: {name: a}\nspec: {url: https://mcp.acme.dev/mcp}\n',
  ])('none: %s', (text) => expect(servers(text)).toEqual([]))
  it('is no fault where a chart is filled in first', () => {
    const { unknowns } = scan({
      'chart/templates/mcp.yaml': `{{- if .Values.on }}\n${resource('MCPServer', '  url: {{ .Values.url }}\n')}{{- end }}\n`,
    })
    expect(unknowns).toEqual([])
  })
})
