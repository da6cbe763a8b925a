import { isModelPlace, looksLikeModel } from '../code/places.ts'
import { yamlEntries } from '../config/by-lines.ts'
import { unquoted } from '../config/dotenv.ts'
import { entrySigns } from '../config/entries.ts'
import type { ConfigEntry } from '../config/tree-entries.ts'
import type { Detector, Input } from '../detector.ts'
import { mergeSigns } from '../merge.ts'
import { shellSigns } from '../shell/shell.ts'
import type { FileSigns, ModelSign, NamedSign, Setting } from '../signs.ts'
import { storeNamed } from '../workflows/supplier-named.ts'
import { modelsAllowed } from './granted-models.ts'
import { type Attribute, type Block, type Heredoc, hclValue, readHcl, settingName } from './hcl.ts'

/** Terraform and OpenTofu: resources of the catalogue, the models they name, IAM actions as a weaker sign. */
export const terraform: Detector = {
  id: 'iac/terraform',
  when: 'literal',
  limit: 2_000_000,
  claims: ({ name, extension }) =>
    extension === 'tf' ||
    extension === 'tofu' ||
    extension === 'hcl' ||
    extension === 'tfvars' ||
    name.endsWith('.tf.json'),
  analyse(input) {
    const { blocks, attributes, texts, lines } = readHcl(input.text)
    const named: NamedSign[] = blocks
      .filter(({ what }) => what === 'resource')
      .flatMap((block) => resourceOf(input, block, attributes))
    for (const block of blocks) named.push(...moduleSign(input, block, attributes))
    named.push(...storesOf(input, attributes))
    for (const [index, text] of lines.entries())
      for (const action of text.matchAll(/"([a-z0-9-]+:[A-Za-z*]+)"/g))
        named.push(...actionSign(input, action[1]!, index + 1))
    const literal = attributes.filter(({ text }) => /^"/.test(text))
    const entries = literal.map((attribute) => entryOf(input, attribute, attributes))
    const models = modelsAllowed(input, lines)
    return mergeSigns([
      { named, models },
      entrySigns(input, entries),
      ...textSigns(input, texts),
      referred(input, attributes),
    ])
  },
}

/** Texts for people and for models, which configure nothing. */
const prose = /instruction|prompt|description|message|comment/i
/** What a machine runs when it starts. */
const script = /user_?data|custom_data|script|command|cloud_?init|inline/i

/** Configuration and scripts that stand in the file as texts. */
function textSigns(input: Input, texts: readonly Heredoc[]): FileSigns[] {
  const lines = input.text.split('\n')
  const isScript = ({ name, from }: Heredoc) => script.test(name) || lines[from]?.startsWith('#!') === true
  const scripts = texts.filter(isScript)
  const others = texts.filter((one) => !isScript(one) && !prose.test(one.name))
  const only = (some: readonly Heredoc[]) => {
    const left = lines.map(() => '')
    for (const { from, to } of some) for (let at = from; at <= to; at += 1) left[at] = lines[at] ?? ''
    return left.join('\n')
  }
  return [
    ...(others.length > 0 ? [entrySigns(input, yamlEntries(only(others)))] : []),
    ...(scripts.length > 0 ? [shellSigns({ ...input, text: only(scripts) })] : []),
  ]
}

const owned = new WeakMap<readonly Attribute[], Map<Block, Map<string, string>>>()

/** What a block itself is given under a name. Each attribute of a file may ask for its block's, so they are sorted once. */
function ownAttribute(attributes: readonly Attribute[], block: Block, name: string): string | undefined {
  const known = owned.get(attributes) ?? byBlock(attributes)
  owned.set(attributes, known)
  const found = known.get(block)?.get(name)
  return found === undefined ? undefined : unquoted(found)
}

function byBlock(attributes: readonly Attribute[]): Map<Block, Map<string, string>> {
  const found = new Map<Block, Map<string, string>>()
  for (const { block, path, name, text } of attributes) {
    if (path.length > 0) continue
    const own = found.get(block) ?? new Map<string, string>()
    if (!own.has(name)) found.set(block, own.set(name, text))
  }
  return found
}

function resourceOf(input: Input, block: Block, attributes: readonly Attribute[]): NamedSign[] {
  const [label = '', name = ''] = block.labels
  const type = typeOf(block, attributes)
  // A collection of OpenSearch has a type where others have a kind, a resource of IBM Cloud the name of its service.
  const kind = ofAzure.test(label)
    ? bodyKind(attributes, block)
    : ['kind', 'type', 'service']
        .map((attribute) => ownAttribute(attributes, block, attribute))
        .find((text) => text !== undefined)
  const off = ownAttribute(attributes, block, 'count') === '0'
  return resourceSign(input, type, kind, `${label}.${name}`, block.line, off)
}

/** Resources that Azure's own interface names (registry.terraform.io/providers/Azure/azapi): `type = "Microsoft.Acme/accounts@2025-05-01"`. */
const ofAzure = /^azapi_(?:update_)?resource$/

/** What a resource is: for those of Azure's own interface its type is told beside. */
const typeOf = (block: Block, attributes: readonly Attribute[]): string => {
  const [label = ''] = block.labels
  return (ofAzure.test(label) ? ownAttribute(attributes, block, 'type') : undefined) ?? label
}

/** `body = { kind = "OpenAI" }`, or what `jsonencode` makes of it. */
function bodyKind(attributes: readonly Attribute[], block: Block): string | undefined {
  const found = attributes.find(
    (one) =>
      one.block === block &&
      one.name === 'kind' &&
      (one.path.length === 0 || (one.path.length === 1 && one.path[0] === 'body')),
  )
  return found && unquoted(found.text)
}

/** A module of a registry that makes resources of a supplier: `source = "aws-ia/bedrock/aws"`. */
function moduleSign(input: Input, block: Block, attributes: readonly Attribute[]): NamedSign[] {
  const type = block.what === 'module' ? moduleType(block, attributes) : null
  if (type === null) return []
  const kind = ownAttribute(attributes, block, 'kind')
  const off = ownAttribute(attributes, block, 'count') === '0'
  return resourceSign(input, type, kind, `module.${block.labels[0] ?? ''}`, block.line, off)
}

/**
 * As the catalogue writes it: `Module:aws-ia/bedrock/aws`. A module's repository is named for it:
 * `github.com/aws-ia/terraform-aws-bedrock` (developer.hashicorp.com/terraform/registry/modules/publish).
 */
function moduleType(block: Block, attributes: readonly Attribute[]): string | null {
  const source = ownAttribute(attributes, block, 'source') ?? ''
  const git = /github\.com[/:]([\w.-]+)\/terraform-([a-z\d]+)-([\w-]+)/.exec(source)
  if (git) return `Module:${git[1]}/${git[3]}/${git[2]}`
  const name = /^(?:[\w-]+\.[\w.-]+\/)?([\w-]+\/[\w-]+\/[a-z\d]+)(?:\/\/|$)/.exec(source)?.[1]
  return name ? `Module:${name}` : null
}

/** Where a knowledge base keeps its vectors: `pinecone_configuration { … }`. */
function storesOf(input: Input, attributes: readonly Attribute[]): NamedSign[] {
  const found = new Map<string, NamedSign>()
  for (const { block, path, line } of attributes) {
    if (block.what !== 'resource' || !/knowledge_base$/.test(block.labels[0] ?? '')) continue
    const part = path.find((one) => one.endsWith('_configuration') && one !== 'storage_configuration')
    const supplier = part && storeNamed(input.catalogue, part.replace(/_configuration$/, ''))
    if (supplier && !found.has(supplier))
      found.set(supplier, { type: 'node', name: supplier, supplier, line, excerpt: input.excerpt(line) })
  }
  return [...found.values()]
}

/** Whose resources a block makes. */
function makerOf(input: Input, block: Block, attributes: readonly Attribute[]): string | undefined {
  const type = block.what === 'module' ? moduleType(block, attributes) : typeOf(block, attributes)
  if (!type || !/^(?:module|resource)$/.test(block.what)) return undefined
  const kind = block.what === 'module' ? ownAttribute(attributes, block, 'kind') : undefined
  return input.catalogue.resourceOwner(type, kind)?.supplier
}

/** A variable's default is known by the variable's name; what a module is given, its resources use. */
function entryOf(input: Input, attribute: Attribute, attributes: readonly Attribute[]): ConfigEntry {
  const { block, path, name, text, line } = attribute
  const isDefault = block.what === 'variable' && name === 'default'
  const value = unquoted(text)
  const supplier = input.catalogue.modelOwner(value) ? makerOf(input, block, attributes) : undefined
  const folder = folderOf(input.path)
  return {
    keys: [block.what, ...path, isDefault ? (block.labels[0] ?? name) : name].filter(Boolean),
    text: value,
    line,
    folder: block.what === 'module' ? (localModule(block, folder, attributes) ?? folder) : folder,
    ...(supplier ? { supplier } : {}),
  }
}

const folderOf = (path: string): string => path.split('/').slice(0, -1).join('/')

/** What variables and locals are, and the models that resources take from them. */
function referred(input: Input, attributes: readonly Attribute[]): FileSigns {
  const folder = folderOf(input.path)
  const settings: Setting[] = []
  const models: ModelSign[] = []
  for (const attribute of attributes) {
    const { block, name, path, text, line } = attribute
    const value = hclValue(text, folder)
    if (value === null) continue
    const place = settingOf(attribute, folder, attributes)
    const worth = typeof value !== 'string' || looksLikeModel(value) || value.includes('://')
    if (place && worth) settings.push({ name: place, value, line, excerpt: input.excerpt(line) })
    if (typeof value === 'string' || block.what !== 'resource' || !isModelKey(name, path)) continue
    const owner = input.catalogue.resourceOwner(typeOf(block, attributes))
    if (owner)
      models.push({
        value,
        place: name,
        supplier: owner.supplier,
        method: 'configuration',
        strength: 'strong',
        line,
        excerpt: input.excerpt(line),
      })
  }
  return { settings, models }
}

const isModelKey = (name: string, path: readonly string[]): boolean =>
  isModelPlace(name) || (/^(name|id)$/.test(name) && isModelPlace(path.at(-1) ?? ''))

/** Under which name an attribute's value can be asked for; null for one that nothing refers to. */
function settingOf(attribute: Attribute, folder: string, attributes: readonly Attribute[]): string | null {
  const { block, path, name } = attribute
  if (path.length > 0) return null
  if (block.what === 'variable')
    return name === 'default' ? settingName(folder, 'default', block.labels[0] ?? '') : null
  if (block.what === 'locals') return settingName(folder, 'local', name)
  if (block.what === '') return settingName(folder, 'var', name)
  const target = block.what === 'module' ? localModule(block, folder, attributes) : null
  return target === null ? null : settingName(target, 'var', name)
}

/** The folder of a module of the same repository; null for one from elsewhere. */
function localModule(block: Block, folder: string, attributes: readonly Attribute[]): string | null {
  const source = ownAttribute(attributes, block, 'source')
  if (!source || !/^\.{1,2}\//.test(source)) return null
  const target = folder === '' ? [] : folder.split('/')
  for (const part of source.split('/'))
    if (part === '..') target.pop()
    else if (part !== '.' && part !== '') target.push(part)
  return target.join('/')
}

/** The sign of a resource of infrastructure, or none. */
export function resourceSign(
  input: Input,
  type: string,
  kind: string | undefined,
  name: string,
  line: number,
  off = false,
): NamedSign[] {
  const owner = off ? null : input.catalogue.resourceOwner(type, kind)
  if (!owner) return []
  return [
    {
      type: 'resource',
      name,
      supplier: owner.supplier,
      ...(owner.product ? { product: owner.product } : {}),
      line,
      excerpt: input.excerpt(line),
      attributes: { type, ...(kind ? { kind } : {}) },
    },
  ]
}

export function actionSign(input: Input, action: string, line: number): NamedSign[] {
  const owner = input.catalogue.awsActionOwner(action)
  return owner
    ? [
        {
          type: 'iam-action',
          name: owner.supplier,
          supplier: owner.supplier,
          line,
          excerpt: input.excerpt(line),
        },
      ]
    : []
}
