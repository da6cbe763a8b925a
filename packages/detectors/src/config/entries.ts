import { isVariableName, looksLikeModel, placeOf } from '../code/places.ts'
import { compact } from '../compact.ts'
import { imageSign } from '../containers/image.ts'
import { modelServer } from '../containers/served-model.ts'
import { weightsAt } from '../declared/hub.ts'
import type { Input } from '../detector.ts'
import { gatewayServers } from '../mcp/gateway.ts'
import type {
  EnvironmentSign,
  FileSigns,
  HostSign,
  ImportSign,
  ModelSign,
  NamedSign,
  Setting,
  Value,
} from '../signs.ts'
import { isDenying } from '../text/denying.ts'
import { localServer } from '../text/local-server.ts'
import { remembered } from '../text/memo.ts'
import { addressesIn, isFallback } from '../text/urls.ts'
import { addressesBeside, recordOf } from './addressed.ts'
import { chosenHere } from './chosen.ts'
import { configValue, substituted } from './config-value.ts'
import { addressOf, apart } from './entry-hosts.ts'
import { commands, isCommandKey, isProviderKey, modelOf, weightsOf } from './entry-models.ts'
import { aliasesIn, routedModel } from './gateway-models.ts'
import { classBeside, instantiated, suppliersOfClasses } from './instantiated.ts'
import type { ConfigEntry } from './tree-entries.ts'
import { withJson } from './within.ts'

/** Keys under which a value describes and does nothing. */
const describing =
  /^(description|title|summary|help|comment|comments|note|notes|readme|homepage|documentation|docs?|documentationurl|url_docs|license|author|\$schema|\$id|\$ref|example|examples|changelog|icon|logo|website|bugs|repository|message|text|label|placeholder|tooltip)$/i

/** What may stand before an address in a value: a name, a command that calls it on the same line, a fallback. */
const leadsToAddress = /^[\w-]*[=:"' ]?$|(^|\s)(curl|wget)\s[^\n]*$|^[A-Z_]+=|\$\{[A-Z_]+:-$/

/** A document with front matter is prose, whatever carries it. */
const isDocument = (text: string): boolean => /^---\r?\n\w/.test(text)

const isDescribing = remembered((key): boolean => describing.test(key))

/** Where Helm fetches a chart (helm.sh/docs/topics/charts, `helm_release` of Terraform); in other forms the word leads to a project's pages. */
const holdsCharts = ({ extension }: Input, key: string): boolean =>
  /^repository$/i.test(key) && /^(ya?ml|tf|tofu|hcl)$/.test(extension)

/** What scalars of configuration show: hosts, models, variables and their values. */
export function entrySigns(input: Input, given: readonly ConfigEntry[]): FileSigns {
  const isYaml = /^ya?ml$/.test(input.extension)
  const entries = given.flatMap((entry) => withJson(entry, isYaml))
  const hosts: HostSign[] = []
  const models: ModelSign[] = []
  const environment: EnvironmentSign[] = []
  const settings: Setting[] = []
  const values: Record<string, Value> = {}
  let valueCount = 0
  const named: NamedSign[] = []
  const imports: ImportSign[] = []
  const seen = new Set<string>()
  const providers = new Map(
    entries
      .filter(({ keys }) => isProviderKey(keys.at(-1) ?? ''))
      .map(({ keys, text }) => [keys.join('.').toLowerCase(), text]),
  )
  const variable = (name: string, text: string, line: number) => {
    const owner = input.catalogue.environmentOwner(name)
    if (owner) {
      const excerpt = input.excerpt(line)
      environment.push({
        name,
        supplier: owner.supplier,
        strength: owner.shared ? 'weak' : 'medium',
        set: true,
        line,
        excerpt:
          placeOf(name) === 'key' && text.length > 3 ? excerpt.replaceAll(shownIn(text), '***') : excerpt,
      })
    }
    const place = placeOf(name)
    // A key's value never leaves this function; the others may lead from a variable to a supplier.
    if (
      place !== 'key' &&
      text !== '' &&
      text.length <= 500 &&
      // A supplier's own switch may be turned on by a single digit.
      (place !== null || looksLikeModel(text) || text.includes('://') || (owner !== null && text === '1'))
    )
      settings.push({ name, value: configValue(text), line })
  }
  const addresses = addressesBeside(input, entries)
  const classes = suppliersOfClasses(input, entries)
  const served = commands(input, entries)
  const aliases = aliasesIn(input.catalogue, entries)
  models.push(...served)
  for (const [index, entry] of entries.entries()) {
    const { keys, text, line } = entry
    const key = keys.at(-1) ?? ''
    // Charts name an image by its repository; elsewhere that word describes a project.
    if (/^repo(sitory)?$/i.test(key) && (entry.image === text || /image$/i.test(keys.at(-2) ?? '')))
      named.push(...imageSign(input, text, line))
    if ((isDescribing(key) && !holdsCharts(input, key)) || keys.some(isDenying) || isDocument(text)) continue
    const sign = () => ({ line, excerpt: input.excerpt(line) })
    for (const { host, path, port, at } of addressesIn(text)) {
      const fetched = weightsAt(input.catalogue, host, path)
      if (fetched) models.push({ ...fetched, ...sign() })
      if (at > 0 && !leadsToAddress.test(text.slice(0, at)) && !isFallback(text.slice(0, at))) continue
      const server = [key, keys.slice(-2).join('_'), `${entry.above ?? ''}_${key}`]
        .map((place) => localServer(input.catalogue, place, { host, port }))
        .find((found) => found !== null)
      const owner = server
        ? { supplier: server, site: false, shared: false, product: undefined }
        : input.catalogue.hostOwner(host, path, port)
      if (!owner || owner.site || seen.has(`${line} ${host}`)) continue
      seen.add(`${line} ${host}`)
      hosts.push({
        host: port ? `${host}:${port}` : host,
        path,
        supplier: owner.supplier,
        ...(owner.product ? { product: owner.product } : {}),
        method: 'configuration',
        strength: owner.shared ? 'weak' : 'strong',
        ...(key ? { place: key } : {}),
        ...sign(),
      })
    }
    imports.push(...instantiated(input, key, text, line))
    const holding = key === 'type' || key === '$meta' ? input.catalogue.fieldTypeOwner(text) : null
    named.push(...stagesIn(input, keys, line).filter(({ name }) => !named.some((one) => one.name === name)))
    if (holding) named.push({ type: 'extension', name: text, supplier: holding, ...sign() })
    if (isVariableName(key)) variable(key, text, line)
    else environment.push(...referred(input, key, text, line))
    // What Kustomize puts in an image's place is the image.
    const replaces = key === 'newName' && keys.includes('images')
    if (replaces || /^(image|imagename|container_image|containerimage|dockerimage)$/i.test(key))
      named.push(...imageSign(input, text, line))
    const weights = /^[a-z]+:\/\/\S+$/.test(text) ? input.catalogue.modelPrefixOwner(text) : null
    if (weights && looksLikeModel(weights.rest)) {
      const { supplier, rest } = weights
      models.push({
        value: rest,
        supplier,
        place: key,
        method: 'configuration',
        strength: 'strong',
        ...sign(),
      })
      continue
    }
    // `- NAME=value` in a list of variables.
    const listed = /^environment|^env/i.test(key) ? /^([A-Z][A-Z0-9_]{2,79})(?:=(.*))?$/s.exec(text) : null
    if (listed) {
      variable(listed[1]!, listed[2] ?? '', line)
      environment.push(...chosenHere(input, [listed[1]!], listed[2] ?? '', line))
      const model = listed[2] ? modelOf(input, [listed[1]!], listed[2], providers) : null
      const server = model ? modelServer(input.catalogue, entry.image) : null
      if (model) models.push({ ...model, ...(server ? { supplier: server } : {}), ...sign() })
    }
    const flag = /^--?(?:model|model-id|model-name|served-model-name)(?:[= ](\S+))?$/.exec(text)
    const flagged = flag ? (flag[1] ?? entries[index + 1]?.text) : undefined
    if (flagged && looksLikeModel(flagged) && !served.some(({ value }) => value === flagged))
      models.push({ value: flagged, place: 'model', method: 'configuration', strength: 'strong', ...sign() })
    const model = aliases.has(entry)
      ? null
      : (weightsOf(input, key, text, served) ?? modelOf(input, keys, text, providers))
    const server = model ? (entry.supplier ?? modelServer(input.catalogue, entry.image)) : null
    const led = addresses.get(recordOf(keys))
    const { folder } = entry
    if (model)
      models.push({
        ...model,
        ...classBeside(classes, keys),
        ...(server ? { supplier: server } : {}),
        ...(led === undefined ? routedModel(input.catalogue, keys, model.value) : {}),
        ...(folder === undefined ? {} : { folder }),
        ...(led ? { beside: led } : {}),
        ...(led === null ? { own: true as const } : {}),
        ...sign(),
      })
    environment.push(...chosenHere(input, keys, text, line))
    const addressed = addressOf(input, keys, text)
    if (addressed) settings.push({ ...addressed, line })
    if (placeOf(key) !== null && placeOf(key) !== 'key' && text.length <= 300 && valueCount < 400) {
      values[keys.join('.')] = configValue(text)
      valueCount += 1
    }
  }
  hosts.push(...apart(input, entries))
  const mcp = entries.flatMap(({ keys, text, line, image }) =>
    image !== undefined && isCommandKey(keys.at(-1) ?? '')
      ? gatewayServers(text, line, input.excerpt(line), image)
      : [],
  )
  return compact({
    mcp,
    imports,
    hosts,
    models,
    environment,
    named,
    settings: settings.filter(({ value }) => value !== null),
    values,
  })
}

/**
 * `${NAME}` as the whole of a value, or the name alone where a key or its variable is told: `api_key: GROQ_API_KEY`,
 * `api_key_env_var: GROQ_API_KEY`. The variable is read here.
 */
function referred(input: Input, key: string, text: string, line: number): EnvironmentSign[] {
  const match = substituted.exec(text)
  const isNamed = isVariableName(text) && (placeOf(key) === 'key' || namesVariable.test(key))
  const name = isNamed ? text : (match?.[1] ?? match?.[3])
  const owner = name === undefined ? null : input.catalogue.environmentOwner(name)
  if (!owner || name === undefined) return []
  const strength = owner.shared ? 'weak' : 'medium'
  return [{ name, supplier: owner.supplier, strength, line, excerpt: input.excerpt(line) }]
}

const namesVariable = /env(ironment)?([-_]?(var(iable)?|key|name))?s?$/i

/** A value as it stands in an excerpt, which is folded and cut. */
const shownIn = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 150)

/** Stages of a database's pipeline are keys of records: `{ "$vectorSearch": { … } }`. */
const stagesIn = ({ catalogue, excerpt }: Input, keys: readonly string[], line: number): NamedSign[] =>
  keys.flatMap((key): NamedSign[] => {
    const supplier = key.startsWith('$') ? catalogue.fieldTypeOwner(key.slice(1)) : null
    return supplier ? [{ type: 'extension', name: key.slice(1), supplier, line, excerpt: excerpt(line) }] : []
  })
