import type { Detector, Input } from '../detector.ts'
import { packageSign } from '../manifests/package-sign.ts'
import { installedIn } from '../shell/installed.ts'
import type { FileSigns, NamedSign, PackageSign } from '../signs.ts'
import { at, entriesOf, itemsOf, readJson, type Tree, textOf } from '../text/structure.ts'
import { tomlLines } from '../text/toml.ts'

/** A tool that is declared, as `<where from>:<name>`. */
interface Declared {
  readonly tool: string
  readonly line: number
}

/** What a file declares: tools, and packages that its commands fetch. */
interface Found {
  readonly tools: readonly Declared[]
  readonly packages?: readonly PackageSign[]
}

const devContainer = /(^|\/)\.?devcontainer\.json$/
const extensionList = /(^|\/)\.vscode\/extensions\.json$|\.code-workspace$/
const mise = /(^|\/)(\.?mise(\.[\w-]+)?\.toml|\.config\/mise\/config\.toml|\.config\/mise\.toml)$/
const asdf = /(^|\/)\.tool-versions$/
const brewfile = /(^|\/)brewfile$/
const nix = /(^|\/)(flake|shell|devenv|default)\.nix$/

const forms: readonly (readonly [RegExp, (input: Input) => Found])[] = [
  [devContainer, inDevContainer],
  [extensionList, inExtensionList],
  [mise, inMise],
  [asdf, inToolVersions],
  [brewfile, inBrewfile],
  [nix, inNix],
]

const formOf = (path: string) => forms.find(([names]) => names.test(path.toLowerCase()))?.[1]

/**
 * Where a project says which tools its people work with: containers and editors (containers.dev, code.visualstudio.com), mise
 * and asdf, Homebrew's bundles and Nix's shells. An assistant that is declared so is configured for all of them.
 */
export const declaredTools: Detector = {
  id: 'assistants/tools',
  when: 'always',
  extensions: ['json', 'code-workspace', 'toml', 'tool-versions', '', 'nix'],
  limit: 1_000_000,
  claims: ({ path }) => formOf(path) !== undefined,
  analyse(input) {
    const found = formOf(input.path)?.(input) ?? { tools: [] }
    const packages = found.tools.flatMap((one) => packaged(input, one))
    return { ...named(input, found.tools), packages: [...packages, ...(found.packages ?? [])] }
  },
}

/** Packages of a registry, by the way in which mise is told of one (mise.jdx.dev/dev-tools/backends). */
const registries = { npm: 'npm', pipx: 'pypi', cargo: 'cargo', gem: 'gem', go: 'golang' } as const

function packaged(input: Input, { tool, line }: Declared): PackageSign[] {
  const [, from = '', name = ''] = /^(\w+):([^[\]]+)/.exec(tool) ?? []
  // Object.hasOwn does not narrow the key.
  const ecosystem = Object.hasOwn(registries, from) ? registries[from as keyof typeof registries] : undefined
  return ecosystem ? packageSign(input, ecosystem, name, line, { method: 'manifest', dev: true }) : []
}

function named({ catalogue, excerpt }: Input, tools: readonly Declared[]): FileSigns {
  const signs = tools.flatMap(({ tool, line }): NamedSign[] => {
    const owner = catalogue.toolOwner(tool.toLowerCase())
    if (!owner) return []
    const runs = catalogue.suppliers.get(owner)?.roles.includes('local-runtime') ?? false
    const name = tool.slice(tool.indexOf(':') + 1)
    return [
      {
        type: runs ? 'server' : 'assistant',
        name,
        supplier: owner,
        line,
        excerpt: excerpt(line),
        attributes: { publisher: owner },
      },
    ]
  })
  return { named: signs }
}

const extensions = (tree: Tree | null): Declared[] =>
  itemsOf(tree).flatMap((item) => {
    const id = textOf(item)
    // What begins with a minus is taken away (containers.dev/supporting).
    return id && !id.startsWith('-') ? [{ tool: `vscode:${id.toLowerCase()}`, line: item.line }] : []
  })

function inDevContainer(input: Input): Found {
  const tree = readJson(input.lines)
  const features = entriesOf(at(tree, 'features')).map(({ key, line }) => ({
    tool: `devcontainer:${key.replace(/(?::[\w.-]+|@sha256:\w+)$/, '')}`,
    line,
  }))
  const packages = entriesOf(tree)
    .filter(({ key }) => /Command$/.test(key))
    .flatMap(({ value }) => [value, ...itemsOf(value), ...entriesOf(value).map((entry) => entry.value)])
    .flatMap((value) => installedIn(textOf(value) ?? '').map((one) => ({ ...one, line: value.line })))
    .flatMap(({ ecosystem, name, range, line }) =>
      packageSign(input, ecosystem, name, line, { method: 'manifest', range, dev: true }),
    )
  return {
    tools: [
      ...features,
      ...extensions(at(tree, 'customizations', 'vscode', 'extensions')),
      ...extensions(at(tree, 'extensions')),
    ],
    packages,
  }
}

function inExtensionList({ lines, path }: Input): Found {
  const tree = readJson(lines)
  const list = path.endsWith('.code-workspace') ? at(tree, 'extensions') : tree
  return { tools: extensions(at(list, 'recommendations')) }
}

/** `"npm:@acme/cli" = "latest"`, `acme = { version = "1" }`, `[tools."npm:@acme/cli"]`. */
function inMise({ text }: Input): Found {
  const tools = tomlLines(text).flatMap(({ table, key, text: own, line }) => {
    const inner = /^tools\.(.+)$/.exec(table)?.[1]
    const tool = table === 'tools' ? (/^["']([^"']{1,100})["']\s*=/.exec(own)?.[1] ?? key) : inner
    return tool ? [{ tool: from('mise', tool), line }] : []
  })
  // Each setting of a table for one tool tells of the same.
  return { tools: tools.filter(({ tool }, index) => tools.findIndex((one) => one.tool === tool) === index) }
}

function inToolVersions({ text }: Input): Found {
  const tools = byLine(text, /^([\w@][\w@:./+-]{1,100})\s+\S/)
  return { tools: tools.map(({ tool, line }) => ({ tool: from('mise', tool), line })) }
}

function inBrewfile({ text }: Input): Found {
  const formulae = byLine(text, /^\s*(?:brew|cask)[ (]+["']([\w@./+-]{2,100})["']/)
  const ids = byLine(text, /^\s*vscode[ (]+["']([\w.-]{3,100})["']/)
  return {
    tools: [
      ...formulae.map(({ tool, line }) => ({ tool: `brew:${tool}`, line })),
      ...ids.map(({ tool, line }) => ({ tool: `vscode:${tool.toLowerCase()}`, line })),
    ],
  }
}

/** `pkgs.acme` anywhere, and words of a list that is made `with pkgs;`. */
function inNix({ text }: Input): Found {
  const code = text.replaceAll(/#[^\n]*/g, (comment) => ' '.repeat(comment.length))
  const tools: { tool: string; at: number }[] = []
  for (const match of code.matchAll(/\bpkgs\.([a-z][\w-]{2,60})(?![\w.-]{0,100}\s{0,20}=[^=])/g))
    tools.push({ tool: match[1]!, at: match.index })
  let read = 0
  for (const { 0: opened, index } of code.matchAll(/\bwith\s{1,20}pkgs;\s{0,20}\[/g)) {
    const start = index + opened.length
    if (start < read) continue
    const list = listed(code, start)
    read = start + list.length
    for (const word of list.matchAll(/(?<![\w.-])[a-z][\w-]{2,60}(?![\w.-])/g))
      tools.push({ tool: word[0], at: start + word.index })
  }
  let line = 1
  let counted = 0
  return {
    tools: tools
      .sort((a, b) => a.at - b.at)
      .map(({ tool, at: position }) => {
        line += code.slice(counted, position).split('\n').length - 1
        counted = position
        return { tool: `nix:${tool}`, line }
      }),
  }
}

/** So much of a list is read. */
const longestList = 3000

/** What stands in a list from here on, lists within it blanked. */
function listed(code: string, start: number): string {
  let depth = 1
  let found = ''
  for (const char of code.slice(start, start + longestList)) {
    if (char === ']') depth -= 1
    if (depth === 0) break
    if (char === '[') depth += 1
    found += depth === 1 ? char : ' '
  }
  return found
}

const from = (place: string, tool: string): string => (tool.includes(':') ? tool : `${place}:${tool}`)

const byLine = (text: string, pattern: RegExp): Declared[] =>
  text.split('\n').flatMap((line, index) => {
    const tool = pattern.exec(line.slice(0, 500))?.[1]
    return tool ? [{ tool, line: index + 1 }] : []
  })
