import { looksLikeModel } from '../code/places.ts'
import type { Input } from '../detector.ts'
import type { ModelSign, NamedSign } from '../signs.ts'
import type { Command, CommandWord } from './commands.ts'

/** Options that take no value. */
const switches = /^(?:-[qyv]|--(?:quiet|yes|verbose|debug|no-[\w-]+|only-show-errors|remote|local))$/
/** Stages of a tool's commands, which are the same commands. */
const stages = /^(?:alpha|beta|preview)$/
const makes = /^(?:create|deploy|put|upload|import|insert)/
/** Verbs that ask what there is, or take it away. */
const looks = /^(?:list|describe|get|show|delete|remove|stop|wait|help|tag|untag|search)\b/

type At = Pick<Input, 'catalogue' | 'excerpt'>

/**
 * What a command of a cloud's tool makes, or which service it asks; its program stands first. Which commands are whose is in
 * the catalogue, as types (`Command:az search service create`).
 */
export function cloudSigns(
  input: At,
  program: string,
  command: Command,
): { named: NamedSign[]; models: ModelSign[] } {
  const said = saidWords(command)
  if (said.length === 0) return { named: [], models: [] }
  const given = optionsOf(command)
  const made = resourceMade(input, program, said, given)
  const found = made ?? (program === 'aws' ? serviceAsked(input, said) : null)
  if (found === null) return { named: [], models: [] }
  const { line } = command[0]!
  const { supplier, product, what } = found
  const own = nameIn(given)
  const sign = { supplier, ...(product ? { product } : {}), line, excerpt: input.excerpt(line) }
  const named: NamedSign = makes.test(what.split(' ').at(-1) ?? '')
    ? { ...sign, type: 'resource', name: own ? `${what}.${own}` : what, attributes: { type: what } }
    : { ...sign, type: 'program', name: supplier }
  return { named: [named], models: modelsGiven(input, given, supplier) }
}

interface Found {
  readonly supplier: string
  readonly product?: string
  /** The command as far as it says what it is about. */
  readonly what: string
}

/** By the most words that the catalogue knows: `az cognitiveservices account deployment create`. */
function resourceMade(
  { catalogue }: At,
  program: string,
  said: readonly string[],
  given: Options,
): Found | null {
  const kind = given.get('--kind') ?? given.get('--model-format')
  for (let count = said.length; count > 0; count -= 1) {
    const what = [program, ...said.slice(0, count)].join(' ')
    const owner = catalogue.resourceOwner(`Command:${what}`, kind?.text)
    if (owner) return { ...owner, what }
  }
  return null
}

/** `aws bedrock-runtime invoke-model`: services are called as the kits call them. */
function serviceAsked({ catalogue }: At, [service = '', verb = '']: readonly string[]): Found | null {
  const owner = catalogue.awsServiceOwner(service)
  if (!owner || verb === '' || (looks.test(verb) && !service.endsWith('-runtime'))) return null
  return { ...owner, what: `aws ${service} ${verb}` }
}

/** The words before a command's options; the tool's own options may stand before them. */
function saidWords(command: Command): string[] {
  const said: string[] = []
  for (let at = 1; at < command.length && said.length < 6; at += 1) {
    const { text, quoted } = command[at]!
    if (text.startsWith('-')) {
      if (said.length > 0) break
      if (!text.includes('=') && !switches.test(text)) at += 1
    } else if (quoted || !/^[a-z][\w-]*$/i.test(text)) break
    else if (said.length > 0 || !stages.test(text)) said.push(text)
  }
  return said
}

type Options = ReadonlyMap<string, CommandWord>

function optionsOf(command: Command): Options {
  return new Map(
    command.flatMap(({ text, line, quoted }, index): [string, CommandWord][] => {
      const [flag = '', given] = text.split(/=(.*)/s)
      if (!/^--?[a-z][\w-]*$/i.test(flag)) return []
      const value = given === undefined ? command[index + 1] : { text: given, line, quoted }
      return value ? [[flag, value]] : []
    }),
  )
}

/** What the thing is called, unless only a variable says. */
function nameIn(given: Options): string | undefined {
  const named = [...given].filter(
    ([flag]) => /^(?:-n|--(?:[a-z-]+-)?name)$/.test(flag) && flag !== '--model-name',
  )
  const best = named.find(([flag]) => flag === '--deployment-name') ?? named[0]
  const text = best?.[1].text
  return text !== undefined && /^[\w.-]{1,120}$/.test(text) ? text : undefined
}

function modelsGiven({ catalogue, excerpt }: At, given: Options, supplier: string): ModelSign[] {
  return [...given].flatMap(([flag, { text, line }]): ModelSign[] => {
    if (!/^--(?:model|model-name|model-id|foundation-model|base-model-identifier)$/.test(flag)) return []
    const id = text.replace(/^.*:(?:foundation-model|inference-profile)\//, '')
    const isKnown = catalogue.modelOwner(id) ?? catalogue.modelFormOwner(id)
    return isKnown && looksLikeModel(id)
      ? [
          {
            value: id,
            supplier,
            place: 'model',
            method: 'model-id',
            strength: 'strong',
            line,
            excerpt: excerpt(line),
          },
        ]
      : []
  })
}
