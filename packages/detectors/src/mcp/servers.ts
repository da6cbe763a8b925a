import type { Detector, Input } from '../detector.ts'
import type { McpServerSign } from '../signs.ts'
import { excerptOf, looksRandom, maskRandom } from '../text/mask.ts'
import { at, entriesOf, itemsOf, readJson, readYaml, type Tree, textOf } from '../text/structure.ts'
import { readToml, tableOf } from '../text/toml.ts'
import { addressesIn } from '../text/urls.ts'
import { gatewayServers } from './gateway.ts'

/** Where programs keep the list of their servers; the first that holds a map counts. */
const places: readonly (readonly string[])[] = [
  ['mcpServers'],
  ['servers'],
  ['mcp', 'servers'],
  ['mcp'],
  ['context_servers'],
  ['amp.mcpServers'],
  ['cody.mcpServers'],
  ['customizations', 'vscode', 'mcp', 'servers'],
]

const names =
  /^(\.?mcp(\.[\w-]+)?\.json|mcp[-_](config|settings|servers)\.json|claude_desktop_config\.json|cline_mcp_settings\.json|mcp_settings\.json|\.claude\.json|opencode\.jsonc?|\.?crush\.json|gemini-extension\.json)$/
const settings =
  /(^|\/)(\.vscode|\.cursor|\.claude|\.gemini|\.roo|\.kiro\/settings|\.amazonq|\.?zed|\.claude-plugin|\.windsurf|\.codeium\/windsurf|\.continue|\.continue\/mcpservers|\.junie\/mcp|\.devcontainer|\.copilot|\.factory|\.qwen|\.amp)\/([\w.-]+)\.json$/

/** MCP servers in JSON configuration. Of the environment and the headers only names are kept. */
export const mcpJson: Detector = {
  id: 'mcp/json',
  when: 'always',
  extensions: ['json', 'jsonc'],
  limit: 1_000_000,
  claims: ({ name, path }) => names.test(name) || settings.test(path.toLowerCase()),
  analyse(input) {
    const root = readJson(input.lines)
    for (const place of places) {
      const servers = at(root, ...place)
      if (place[0] === 'servers' && !/mcp/.test(input.path.toLowerCase())) continue
      const mcp = entriesOf(servers).flatMap(({ key, value, line }) => serverSigns(input, key, value, line))
      if (mcp.length > 0) return { mcp }
    }
    return {}
  },
}

/** Servers in a text within the file, which so many lines of the file stand before. */
export const serversIn = (input: Input, tree: Tree, before: number): McpServerSign[] =>
  entriesOf(at(tree, 'mcpServers')).flatMap(({ key, value, line }) =>
    serverSigns(input, key, value, before + line),
  )

/** MCP servers in YAML: a list or a map under `mcpServers`. */
export const mcpYaml: Detector = {
  id: 'mcp/yaml',
  when: 'always',
  extensions: ['yml', 'yaml'],
  limit: 500_000,
  claims: ({ path, name }) =>
    /(^|\/)(\.continue\/.*|goose\/config)\.ya?ml$/.test(path.toLowerCase()) ||
    // A chart's template is no list yet.
    (/^(mcp([-_.]\w+)?|librechat)\.ya?ml$/.test(name) && !/(^|\/)templates\//.test(path)),
  analyse(input) {
    const mcp = readYaml(input.lines).flatMap((document) => {
      const servers =
        at(document, 'mcpServers') ??
        at(document, 'mcp_servers') ??
        at(document, 'servers') ??
        at(document, 'extensions')
      const listed = itemsOf(servers).flatMap((item) =>
        serverSigns(input, textOf(at(item, 'name')) ?? 'unnamed', item, item.line),
      )
      return [
        ...listed,
        ...entriesOf(servers).flatMap(({ key, value, line }) => serverSigns(input, key, value, line)),
      ]
    })
    return { mcp }
  },
}

/** `[mcp_servers.name]` tables of TOML. */
export const mcpToml: Detector = {
  id: 'mcp/toml',
  when: 'always',
  extensions: ['toml'],
  limit: 500_000,
  claims: ({ path }) =>
    /(^|\/)\.?codex\/config\.toml$/.test(path.toLowerCase()) ||
    /(^|\/)mcp[\w-]*\.toml$/.test(path.toLowerCase()),
  analyse(input) {
    const servers = tableOf(readToml(input.text), 'mcp_servers')
    const mcp = Object.entries(servers).flatMap(([name, value]) => {
      const position = input.text.search(
        new RegExp(`^\\s*\\[mcp_servers\\.["']?${name.replaceAll(/[^\w-]/g, '.')}["']?\\]`, 'm'),
      )
      const line = input.lines.at(Math.max(0, position))
      return serverSigns(input, name, fromToml(value, line), line)
    })
    return { mcp }
  },
}

function fromToml(value: unknown, line: number): Tree {
  if (Array.isArray(value)) return { t: 'list', items: value.map((item) => fromToml(item, line)), line }
  if (typeof value === 'object' && value !== null && !(value instanceof Date))
    return {
      t: 'map',
      entries: Object.entries(value).map(([key, inner]) => ({ key, value: fromToml(inner, line), line })),
      line,
    }
  return {
    t: 'scalar',
    value:
      typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null,
    line,
  }
}

/** A server as its entry in such a list tells it; none without a command or an address. */
export function serverSigns(input: Input, name: string, value: Tree, line: number): McpServerSign[] {
  if (value.t !== 'map') return []
  const command =
    textOf(at(value, 'command')) ??
    textOf(at(value, 'cmd')) ??
    textOf(itemsOf(at(value, 'command'))[0] ?? null) ??
    textOf(at(value, 'command', 'path'))
  const listed = at(value, 'args') ?? at(value, 'command', 'args')
  const given = [...itemsOf(at(value, 'command')).slice(1), ...itemsOf(listed)].flatMap((item) =>
    item.t === 'scalar' && item.value !== null ? [String(item.value)] : [],
  )
  const args = given.map((arg, index) => shownArgument(arg, given[index - 1] ?? '', input))
  const url =
    textOf(at(value, 'url')) ??
    textOf(at(value, 'serverUrl')) ??
    textOf(at(value, 'httpUrl')) ??
    textOf(at(value, 'uri')) ??
    proxied(given)
  if (command === null && url === null) return []
  const address = url === null ? undefined : addressesIn(url, 1)[0]
  const type = textOf(at(value, 'type')) ?? textOf(at(value, 'transport')) ?? ''
  const environment = ['env', 'envs', 'environment'].flatMap((name) =>
    entriesOf(at(value, name)).map(({ key }) => key),
  )
  const headers = [...entriesOf(at(value, 'headers')), ...entriesOf(at(value, 'http_headers'))].map(
    ({ key }) => key,
  )
  const disabled = at(value, 'disabled')
  const enabled = at(value, 'enabled')
  const fetched = command === null ? null : packageOf(command, args)
  return [
    ...gatewayServers([command, ...given].join(' '), line, `${name}: ${shownCommand(command ?? '', args)}`),
    {
      name,
      transport:
        url !== null
          ? /sse/i.test(type) || url.replace(/\/$/, '').endsWith('/sse')
            ? 'sse'
            : 'http'
          : 'stdio',
      ...(command === null ? {} : { command: shownCommand(command, args) }),
      ...(address
        ? {
            host: address.port ? `${address.host}:${address.port}` : address.host,
            path: shownPath(address.path),
          }
        : {}),
      ...(fetched ? { package: fetched } : {}),
      environment: [...new Set(environment)].sort().slice(0, 50),
      headers: [...new Set(headers)].sort().slice(0, 50),
      ...((disabled?.t === 'scalar' && disabled.value === true) ||
      (enabled?.t === 'scalar' && enabled.value === false)
        ? { disabled: true }
        : {}),
      line,
      // Never the line itself: what stands in its environment and headers is nobody's to see.
      excerpt: excerptOf(
        `${name}: ${url === null ? shownCommand(command ?? '', args) : address ? `${address.host}${shownPath(address.path)}` : 'remote'}`,
        input.secrets,
      ),
    },
  ]
}

/** What follows an option for a secret is not shown, nor is what a key's shape or its looks give away. */
function shownArgument(arg: string, before: string, input: Input): string {
  if (/^--?[\w-]*(key|token|secret|password|bearer|auth)[\w-]*$/i.test(before) && !arg.startsWith('-'))
    return '***'
  return withoutSecret(input.secrets.reduce((text, { value }) => text.replaceAll(value, '***'), arg))
}

/** An argument or a path that may be shown: what looks drawn by lot, and the value of a variable, is left out. */
export const withoutSecret = (text: string): string =>
  maskRandom(text.replace(/^([A-Z][A-Z0-9_]+=).+$/s, '$1***')).replace(/[A-Za-z0-9]{16,}/g, (run) =>
    looksRandom(run) ? '***' : run,
  )

/** Of an address, where some give each customer a part of the path that is as good as a key. */
export const shownPath = (path: string): string =>
  withoutSecret(path.replace(/[?#].*$/, '')).replace(
    /(?<=\/)(?=[A-Za-z]{0,40}\d)(?=[^/]{0,40}[A-Za-z]{3})[A-Za-z0-9]{8,}(?=\/|$)/g,
    '***',
  )

/** A bridge from stdio to a remote server is given the address as an argument. */
const proxied = (args: readonly string[]): string | null => {
  const bridge = args.findIndex((arg) => /mcp-(remote|proxy)(@|$)|supergateway/.test(arg))
  return bridge < 0 ? null : (args.slice(bridge + 1).find((arg) => /^https?:\/\//.test(arg)) ?? null)
}

/** The command with the options' names, but no value that could be a secret. */
const shownCommand = (command: string, args: readonly string[]): string =>
  [
    command,
    ...args.filter(
      (arg, index) =>
        /^[@\w./:~${}=-]{1,100}$/.test(arg) &&
        !arg.includes('***') &&
        !/key|token|secret|password|bearer/i.test(`${args[index - 1] ?? ''} ${arg}`),
    ),
  ]
    .join(' ')
    .slice(0, 300)

/** What a package runner fetches, as `npm:name`, `pypi:name`, `docker:image`. */
export function packageOf(command: string, args: readonly string[]): string | null {
  const runner = command
    .split(/[\\/]/)
    .at(-1)!
    .replace(/\.(cmd|exe)$/, '')
  // `cmd /c npx …`
  if (runner === 'cmd' || runner === 'sh' || runner === 'bash') {
    const inner = args.findIndex((arg) => /^(npx|uvx|bunx|pnpm|docker)$/.test(arg))
    return inner < 0 ? null : packageOf(args[inner]!, args.slice(inner + 1))
  }
  const isManager = /^(npm|pnpm|yarn|bun)$/.test(runner)
  const isTool = runner === 'uv' && args[0] === 'tool'
  const own = isManager || isTool || runner === 'pipx' ? args.slice(1) : args
  const words = own.filter((arg) => !arg.startsWith('-') && arg !== 'run')
  if (/^(npx|bunx|pnpx)$/.test(runner) || (isManager && /^(dlx|exec|x)$/.test(args[0] ?? ''))) {
    const named = args.findIndex((arg) => arg === '--package' || arg === '-p')
    const word = named >= 0 ? args[named + 1] : words[0]
    return word && /^[@\w]/.test(word) ? `npm:${word.replace(/(?<=.)@[^/]*$/, '')}` : null
  }
  if (/^(uvx|pipx)$/.test(runner) || isTool) {
    const from = args.indexOf('--from')
    const word = from >= 0 ? args[from + 1] : words[0]
    return word && /^[\w]/.test(word) ? `pypi:${word.replace(/[[=<>@].*$/, '')}` : null
  }
  if (runner !== 'docker' && runner !== 'podman') return null
  const image = dockerImage(args.slice(args.indexOf('run') + 1))
  return image ? `docker:${image}` : null
}

const valued = new Set([
  '-e',
  '--env',
  '-v',
  '--volume',
  '--name',
  '-p',
  '--publish',
  '--mount',
  '--network',
  '--env-file',
  '-w',
  '--workdir',
  '-u',
  '--user',
  '--platform',
  '--entrypoint',
  '-l',
  '--label',
  '--pull',
])

function dockerImage(args: readonly string[]): string | null {
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index]!
    if (valued.has(arg)) index += 1
    else if (!arg.startsWith('-')) return arg
  }
  return null
}
