import { mayNameWeights } from '@ai-census/signatures'
import type { Catalogue } from '../catalogue.ts'
import { embeddedSigns, programsIn, withoutSame } from '../code/embedded.ts'
import { isModelPlace, isVariableName, looksLikeModel, placeOf } from '../code/places.ts'
import { weightsModel } from '../code/weights.ts'
import { configValue } from '../config/config-value.ts'
import { unquoted } from '../config/dotenv.ts'
import { servedModels, serversBuilt, serversStarted, type Word, wordsOf } from '../containers/served-model.ts'
import { weightsAt } from '../declared/hub.ts'
import type { Detector, Input } from '../detector.ts'
import { gatewayServers } from '../mcp/gateway.ts'
import { mergeSigns } from '../merge.ts'
import type {
  EnvironmentSign,
  FileSigns,
  HostSign,
  McpServerSign,
  ModelSign,
  NamedSign,
  Setting,
  Value,
} from '../signs.ts'
import { addressesIn } from '../text/urls.ts'
import { startedIn } from './assistants.ts'
import { installedPackages } from './installed.ts'

/** Scripts: addresses that commands call, variables, and models in the JSON that is sent. */
export const shell: Detector = {
  id: 'shell/scripts',
  when: 'literal',
  limit: 1_000_000,
  claims: ({ name, extension }) =>
    ['sh', 'bash', 'zsh', 'fish', 'ksh', 'ps1', 'bat', 'cmd', 'mk', 'http', 'rest', 'service'].includes(
      extension,
    ) || /^(makefile|justfile|procfile|rakefile|taskfile)$/.test(name),
  analyse: (input) => shellSigns(input),
}

const comment = /^\s*(#|::|rem\b|\/\/)/i
/** What a file of a container's build puts before a command. */
const instruction = /^\s*(CMD|ENTRYPOINT|RUN)\s+/
/** A word that says to people what it is about, and calls nothing. */
const speaks = /^\s*@?(echo|printf|print|write-host|write-output|cat\s*<<|usage|info|warn|log|die|error)\b/i

export interface ShellOptions {
  /** Assignments are read by somebody else. */
  readonly onlyCommands?: boolean
  /** The server of models that every command is given to, as far as the file says: from a line on. */
  serverAt?(line: number): string | null
}

export function shellSigns(input: Input, options: ShellOptions = {}): FileSigns {
  const hosts: HostSign[] = []
  const models: ModelSign[] = []
  const environment: EnvironmentSign[] = []
  const settings: Setting[] = []
  const mcp: McpServerSign[] = []
  const { models: served, named } = servedIn(input, options)
  const started = startedIn(input, scriptOf(input.text))
  models.push(...served, ...started.models)
  for (const [index, raw] of input.text.split('\n').entries()) {
    const text = raw.slice(0, 4000).replace(/\s#\s.*$/, '')
    if (comment.test(text) || speaks.test(text)) continue
    const line = index + 1
    const sign = () => ({ line, excerpt: input.excerpt(line) })
    for (const { host, path, port, at } of addressesIn(text)) {
      const weights = weightsAt(input.catalogue, host, path)
      if (weights) models.push({ ...weights, ...sign() })
      const owner = input.catalogue.hostOwner(host, path, port)
      // A package that is fetched from somewhere is no call of what lives there.
      if (
        !owner ||
        owner.site ||
        /(git\s+clone|pip3?\s+install|npm\s+i(nstall)?|wget\s.*\.(sh|tar|zip|gz)|\|\s*(ba)?sh)\b/.test(
          text,
        ) ||
        /^<?!--/.test(text.slice(0, at).trim())
      )
        continue
      hosts.push({
        host: port ? `${host}:${port}` : host,
        path,
        supplier: owner.supplier,
        ...(owner.product ? { product: owner.product } : {}),
        method: 'host',
        strength: owner.shared ? 'weak' : 'strong',
        ...sign(),
      })
    }
    hosts.push(...enabled(input, text, sign))
    for (const [, stage = ''] of text.matchAll(/["']?\$([a-z]\w{3,40})["']?\s{0,3}:\s{0,3}\{/g)) {
      const supplier = input.catalogue.fieldTypeOwner(stage)
      if (supplier) named.push({ type: 'extension', name: stage, supplier, ...sign() })
    }
    mcp.push(...gatewayServers(text, line, input.excerpt(line)))
    for (const built of serversBuilt(input.catalogue, text))
      named.push({ type: 'server', ...built, ...sign() })
    for (const match of text.matchAll(/\$\{?(?:env:)?([A-Z][A-Z0-9_]{2,79})\b/g))
      variable(input, match[1]!, sign, environment)
    for (const match of text.matchAll(
      /["']?\b(model|model_id|modelId|model_name|deployment)["']?\s*[:=]\s*\\?["']([^"'\\\s]{2,120})/g,
    ))
      if (looksLikeModel(match[2]!))
        models.push({ value: match[2]!, place: match[1]!, method: 'model-id', strength: 'strong', ...sign() })
    const isServed = (id: string) =>
      served.some(({ value }) => value === id) ||
      started.models.some((model) => model.line === line && model.value === id)
    for (const match of text.matchAll(
      /--(model|model-id|served-model-name|model-name)[= ]["']?([^\s"']{2,120})/g,
    ))
      if (looksLikeModel(match[2]!) && !isServed(match[2]!))
        models.push({ value: match[2]!, place: match[1]!, method: 'model-id', strength: 'strong', ...sign() })
    // What a hub or a command names on the same line is the same model.
    if (!models.some((model) => model.line === line))
      for (const value of filesIn(input.catalogue, text))
        models.push({ value, place: 'model', method: 'model-id', strength: 'strong', ...sign() })
    if (options.onlyCommands) continue
    const set = /^\s*(?:export\s+|set\s+|\$env:|declare\s+-x\s+)?([A-Z][A-Z0-9_]{2,79})\s*=\s*(.*)$/.exec(
      text,
    )
    if (!set) continue
    variable(input, set[1]!, sign, environment, true)
    const value = placeOf(set[1]!) === 'key' ? null : configValue(unquoted(set[2]!))
    if (value !== null) settings.push({ name: set[1]!, value, line })
    models.push(...modelSet(input.catalogue, set[1]!, value).map((model) => ({ ...model, ...sign() })))
  }
  const packages = installedPackages(input)
  const programs = embeddedSigns(input, programsIn(input.text))
  const own = {
    packages,
    hosts,
    models,
    environment,
    settings,
    mcp,
    named: [...once(named), ...started.named],
  }
  return mergeSigns([withoutSame(own, programs), programs])
}

/** A container's build has its commands behind instructions, some as lists: `CMD ["acme", "serve"]`. */
const scriptOf = (text: string): string =>
  text.replaceAll(/^\s*(?:CMD|ENTRYPOINT|RUN)\s+(?:\[([^\]\n]*)\])?/gm, (_, list: string | undefined) =>
    (list ?? '').replaceAll(',', ' '),
  )

/** Files of weights that a line names, each once: `./main -m models/llama-2-7b.Q4_0.gguf`. */
const filesIn = (catalogue: Catalogue, text: string): Set<string> =>
  new Set(
    (mayNameWeights(text) ? wordsOf(text, 0) : [])
      .map((word) => word.text.replace(/^[\w-]+=/, ''))
      .filter((word) => weightsModel(catalogue, word) !== null),
  )

/** `MODEL=${MODEL:-x-1}`: a script's own choice, where the catalogue knows the model. */
function modelSet(catalogue: Catalogue, name: string, value: Value): Omit<ModelSign, 'line'>[] {
  const texts = typeof value === 'string' ? [value] : [value !== null && 'env' in value ? value.or : null]
  return texts.flatMap((text) =>
    typeof text === 'string' && isModelPlace(name) && looksLikeModel(text) && catalogue.modelOwner(text)
      ? [{ value: text, place: name, method: 'model-id' as const, strength: 'strong' as const }]
      : [],
  )
}

/** APIs that a script switches on in a project: `gcloud services enable x y`, or a line of its own in such a list. */
export function enabled(
  input: Input,
  text: string,
  sign: () => { line: number; excerpt: string },
): HostSign[] {
  const listed = /\bservices\s+enable\s+(.+)/.exec(text)?.[1] ?? /^\s+([\w.-]+)\s*\\?$/.exec(text)?.[1] ?? ''
  return listed.split(/\s+/).flatMap((name): HostSign[] => {
    const owner = /^[a-z][\w-]*(\.[a-z][\w-]*)+$/.test(name) ? input.catalogue.gcpServiceOwner(name) : null
    return owner
      ? [{ host: name, path: '', supplier: owner.supplier, method: 'host', strength: 'strong', ...sign() }]
      : []
  })
}

/** Each server once, where it is first named. */
const once = (signs: readonly NamedSign[]): NamedSign[] => [
  ...new Map(signs.toReversed().map((sign) => [sign.name, sign])).values(),
]

/**
 * Servers that commands start, and models that they are told to fetch or serve; a command goes on behind a backslash at a
 * line's end.
 */
function servedIn(input: Input, { serverAt }: ShellOptions): { models: ModelSign[]; named: NamedSign[] } {
  const found: ModelSign[] = []
  const named: NamedSign[] = []
  let words: Word[] = []
  for (const [index, raw] of input.text.split('\n').entries()) {
    const text = raw.slice(0, 4000).trimEnd().replace(instruction, '')
    if (comment.test(text) || (words.length === 0 && speaks.test(text))) continue
    const goesOn = /[\\`]$/.test(text)
    words.push(...wordsOf(text.replace(/[\\`]$/, ' ').replace(/&&|\|\||;/g, ' $& '), index + 1))
    if (goesOn && words.length < 200) continue
    for (const started of serversStarted(input.catalogue, words))
      named.push({ type: 'server', ...started, excerpt: input.excerpt(started.line) })
    const server = serverAt?.(words[0]?.line ?? index + 1) ?? null
    for (const { id, supplier, line } of servedModels(input.catalogue, words, server))
      found.push({
        value: id,
        place: 'model',
        supplier,
        method: 'model-id',
        strength: 'strong',
        line,
        excerpt: input.excerpt(line),
      })
    words = []
  }
  return { models: found, named }
}

function variable(
  input: Input,
  name: string,
  sign: () => { line: number; excerpt: string },
  out: EnvironmentSign[],
  set = false,
): void {
  const owner = isVariableName(name) ? input.catalogue.environmentOwner(name) : null
  if (!owner || out.some((known) => known.name === name && known.line === sign().line)) return
  out.push({
    name,
    supplier: owner.supplier,
    strength: owner.shared ? 'weak' : 'medium',
    ...(set ? { set } : {}),
    ...sign(),
  })
}
