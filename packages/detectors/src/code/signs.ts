import type { Catalogue } from '../catalogue.ts'
import { compact } from '../compact.ts'
import { imageSign } from '../containers/image.ts'
import { extensionsIn } from '../datasets/extensions.ts'
import { looksLikeQuery, querySigns } from '../datasets/queries.ts'
import { withoutComments } from '../datasets/sql-text.ts'
import { constructSign, constructsIn, servedBy } from '../iac/constructs.ts'
import { mcpServersIn } from '../mcp/in-code.ts'
import type { FileSigns, ImportSign, NamedSign } from '../signs.ts'
import { environmentSigns } from './environment-signs.ts'
import type { CodeFacts } from './facts.ts'
import { globalSigns } from './globals.ts'
import { hostSigns } from './host-signs.ts'
import { messageSigns } from './messages.ts'
import { modelSigns } from './model-signs.ts'
import { isImagePlace } from './places.ts'
import { programSigns } from './programs.ts'
import { providerChoices } from './provider-choice.ts'
import { prune } from './pruned.ts'
import { registeredSuppliers } from './registered.ts'
import { startedServers } from './started-servers.ts'

type Excerpt = (line: number) => string

/** What the catalogue makes of a program's facts. */
export function codeSigns(facts: CodeFacts, catalogue: Catalogue, excerpt: Excerpt): FileSigns {
  const imports = importSigns(facts, catalogue, excerpt)
  const owned = new Set([...imports.map(({ module }) => module), ...ownedModules(facts, catalogue)])
  const mcp = mcpServersIn(facts)
  const handed = mcp.flatMap(({ environment, line }) => environment.map((name) => ({ name, line })))
  const environment = [
    ...environmentSigns(facts, catalogue, excerpt, handed),
    ...providerChoices(facts, catalogue, excerpt),
    ...registeredSuppliers(facts, catalogue, excerpt),
  ]
  const hosts = hostSigns(facts, catalogue, excerpt)
  const ai = imports.length > 0 || hosts.length > 0
  const constructs = constructsIn(facts, catalogue)
  const globals = globalSigns(facts, catalogue, excerpt)
  const queries = queriesOf(facts, catalogue, excerpt)
  const models = [
    ...modelSigns(facts, catalogue, excerpt, ai)
      .filter((sign) => !globals.models.some(({ value, line }) => value === sign.value && line === sign.line))
      .map((sign) => servedBy(constructs, sign)),
    ...globals.models,
    ...queries.flatMap(({ models }) => models ?? []),
  ]
  const signs = prune({ imports, environment, hosts, models, calls: facts.calls }, facts, excerpt, owned)
  const named = [
    ...constructs.map((construct) => constructSign(construct, excerpt)),
    ...extensionSigns(facts, catalogue, excerpt),
    ...startedServers(facts, catalogue, excerpt),
    ...programSigns(facts, catalogue, excerpt),
    ...globals.named,
    ...queries.flatMap(({ named }) => named ?? []),
    ...messageSigns(facts, catalogue, excerpt),
    ...facts.texts.flatMap(({ text, place, line, mentioned }) =>
      !mentioned && isImagePlace(place) ? imageSign({ catalogue, excerpt }, text, line) : [],
    ),
  ]
  return compact({ ...signs, named, mcp })
}

/** Statements that a program runs, the calls by which migrations in Ruby say the same, and fields of vectors in a mapping. */
function extensionSigns(facts: CodeFacts, catalogue: Catalogue, excerpt: Excerpt): NamedSign[] {
  return facts.texts.flatMap(({ text, place, line, mentioned }) => {
    const stage = text.startsWith('$') ? catalogue.fieldTypeOwner(text.slice(1)) : null
    if (mentioned && !(stage && isKeyIn(excerpt(line), text))) return []
    const supplier =
      place === 'enable_extension'
        ? catalogue.extensionOwner(text)
        : place === 'type' || place === '$meta'
          ? catalogue.fieldTypeOwner(text)
          : stage
    const found = supplier
      ? [{ name: stage ? text.slice(1) : text, supplier }]
      : /extension/i.test(text)
        ? extensionsIn(text, catalogue)
        : []
    return found.map(
      ({ name, supplier }): NamedSign => ({
        type: 'extension',
        name,
        supplier,
        line,
        excerpt: excerpt(line),
      }),
    )
  })
}

/**
 * The stage of a pipeline by which a database searches vectors is the key of a record (`{ $vectorSearch: … }`); compared with
 * one, or as the label of a case, it is only named.
 */
const isKeyIn = (source: string, name: string): boolean => {
  const at = source.indexOf(name)
  return (
    // In Ruby and PHP what is called so else is a line of a table.
    /^["'\]]*\s*(?::(?!:)|=>\s*(?:[[{$]|array\b))/.test(source.slice(at + name.length)) &&
    !/\b(?:case|default)\s+["'`]$/.test(source.slice(0, at))
  )
}

/** What a program has a database ask a supplier. */
const queriesOf = (facts: CodeFacts, catalogue: Catalogue, excerpt: Excerpt): FileSigns[] =>
  facts.texts.flatMap(({ text, line, mentioned }) =>
    mentioned || !looksLikeQuery(text)
      ? []
      : querySigns(withoutComments(text), catalogue, (at) => {
          // Where no parser has read what a text means, it stands over as many lines as it is written on.
          const below = isParsed(facts) ? 0 : text.slice(0, at).split('\n').length - 1
          return { line: line + below, excerpt: excerpt(line + below) }
        }),
  )

const isParsed = ({ language }: CodeFacts): boolean => language === 'python' || language === 'javascript'

/** The modules of an import that the catalogue may know: `google.genai` for `from google import genai`. */
function candidates(sign: ImportSign): string[] {
  if (sign.language !== 'python') return [sign.module]
  return [
    ...(sign.names ?? []).filter((name) => name !== '*').map((name) => `${sign.module}.${name}`),
    sign.module,
  ]
}

const isOfProject = ({ module }: ImportSign): boolean => /^[./~#]|^@\//.test(module)

/** Every module of the catalogue that is imported: of `from acme import Chat, Search` that of either name. */
const ownedModules = ({ imports, language }: CodeFacts, catalogue: Catalogue): string[] =>
  imports
    .filter((sign) => !sign.typeOnly && !isOfProject(sign))
    .flatMap(candidates)
    .filter((module) => catalogue.importOwner(language, module) !== null)

function importSigns(facts: CodeFacts, catalogue: Catalogue, excerpt: Excerpt): ImportSign[] {
  const signs: ImportSign[] = []
  for (const { typeOnly, ...sign } of facts.imports) {
    if (typeOnly || isOfProject(sign)) continue
    const seen = new Set<string>()
    for (const module of candidates(sign)) {
      const owner = catalogue.importOwner(facts.language, module)
      if (!owner || seen.has(owner.entry)) continue
      seen.add(owner.entry)
      signs.push({ ...sign, module, excerpt: excerpt(sign.line) })
    }
  }
  for (const call of facts.calls) {
    const [first] = call.positional
    if (
      (call.callee === 'import' || call.callee === 'require' || call.callee.endsWith('import_module')) &&
      typeof first === 'string' &&
      catalogue.importOwner(facts.language, first)
    )
      signs.push({ language: facts.language, module: first, line: call.line, excerpt: excerpt(call.line) })
  }
  return signs
}
