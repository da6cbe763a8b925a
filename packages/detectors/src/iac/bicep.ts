import { looksLikeModel } from '../code/places.ts'
import type { Detector, Input } from '../detector.ts'
import type { ModelSign, NamedSign } from '../signs.ts'
import { isModelKey, modelSign } from './template-models.ts'
import { resourceSign } from './terraform.ts'

interface Property {
  readonly keys: readonly string[]
  readonly text: string
  readonly line: number
}

interface Resource {
  readonly name: string
  readonly type: string
  readonly line: number
  readonly properties: readonly Property[]
}

type Module = Pick<Resource, 'name' | 'properties'>

/** Bicep: `resource name 'Microsoft.X/y@version' = { kind: 'Z' … }`, and the models that deployments name. */
export const bicep: Detector = {
  id: 'iac/bicep',
  when: 'literal',
  limit: 1_000_000,
  claims: ({ extension }) => extension === 'bicep',
  analyse(input) {
    const lines = input.text.split('\n').map((line) => line.replace(/^\s*\/\/.*$/, '').slice(0, 2000))
    const defaults = parametersOf(lines)
    const named: NamedSign[] = []
    const models: ModelSign[] = []
    const resources = resourcesOf(lines)
    for (const resource of resources) {
      const kind = resource.properties.find(({ keys }) => keys.join('.') === 'kind')
      const signs = resourceSign(
        input,
        resource.type,
        kind ? textOf(kind.text, defaults)?.text : kindByRole(resource, resources),
        `${resource.type}.${resource.name}`,
        resource.line,
      )
      named.push(...signs)
      const supplier = signs[0]?.supplier
      if (supplier) models.push(...modelsOf(input, resource, defaults, supplier))
    }
    for (const module of modulesOf(lines)) {
      models.push(...modelsOf(input, module, defaults))
      named.push(...accountOf(input, module))
    }
    return { named, models }
  },
}

const ACCOUNTS = 'Microsoft.CognitiveServices/accounts'

/**
 * Roles that only accounts of Azure OpenAI know, as the files that the Azure Developer CLI makes grant them: Cognitive
 * Services OpenAI User and Contributor (learn.microsoft.com/azure/role-based-access-control/built-in-roles).
 */
const rolesOfOpenAi = /'(5e0bd9bd-7b93-4f28-af87-19fc36ad61bd|a001fd3d-188f-4b5d-821b-7da978bf7442)'/

/** The kind of an account that stands elsewhere, by the role that is granted on it here. */
const kindByRole = ({ name, type }: Resource, resources: readonly Resource[]): string | undefined =>
  type === ACCOUNTS &&
  resources.some(
    ({ properties }) =>
      properties.some(({ keys, text }) => keys.join('.') === 'scope' && text === name) &&
      properties.some(({ keys, text }) => keys.at(-1) === 'roleDefinitionId' && rolesOfOpenAi.test(text)),
  )
    ? 'OpenAI'
    : undefined

/** Kinds of account that no other resource of Azure has (the provider `azurerm` lists them for `azurerm_cognitive_account`). */
const kindsOfAccount =
  /^(OpenAI|AIServices|CognitiveServices|AnomalyDetector|ComputerVision|ContentModerator|ContentSafety|ConversationalLanguageUnderstanding|CustomVision\.(Prediction|Training)|Face|FormRecognizer|ImmersiveReader|LUIS(\.Authoring)?|MetricsAdvisor|Personalizer|QnAMaker|SpeechServices|TextAnalytics|TextTranslation)$/

/** The kind of account that a module of one's own is to make: `params: { kind: 'FormRecognizer' }`. */
function accountOf(input: Input, { name, properties }: Module): NamedSign[] {
  const kind = properties.find(({ keys }) => keys.join('.') === 'params.kind')
  const text = /^'([^']*)'/.exec(kind?.text ?? '')?.[1]
  return kind && text && kindsOfAccount.test(text)
    ? resourceSign(input, ACCOUNTS, text, `${ACCOUNTS}.${name}`, kind.line)
    : []
}

type Defaults = ReadonlyMap<string, { readonly text: string; readonly line: number }>

/** `param x string = 'y'` and `var x = 'y'`. */
function parametersOf(lines: readonly string[]): Defaults {
  return new Map(
    lines.flatMap((line, index) => {
      const match = /^\s*(?:param\s+(\w+)\s+\w+|var\s+(\w+))\s*=\s*'([^']*)'/.exec(line)
      return match ? [[match[1] ?? match[2] ?? '', { text: match[3]!, line: index + 1 }] as const] : []
    }),
  )
}

function resourcesOf(lines: readonly string[]): Resource[] {
  return lines.flatMap((line, index) => {
    const head = /^\s*resource\s+(\w+)\s+'([^'@]+)@/.exec(line)
    return head
      ? [{ name: head[1]!, type: head[2]!, line: index + 1, properties: propertiesFrom(lines, index) }]
      : []
  })
}

/** Whatever serves it is Azure's, in a language that makes nothing else. */
const handed = (input: Input, id: string, line: number): ModelSign => ({
  ...modelSign(input, id, undefined, line),
  provider: 'azure',
})

const handing = /^\s*(?:module\s+\w+\s+'|(?:var\s+\w+|param\s+\w+\s+\w+)\s*=\s*[{[]\s*$)/

/** What a module is handed, or a record holds to be handed on: its resources stand in another file, its models here. */
function modulesOf(lines: readonly string[]): Module[] {
  return lines.flatMap((line, index) =>
    handing.test(line)
      ? [
          {
            name: /^\s*\w+\s+(\w+)/.exec(line)?.[1] ?? '',
            properties: propertiesFrom(lines, index),
          },
        ]
      : [],
  )
}

/** `model: { format: 'OpenAI', name: 'x' }` on one line. */
const inline = /(\w+)\s*:\s*\{([^{}]{1,400})\}/g

const longest = 400

/** The properties of the block that begins on this line, each with the keys that lead to it. */
function propertiesFrom(lines: readonly string[], first: number): Property[] {
  const found: Property[] = []
  const path: string[] = []
  for (let index = first; index < Math.min(lines.length, first + longest); index += 1) {
    const line = lines[index]!
    const pair = /^\s*(\w+)\s*:\s*(.*?)\s*$/.exec(line)
    if (pair && !/^[{[]/.test(pair[2]!))
      found.push({ keys: [...path.slice(1), pair[1]!], text: pair[2]!, line: index + 1 })
    for (const [, outer = '', inside = ''] of line.matchAll(inline))
      for (const [, inner = '', text = ''] of inside.matchAll(/(\w+)\s*:\s*('[^']*'|[\w.]+)/g))
        found.push({ keys: [...path.slice(1), outer, inner], text, line: index + 1 })
    const bare = line.replaceAll(/'[^']*'/g, '')
    const opened = (bare.match(/[{[]/g) ?? []).length
    const closed = (bare.match(/[}\]]/g) ?? []).length
    for (let more = closed; more < opened; more += 1) path.push(pair?.[1] ?? '')
    path.length = Math.max(0, path.length - Math.max(0, closed - opened))
    if (path.length === 0 && opened + closed > 0) break
  }
  return found
}

/** A literal, or the parameter of that name. */
function textOf(text: string, defaults: Defaults): { text: string; line?: number } | undefined {
  const literal = /^'([^']*)'/.exec(text)?.[1]
  return literal === undefined ? defaults.get(text) : { text: literal }
}

function modelsOf(
  input: Input,
  { properties }: Pick<Resource, 'properties'>,
  defaults: Defaults,
  supplier?: string,
): ModelSign[] {
  return properties
    .filter(({ keys }) => isModelKey(keys))
    .flatMap(({ text, line }) => {
      const given = textOf(text, defaults)
      if (!given || !looksLikeModel(given.text) || input.catalogue.modelOwner(given.text) === null) return []
      return [...new Set([line, given.line ?? line])].map((where) =>
        supplier ? modelSign(input, given.text, supplier, where) : handed(input, given.text, where),
      )
    })
}
