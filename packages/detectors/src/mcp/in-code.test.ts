import { describe, expect, it } from 'vitest'
import { scan } from '../testing/repository.ts'

const servers = (text: string, path = 'desk/tools.py') =>
  scan({ [path]: text }).findings.filter(({ kind }) => kind === 'mcp-server')
const names = (text: string, path?: string) => servers(text, path).map(({ name }) => name)
const reached = (address: string) => names(`import mcp\n\naddress = "${address}"\n`)

describe('a server of tools in a program', () => {
  it('is what a runner is told to fetch, in production where the program is', () => {
    const [found] = servers(
      'import mcp\n\nserver = mcp.StdioServerParameters(\n    command="npx",\n    args=["-y", "@acme/mcp-server-desk@1.2"],\n)\n',
    )
    expect(found).toMatchObject({ name: 'desk', context: 'production', grade: 'configured' })
    expect(found?.attributes).toMatchObject({ package: 'npm:@acme/mcp-server-desk', transport: 'stdio' })
  })
  it.each([
    [
      'desk/a.py',
      'import mcp\nfrom mcp.client.streamable_http import streamablehttp_client\nc = streamablehttp_client("https://server.smithery.ai/@acme-labs/desk/mcp?api_key=x")\n',
      'desk',
    ],
    [
      'desk/a.ts',
      'const t = new StdioClientTransport({ command: "npx", args: ["-y", "@acme/mcp"] })\nimport "@modelcontextprotocol/sdk"\n',
      'acme',
    ],
    [
      'desk/a.go',
      'package a\n\nimport "github.com/mark3labs/mcp-go/client"\n\nvar c = client.NewStdioMCPClient("uvx", []string{}, "mcp-server-git")\n',
      'git',
    ],
    [
      'desk/A.java',
      'import io.modelcontextprotocol.client.McpClient;\nclass A { Object s = ServerParameters.builder("docker").args("run", "-i", "--rm", "mcp/github").build(); }\n',
      'github',
    ],
  ])('in %s', (path, text, name) => {
    expect(names(text, path)).toEqual([name])
  })
  it('shows nothing of what stands behind the package', () => {
    const secret = 'correct-horse-battery'
    const text = `import mcp\n\nserver = mcp.StdioServerParameters(command="npx", args=["-y", "@acme/mcp", "--key", "${secret}"], env={"ACME_API_KEY": "${secret}"})\n`
    expect(names(text)).toEqual(['acme'])
    expect(JSON.stringify(scan({ 'desk/a.py': text }).findings)).not.toContain(secret)
  })
  it('is reached where its address ends as such do', () => {
    expect(reached('https://mcp.acme.dev/sse')).toEqual(['acme'])
    expect(reached('https://desk.acme.dev/api/v1/mcp')).toEqual(['acme'])
    expect(reached('https://mcp.acme.dev/mcp/readonly')).toEqual(['acme'])
    expect(reached('https://www.acme.dev/mcp/readonly')).toEqual([])
    expect(names('const SAMPLE_URLS = ["https://mcp.acme.dev/mcp"]\n', 'desk/a.ts')).toEqual([])
    expect(reached('https://mcp.acme.dev/mcp/guide/start')).toEqual([])
    const [kept] = servers('import mcp\n\naddress = "https://mcp.acme.dev/s/a-word-for-each-customer/mcp"\n')
    expect(kept?.evidence[0]?.excerpt).toBe('acme: mcp.acme.dev/s/***/mcp')
  })
  it('is none that only documentation has, nor one of the machine’s own', () => {
    for (const address of [
      'https://docs.acme.dev/en/guides/mcp',
      'https://github.com/acme/mcp',
      'https://acme.dev/mcpherson',
      'https://events.acme.dev/sse',
      'https://mcp.example.com/mcp',
      'https://your-server.com/mcp',
      'http://localhost:3000/mcp',
    ])
      expect(reached(address)).toEqual([])
  })
  it('is no other package that a runner fetches', () => {
    expect(names('import mcp\n\nsteps = ["npx", "-y", "create-desk-app"]\n')).toEqual([])
  })
})
