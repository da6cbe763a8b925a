import { describe, expect, it } from 'vitest'
import { finding, scan } from '../testing/repository.ts'
import { packageOf } from './servers.ts'

describe('MCP servers', () => {
  const config =
    '{\n  // mine\n  "mcpServers": {\n    "git": {\n      "command": "npx",\n      "args": ["-y", "@modelcontextprotocol/server-github@1.0"],\n      "env": { "GITHUB_TOKEN": "not-to-be-seen" }\n    },\n    "remote": { "type": "sse", "url": "https://mcp.acme.io/sse?token=not-to-be-seen", "headers": { "X-Key": "not-to-be-seen" } },\n    "off": { "command": "x", "disabled": true }\n  }\n}\n'
  it('keep name, transport, package and names of the environment, but no value', () => {
    const files = { '.cursor/mcp.json': config }
    expect(finding(files, 'mcp-server:git')).toMatchObject({
      kind: 'mcp-server',
      context: 'development',
      grade: 'configured',
      attributes: {
        transport: 'stdio',
        package: 'npm:@modelcontextprotocol/server-github',
        environment: ['GITHUB_TOKEN'],
      },
      evidence: [{ location: { startLine: 4 } }],
    })
    expect(finding(files, 'mcp-server:remote')).toMatchObject({
      supplier: null,
      supplierName: 'mcp.acme.io',
      attributes: { transport: 'sse', host: 'mcp.acme.io', headers: ['X-Key'] },
    })
    expect(finding(files, 'mcp-server:off')).toMatchObject({
      grade: 'available',
      attributes: { disabled: true },
    })
    expect(JSON.stringify(scan(files))).not.toContain('not-to-be-seen')
  })
  it('in the forms of other programs', () => {
    expect(
      scan({ '.vscode/mcp.json': '{"servers": {"a": {"type": "http", "url": "https://mcp.acme.io/mcp"}}}' })
        .keys,
    ).toEqual(['mcp-server:a'])
    expect(
      scan({
        '.codex/config.toml':
          'model = "o3"\n[mcp_servers.docs]\ncommand = "uvx"\nargs = ["mcp-server-docs"]\n',
      }).keys,
    ).toContain('mcp-server:docs')
    expect(scan({ '.vscode/settings.json': '{"editor.tabSize": 2}' }).keys).toEqual([])
  })
  it('are GitHub’s own where they give its tools, and no use of its assistant', () => {
    const config = (server: object) => ({ '.mcp.json': JSON.stringify({ mcpServers: { github: server } }) })
    const run = [
      'run',
      '-i',
      '--rm',
      '-e',
      'GITHUB_PERSONAL_ACCESS_TOKEN',
      'ghcr.io/github/github-mcp-server',
    ]
    for (const server of [
      { type: 'http', url: 'https://api.githubcopilot.com/mcp/' },
      { url: 'https://api.githubcopilot.com/mcp/x/issues/readonly' },
      { url: 'https://copilot-api.octocorp.ghe.com/mcp' },
      { command: 'docker', args: run },
      { command: '/usr/local/bin/github-mcp-server', args: ['stdio'] },
    ])
      expect(scan(config(server)).findings.map(({ supplier }) => supplier)).not.toContain('github-copilot')
    expect(finding(config({ command: 'docker', args: run }), 'mcp-server:github').supplier).toBe('github-mcp')
    expect(finding(config({ command: 'github-mcp-server stdio' }), 'mcp-server:github').supplier).toBe(
      'github-mcp',
    )
    // The project that wrote the server, which reaches nobody’s AI.
    expect(
      finding(
        config({ command: 'npx', args: ['-y', '@modelcontextprotocol/server-github'] }),
        'mcp-server:github',
      ).supplier,
    ).toBe('model-context-protocol')
    expect(scan({ 'a.ts': "const url = 'https://api.githubcopilot.com/chat/completions'\n" }).keys).toEqual([
      'service:github-copilot',
    ])
  })
  it('run from images of their own', () => {
    expect(
      finding(
        { 'compose.yaml': 'services:\n  tools:\n    image: ghcr.io/github/github-mcp-server:v0.20.0\n' },
        'mcp-server:ghcr.io/github/github-mcp-server',
      ),
    ).toMatchObject({ kind: 'mcp-server', supplier: 'github-mcp' })
  })
  it('are those that a gateway is told to run', () => {
    const args = ['mcp', 'gateway', 'run', '--servers=github-official,brave,exa']
    const files = { '.mcp.json': JSON.stringify({ mcpServers: { all: { command: 'docker', args } } }) }
    expect(scan(files).keys).toEqual(
      ['all', 'brave', 'exa', 'github-official'].map((name) => `mcp-server:${name}`),
    )
    expect(finding(files, 'mcp-server:exa')).toMatchObject({
      supplier: 'exa',
      attributes: { package: 'docker:mcp/exa' },
    })
    expect(finding(files, 'mcp-server:github-official').supplier).toBe('github-mcp')
    const compose =
      'services:\n  tools:\n    image: docker/mcp-gateway\n    command: ["--servers=brave,duckduckgo"]\n'
    expect(finding({ 'compose.yaml': compose }, 'mcp-server:brave').supplier).toBe('brave-search')
    expect(
      scan({
        'compose.yaml': 'services:\n  ns:\n    image: acme/dns\n    command: ["--servers=brave,exa"]\n',
      }).keys,
    ).toEqual([])
  })
  it.each([
    ['gemini-extension.json', { mcpServers: { a: { command: 'npx', args: ['-y', 'a-mcp'] } } }],
    ['.claude-plugin/plugin.json', { mcpServers: { a: { command: 'npx', args: ['-y', 'a-mcp'] } } }],
    ['crush.json', { mcp: { a: { type: 'stdio', command: 'npx', args: ['-y', 'a-mcp'] } } }],
    ['.config/zed/settings.json', { context_servers: { a: { command: { path: 'npx', args: ['a-mcp'] } } } }],
    [
      '.devcontainer/devcontainer.json',
      { customizations: { vscode: { mcp: { servers: { a: { command: 'npx', args: ['a-mcp'] } } } } } },
    ],
  ])('of %s', (path, config) => {
    expect(scan({ [path]: JSON.stringify(config) }).keys).toContain('mcp-server:a')
  })
  it('of LibreChat, Goose and a home of Codex', () => {
    expect(
      scan({ 'librechat.yaml': 'mcpServers:\n  a:\n    command: npx\n    args: [a-mcp]\n' }).keys,
    ).toContain('mcp-server:a')
    expect(
      scan({
        'goose/config.yaml':
          'extensions:\n  a: {type: stdio, cmd: npx, args: [a-mcp]}\n  b: {type: builtin}\n',
      }).keys,
    ).toEqual(['mcp-server:a'])
    expect(scan({ 'dotfiles/codex/config.toml': '[mcp_servers.a]\ncommand = "a-mcp"\n' }).keys).toEqual([
      'mcp-server:a',
    ])
  })
  it('in code', () => {
    expect(
      finding(
        {
          'server.py':
            'from mcp.server.fastmcp import FastMCP\nmcp = FastMCP("weather")\n@mcp.tool()\ndef f(): ...\n',
        },
        'mcp-server:server.py#weather',
      ).name,
    ).toBe('weather')
  })
  it('that cannot be read are an unknown', () => {
    expect(scan({ '.mcp.json': '{"mcpServers": {' }).unknowns).toMatchObject([
      { place: '.mcp.json', reason: 'malformed' },
    ])
  })
  it('know what a runner fetches', () => {
    expect(packageOf('npx', ['-y', '@a/b@latest', '--x'])).toBe('npm:@a/b')
    expect(packageOf('cmd', ['/c', 'npx', 'pkg@1'])).toBe('npm:pkg')
    expect(packageOf('uvx', ['--from', 'git-tool==1', 'run'])).toBe('pypi:git-tool')
    expect(packageOf('docker', ['run', '-i', '--rm', '-e', 'TOKEN', 'mcp/git'])).toBe('docker:mcp/git')
    expect(packageOf('node', ['server.js'])).toBeNull()
  })
})
