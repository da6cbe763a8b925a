import { isModelPlace, looksLikeModel } from '../code/places.ts'
import { unquoted } from '../config/dotenv.ts'
import { entrySigns } from '../config/entries.ts'
import type { ConfigEntry } from '../config/tree-entries.ts'
import type { Detector, Input } from '../detector.ts'
import { mergeSigns } from '../merge.ts'
import type { FileSigns, ModelSign, NamedSign, Setting } from '../signs.ts'
import { storeNamed } from '../workflows/supplier-named.ts'
import { modelsAllowed } from './granted-models.ts'
import { type Attribute, type Block, hclValue, readHcl, settingName } from './hcl.ts'

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
    const { blocks, attributes, lines } = readHcl(input.text)
    const named: NamedSign[] = blocks
      .filter(({ what }) => what === 'resource')
      .flatMap((block) => resourceOf(input, block, attributes))
    named.push(...storesOf(input, attributes))
    for (const [index, text] of lines.entries())
      for (const action of text.matchAll(/"([a-z0-9-]+:[A-Za-z*]+)"/g))
        named.push(...actionSign(input, action[1]!, index + 1))
    const literal = attributes.filter(({ text }) => /^"/.test(text))
    const entries = literal.map((attribute) => entryOf(input, attribute))
    const models = modelsAllowed(input, lines)
    return mergeSigns([{ named, models }, entrySigns(input, entries), referred(input, attributes)])
  },
}

const ownAttribute = (attributes: readonly Attribute[], block: Block, name: string): string | undefined => {
  const found = attributes.find((one) => one.block === block && one.path.length === 0 && one.name === name)
  return found ? unquoted(found.text) : undefined
}

function resourceOf(input: Input, block: Block, attributes: readonly Attribute[]): NamedSign[] {
  const [type = '', name = ''] = block.labels
  // A collection of OpenSearch has a type where others have a kind.
  const kind = ownAttribute(attributes, block, 'kind') ?? ownAttribute(attributes, block, 'type')
  const off = ownAttribute(attributes, block, 'count') === '0'
  return resourceSign(input, type, kind, `${type}.${name}`, block.line, off)
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

/** A variable's default is known by the variable's name. */
function entryOf(input: Input, { block, path, name, text, line }: Attribute): ConfigEntry {
  const isDefault = block.what === 'variable' && name === 'default'
  const value = unquoted(text)
  const owner = block.what === 'resource' ? input.catalogue.resourceOwner(block.labels[0] ?? '') : null
  const supplier = owner && input.catalogue.modelOwner(value) ? owner.supplier : undefined
  return {
    keys: [block.what, ...path, isDefault ? (block.labels[0] ?? name) : name].filter(Boolean),
    text: value,
    line,
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
    const owner = input.catalogue.resourceOwner(block.labels[0] ?? '')
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
  if (block.what !== 'module') return null
  const source = ownAttribute(attributes, block, 'source')
  if (!source || !/^\.{1,2}\//.test(source)) return null
  const target = folder === '' ? [] : folder.split('/')
  for (const part of source.split('/'))
    if (part === '..') target.pop()
    else if (part !== '.' && part !== '') target.push(part)
  return settingName(target.join('/'), 'var', name)
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
