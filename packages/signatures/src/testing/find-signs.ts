import type { Catalogue } from '../catalogue-form.ts'
import { expandExample } from '../example.ts'
import { matchKeyAt } from '../key-shape.ts'
import type { Ecosystem, ExampleFile, Language } from '../signature.ts'

/** One sign seen in an example: whose it is, and what was seen. */
export interface SeenSign {
  supplier: string
  sign: string
}

const LANGUAGES: Record<string, Language> = {
  py: 'python',
  ipynb: 'python',
  js: 'javascript',
  mjs: 'javascript',
  cjs: 'javascript',
  jsx: 'javascript',
  ts: 'javascript',
  tsx: 'javascript',
  go: 'go',
  java: 'java',
  kt: 'java',
  scala: 'java',
  cs: 'csharp',
  rb: 'ruby',
  php: 'php',
  rs: 'rust',
  swift: 'swift',
  dart: 'dart',
  ex: 'elixir',
  cpp: 'cpp',
  r: 'r',
}

const IMPORTS: Record<Language, RegExp> = {
  python: /^\s*(?:import|from)\s+([\w.]+)/gm,
  javascript: /(?:from|import|require\()\s*\(?['"]([^'"]+)['"]/g,
  go: /"([\w.-]+\.[\w./-]+)"/g,
  java: /^\s*import\s+(?:static\s+)?([\w.]+)/gm,
  csharp: /^\s*using\s+([\w.]+)\s*;/gm,
  ruby: /require\s+['"]([^'"]+)['"]/g,
  php: /^\s*use\s+([\w\\]+)/gm,
  rust: /^\s*use\s+([\w:]+)/gm,
  swift: /^\s*import\s+([\w.]+)/gm,
  dart: /import\s+['"]([^'"]+)['"]/g,
  elixir: /\b([A-Z]\w+(?:\.[A-Z]\w+)*)\b/g,
  cpp: /#include\s*[<"]([^>"]+)[>"]/g,
  r: /library\((\w+)\)/g,
  other: /^(?!)$/g,
}

/** Manifests by file name, with what names a package in them. */
const MANIFESTS: [RegExp, Ecosystem, RegExp][] = [
  [/(^|\/)package\.json$/, 'npm', /"((?:@[\w.-]+\/)?[\w.-]+)"\s*:\s*"[\^~>=\d*w]/g],
  [/(^|\/)requirements[\w.-]*\.txt$/, 'pypi', /^([\w.-]+)/gm],
  [/(^|\/)pyproject\.toml$/, 'pypi', /["']([\w.-]+)(?:\[[\w,]+\])?\s*[><=~]/g],
  [/(^|\/)go\.mod$/, 'golang', /^\s*(?:require\s+)?([\w.-]+\.[\w./-]+)\s+v/gm],
  [/(^|\/)Cargo\.toml$/, 'cargo', /^([\w-]+)\s*=/gm],
  [/(^|\/)Gemfile$/, 'gem', /gem\s+['"]([\w-]+)['"]/g],
  [/(^|\/)composer\.json$/, 'composer', /"([\w.-]+\/[\w.-]+)"\s*:/g],
  [/\.csproj$/, 'nuget', /Include="([\w.]+)"/g],
  [/(^|\/)pubspec\.yaml$/, 'pub', /^\s+(\w+):/gm],
  [/(^|\/)mix\.exs$/, 'hex', /\{:(\w+),/g],
  [/(^|\/)build\.gradle(\.kts)?$/, 'maven', /['"]([\w.-]+:[\w.-]+)(?::[^'"]*)?['"]/g],
  [/(^|\/)Package\.swift$/, 'swift', /url:\s*"([^"]+)"/g],
]

const isProse = (path: string): boolean =>
  /(\.(md|mdx|rst|adoc)|(^|\/)(robots|humans|llms|LICENSE|NOTICE)\.txt)$/.test(path) && !/^\./.test(path)

/**
 * Every sign of the catalogue in an example, told with the plainest means: no parser, no context, no joining.
 * What it finds a detector must find; it exists to prove signatures, not to scan repositories.
 */
export function findSigns(catalogue: Catalogue, supplier: string, example: ExampleFile): SeenSign[] {
  const seen: SeenSign[] = []
  const add = (sign: string, owner: { supplier: string } | null | undefined): void => {
    if (owner) seen.push({ supplier: owner.supplier, sign })
  }
  const byFile = catalogue.fileOwner(example.file)
  if (byFile) add(`file ${example.file}`, byFile)
  if (isProse(example.file)) return seen
  const text = expandExample(catalogue.suppliers.get(supplier)!, example.text)

  findPackages(catalogue, example.file, text, add)
  findHosts(catalogue, text, add)
  findKeys(catalogue, text, add)
  findConfiguration(catalogue, text, add)
  findModels(catalogue, text, add)
  findMethods(catalogue, text, add)
  if (example.file.endsWith('.sql')) findQueries(catalogue, text.toLowerCase(), add)
  return seen
}

type Add = (sign: string, owner: { supplier: string } | null | undefined) => void

function findPackages(catalogue: Catalogue, file: string, text: string, add: Add): void {
  for (const [path, ecosystem, expression] of MANIFESTS)
    if (path.test(file))
      for (const [, name] of text.matchAll(expression))
        add(`${ecosystem} package ${name}`, catalogue.packageOwner(ecosystem, name!))
  const language = LANGUAGES[file.split('.').at(-1)!]
  if (!language) return
  for (const [, name] of text.matchAll(IMPORTS[language]))
    add(`${language} import ${name}`, catalogue.importOwner(language, name!))
  for (const [, name] of text.matchAll(/(?:new\s+|import\s+\{?\s*|from [\w.]+ import )?\b([A-Z]\w+)(?=\()/g))
    add(`client ${name}`, clientIfTold(catalogue, language, name!))
}

/** A client's name alone proves nothing for its own package's supplier; the import does. */
const clientIfTold = (catalogue: Catalogue, language: Language, name: string) =>
  /Azure|Bedrock|Vertex/.test(name) ? catalogue.clientOwner(language, name) : null

function findHosts(catalogue: Catalogue, text: string, add: Add): void {
  const url = /\b(?:https?|wss?|grpcs?):\/\/((?:[\w.*-]|\$?\{[^}]*\}|<[^>]*>)+)(?::(\d+))?([^\s"'`)>]*)/g
  for (const [whole, host, port, path] of text.matchAll(url)) {
    const owner = catalogue.hostOwner(host!, path || '/', port ? Number(port) : undefined)
    if (owner && !owner.site && !owner.shared) add(whole, owner)
  }
  for (const [host] of text.matchAll(/(?<=["'\s=])[a-z0-9-]+(?:\.[a-z0-9-]+)+\.[a-z]{2,}(?=["'\s]|$)/g)) {
    const owner = catalogue.hostOwner(host)
    if (owner && !owner.site && !owner.shared) add(host, owner)
  }
}

function findKeys(catalogue: Catalogue, text: string, add: Add): void {
  for (const shape of catalogue.keyShapes)
    for (let at = text.indexOf(shape.anchor); at >= 0; at = text.indexOf(shape.anchor, at + 1))
      if (!shape.needsContext && matchKeyAt(shape, text, at)) add(`key ${shape.id}`, shape)
}

function findConfiguration(catalogue: Catalogue, text: string, add: Add): void {
  const said = [...text.matchAll(/["']([a-z]+\/[A-Za-z_/]+)["']/g)].map(([, name = '']) => name)
  for (const supplier of new Set(said.map((name) => catalogue.messageOwner(name))))
    if (
      supplier !== null &&
      new Set(said.filter((name) => catalogue.messageOwner(name) === supplier)).size > 1
    )
      add('messages', { supplier })
  for (const [name] of text.matchAll(/\b[A-Za-z]\w{0,40}(?:\.\w{1,40}){1,4}/g)) {
    const supplier = catalogue.globalOwner(name)
    if (supplier !== null) add(`global ${name}`, { supplier })
  }
  for (const [name] of text.matchAll(/\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b/g)) {
    const owner = catalogue.environmentOwner(name)
    if (owner && !owner.shared) add(`environment ${name}`, owner)
  }
  for (const [, name] of text.matchAll(/\b(?:FROM|image:)\s+["']?([\w./:@{}$-]+)/g))
    add(`image ${name}`, catalogue.imageOwner(name!))
  for (const [, type] of text.matchAll(/["']?\btype["']?\s*[:=]>?\s*["']([\w-]+)["']/g)) {
    const supplier = catalogue.fieldTypeOwner(type!)
    if (supplier) add(`field of ${type}`, { supplier })
  }
  for (const line of text.split('\n')) findAssistants(catalogue, line.trim(), add)
  for (const [, name] of text.matchAll(/\buses:\s*["']?([\w./-]+)/g))
    add(`action ${name}`, catalogue.actionOwner(name!))
  for (const [, type] of text.matchAll(/resource\s+"(\w+)"|\bType:\s*["']?([\w:]+)|"type":\s*"([\w./]+)"/g))
    add(`resource ${type}`, type ? catalogue.resourceOwner(type) : null)
  for (const [, type] of text.matchAll(
    /(?:\bType:\s*|"type":\s*|resource \w+ )["']?([A-Z][\w./]+(?:::[\w]+)*)/g,
  ))
    add(`resource ${type}`, catalogue.resourceOwner(type!, /kind["']?:\s*["'](\w+)/.exec(text)?.[1]))
  for (const [, service] of text.matchAll(/(?:client|resource)\(\s*['"]([\w.-]+)['"]/g))
    add(`AWS service ${service}`, catalogue.awsServiceOwner(service!))
  for (const [service] of text.matchAll(/\b[a-z-]+\.googleapis\.com\b/g))
    add(`Google Cloud API ${service}`, catalogue.gcpServiceOwner(service))
  for (const [action] of text.matchAll(/(?<=["'])[a-z0-9-]+:(?=[A-Z*])/g))
    add(`IAM ${action}`, catalogue.awsActionOwner(action))
}

/** A command at the beginning of a line or behind a pipe, with one of the words that it takes anywhere behind it. */
function findAssistants(catalogue: Catalogue, line: string, add: Add): void {
  if (/^(?:#|echo)/.test(line)) return
  for (const [, runner, program = '', rest = ''] of line.matchAll(
    /(?:^- |^|\| |\$\()(npx -y |uvx )?([@\w./-]+)((?: [^\s|]+)+)/g,
  ))
    for (const { supplier, command, takes } of catalogue.assistantCommands(program)) {
      const words = [program, ...rest.trim().split(' ')]
      const own = command.split(' ')
      const isOwn = own.every((word, index) => words[index] === word)
      const next = words[own.length] ?? ''
      const told = takes.some((taken) => {
        const [first = '', second] = taken.split(' ')
        const isThere = first.startsWith('-') ? next.startsWith('-') && words.includes(first) : next === first
        return isThere && (second === undefined || words.includes(second))
      })
      if (takes.length === 0 ? runner !== undefined : isOwn && told) add(`command ${command}`, { supplier })
    }
}

function findMethods(catalogue: Catalogue, text: string, add: Add): void {
  for (const language of ['csharp', 'javascript'] as const)
    for (const { supplier, module, name } of catalogue.methodsOf(language))
      if (text.includes(module) && text.includes(`.${name}(`)) add(`method ${name}`, { supplier })
}

function findQueries(catalogue: Catalogue, text: string, add: Add): void {
  for (const [said, supplier] of catalogue.queries) {
    const parts = said.replace(/=$/, '').split(/\s?…\s?/)
    const at = text.indexOf(parts[0]!)
    if (at >= 0 && !/[\w.]/.test(text[at - 1] ?? '') && text.includes(parts.at(-1)!, at))
      add(`query ${said}`, { supplier })
  }
}

function findModels(catalogue: Catalogue, text: string, add: Add): void {
  const place =
    /\bmodel(?:_?(?:name|id))?["']?\s*[:=]\s*["']([^"'\s]+)["']|from_pretrained\(\s*["']([^"']+)["']/gi
  for (const [, named, loaded] of text.matchAll(place)) {
    const id = named ?? loaded!
    const model = catalogue.modelOwner(id)
    if (model) add(`model ${id}`, { supplier: model.publisher })
    add(`model prefix of ${id}`, catalogue.modelPrefixOwner(id))
  }
}

/** What the examples of a catalogue disprove, one sentence each; empty when every signature proves itself. */
export function exampleFaults(catalogue: Catalogue): string[] {
  const faults: string[] = []
  for (const { slug, found, ignored } of catalogue.suppliers.values()) {
    for (const example of found)
      if (!findSigns(catalogue, slug, example).some((seen) => seen.supplier === slug))
        faults.push(`${slug}: not found in ${example.file}: ${example.text}`)
    for (const example of ignored)
      for (const { sign } of findSigns(catalogue, slug, example).filter((s) => s.supplier === slug))
        faults.push(`${slug}: ${sign} is found in ${example.file}, which must be ignored`)
  }
  return faults
}
