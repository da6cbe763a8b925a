import type { Catalogue } from '../../catalogue.ts'
import type { ImportSign } from '../../signs.ts'
import type { Lines } from '../../text/lines.ts'
import { remembered } from '../../text/memo.ts'
import type { LanguageForm } from './languages.ts'
import { kitClients, qualifiedUses } from './qualified.ts'

/** What a source without comments imports of the catalogue's, and to which of it a name leads. */
export function importsOf(code: string, form: LanguageForm, catalogue: Catalogue, lines: Lines) {
  const imports: (ImportSign & { typeOnly: boolean })[] = []
  const links = new Map<string, string>()
  const isOwn = remembered((root) => isOwnModule(code, root))
  for (const pattern of form.imports)
    for (const match of code.matchAll(pattern)) {
      const module = match.groups?.module
      if (!module || !catalogue.importOwner(form.language, module)) continue
      if (form.language === 'rust' && isOwn(module.split('::')[0]!)) continue
      const line = lines.at(match.index + match[0].search(/\S/))
      imports.push({ language: form.language, module, line, typeOnly: false })
      const last =
        module
          .split(/[./\\:]+/)
          .filter((part) => !/^v\d+$/.test(part))
          .at(-1) ?? module
      links.set(match.groups?.alias ?? last, `${module}#`)
      if (form.language === 'go' && !match.groups?.alias)
        for (const name of packageNames(code, last)) links.set(name, `${module}#`)
      if (form.language === 'ruby') for (const name of constantsOf(code, last)) links.set(name, `${module}#`)
      for (const path of groupedPaths(form, code, match.index + match[0].length)) {
        const parts = path.split('::')
        const name = parts.at(-1)!
        links.set(name, `${module}#${name}`)
        // `use rig::providers::{ollama, openai};`: each is a module of its own, and may be another supplier's.
        const isModule = /^[a-z]/.test(name)
        const inner = [module, ...(isModule ? parts : parts.slice(0, -1))].join('::')
        const owner = catalogue.importOwner('rust', inner)
        if (inner === module || owner === null || owner === catalogue.importOwner('rust', module)) continue
        if (!imports.some((sign) => sign.module === inner))
          imports.push({ language: 'rust', module: inner, line, typeOnly: false })
        links.set(name, isModule ? `${inner}#` : `${inner}#${name}`)
      }
    }
  for (const { module, name, at } of kitClients(code, form, catalogue)) {
    imports.push({ language: form.language, module, line: lines.at(at), names: [name], typeOnly: false })
    links.set(name, `${module}#`)
  }
  for (const { module, name, at } of qualifiedUses(code, form.language, catalogue)) {
    if (links.has(name)) continue
    imports.push({ language: form.language, module, line: lines.at(at), typeOnly: false, qualified: true })
    links.set(name, `${module}#`)
  }
  return { imports, links }
}

/** `mod llm;` makes `llm` a module of the program's own, whatever a crate of that name is. */
const isOwnModule = (code: string, root: string): boolean =>
  new RegExp(`(?:^|\\n)[ \\t]*(?:pub(?:\\([\\w: ]{1,40}\\))? )?mod ${root}\\s{0,10}[;{]`).test(code)

/** `go-openai`, `openai-go` and `anthropic-sdk-go` hold packages that are named without what says that they are Go. */
const packageNames = (code: string, last: string): string[] =>
  last
    .split(/[-.]/)
    .filter((part, _, parts) => parts.length > 1 && !/^(go|golang|sdk|client|api|v\d+)$/.test(part))
    .filter((part) => new RegExp(`(?<![\\w.])${part}\\.[A-Z]`).test(code))

/** `require "openai"` brings a constant of the same name in capitals as its author likes them. */
const constantsOf = (code: string, module: string): string[] => {
  const bare = module
    .replace(/^aws-sdk-/, '')
    .replaceAll(/\W|_/g, '')
    .toLowerCase()
  return [...new Set([...code.matchAll(/\b[A-Z]\w+/g)].map(([name]) => name))].filter(
    (name) => name.replaceAll('_', '').toLowerCase() === bare,
  )
}

/** What `use module::{a::B, c::{self, D}};` brings: `a::B`, `c`, `c::D`. Linear. */
function groupedPaths(form: LanguageForm, code: string, at: number): string[] {
  if (form.language !== 'rust') return []
  const group = /^::(\{[^;]{0,1200}\})\s*;/.exec(code.slice(at, at + 1300))?.[1] ?? ''
  const paths: string[] = []
  const around: string[] = []
  let path = ''
  for (const [token] of group.matchAll(/[\w:]+|[{},]/g)) {
    if (token === '{') {
      around.push(path)
      path = ''
    } else if (token === ',' || token === '}') {
      if (path !== '') paths.push(path)
      path = ''
      if (token === '}') around.pop()
    } else if (path === '') path = around.join('') + token
  }
  return paths.filter((one) => one !== 'self').map((one) => one.replace(/::self$/, ''))
}
