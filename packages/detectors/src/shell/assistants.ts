import type { AssistantStart } from '@ai-census/signatures'
import type { Catalogue } from '../catalogue.ts'
import { looksLikeModel } from '../code/places.ts'
import { imageSign } from '../containers/image.ts'
import type { Input } from '../detector.ts'
import type { ModelSign, NamedSign } from '../signs.ts'
import { cloudSigns } from './cloud-commands.ts'
import { type Command, type CommandWord, commandsOf } from './commands.ts'

/** What stands before a command without being one. */
const before =
  /^(?:sudo|doas|exec|time|env|nohup|command|then|do|else|if|elif|while|until|not|and|or|xargs|call|start|-|!|[A-Za-z_]\w*=.*)$/
/** The same with a number or a time behind it. */
const timed = /^(?:timeout|gtimeout|nice|ionice|retry)$/

/** Programs that fetch a package and start it, or start what is installed for a project. */
const runners: readonly string[] = [
  'npx',
  'bunx',
  'pnpx',
  'uvx',
  'npm exec',
  'pnpm dlx',
  'pnpm exec',
  'yarn dlx',
  'yarn',
  'pnpm',
  'bun x',
  'bun run',
  'uv run',
  'uv tool run',
  'pipx run',
  'poetry run',
  'pdm run',
  'hatch run',
  'mise exec',
  'mise x',
]
/** Options of theirs whose value is the next word. */
const valued = /^(?:-p|--package|--from|--with|--python|--directory|--project|-c|--call)$/

/** Options of `docker run` whose value is the next word (docs.docker.com/reference/cli/docker/container/run). */
const containerValued =
  /^(?:-[acehlmpuvw]|--(?:add-host|annotation|cap-add|cap-drop|cgroupns|cpus|cpuset-cpus|device|dns|entrypoint|env|env-file|expose|gpus|group-add|health-cmd|hostname|ipc|label|log-driver|log-opt|memory|mount|name|network|net|pid|platform|publish|pull|restart|runtime|security-opt|shm-size|tmpfs|ulimit|user|userns|volume|volumes-from|workdir))$/

/** What the commands of a script or a pipeline start: assistants, images, what clouds are told to make, and the models that they are told. */
export interface Started {
  readonly named: NamedSign[]
  readonly models: ModelSign[]
}

export function startedIn(
  input: Pick<Input, 'catalogue' | 'excerpt'>,
  script: string,
  firstLine = 1,
): Started {
  const started: Started = { named: [], models: [] }
  for (const command of commandsOf(script, firstLine)) read(input, command, started)
  return started
}

function read(
  input: Pick<Input, 'catalogue' | 'excerpt'>,
  command: Command,
  { named, models }: Started,
): void {
  const { catalogue, excerpt } = input
  const rest = programOf(command)
  const [program, ...words] = rest
  if (!program) return
  const image = imageRun(rest)
  if (image) named.push(...imageSign(input, image.text, image.line))
  const name = nameOf(program)
  const cloud = cloudSigns(input, name, rest)
  named.push(...cloud.named)
  models.push(...cloud.models)
  const found = catalogue.assistantCommands(name).find((start) => isStarted(start, name, words))
  if (!found) return
  named.push({
    type: 'command',
    name: found.command,
    supplier: found.supplier,
    ...(found.product ? { product: found.product } : {}),
    line: program.line,
    excerpt: excerpt(program.line),
    attributes: { publisher: found.supplier },
  })
  for (const { text, line } of modelsOf(catalogue, words))
    models.push({
      value: text,
      place: 'model',
      method: 'model-id',
      strength: 'strong',
      line,
      excerpt: excerpt(line),
    })
}

/** From the program on: what goes before it left out, and of what a runner starts the runner too. */
function programOf(command: Command): Command {
  let at = 0
  for (; at < command.length; at += 1) {
    const { text, quoted } = command[at]!
    const bare = at === 0 ? text.replace(/^[@-]+(?=[a-z])/, '') : text
    if (timed.test(bare)) {
      while (/^(?:-|\d)/.test(command[at + 1]?.text ?? '')) at += 1
      continue
    }
    if (!quoted && at > 0 && /^-/.test(bare)) continue
    if (quoted ? !/^[A-Za-z_]\w*=/.test(bare) : !before.test(bare)) break
  }
  const rest = command.slice(at)
  const runner = runners.findLast((name) => isBegun(rest, name))
  if (runner === undefined) return rest
  let next = runner.split(' ').length
  for (; next < rest.length; next += 1) {
    const { text } = rest[next]!
    if (valued.test(text)) next += 1
    else if (!text.startsWith('-')) break
  }
  return next < rest.length ? rest.slice(next) : rest
}

const isBegun = (command: Command, name: string): boolean =>
  name.split(' ').every((word, index) => nameOf(command[index]) === word)

/** `claude` of `/usr/local/bin/claude`, `@acme/cli` of `@acme/cli@latest`. */
const nameOf = (word: CommandWord | undefined): string => {
  const text = (word?.text ?? '').replace(/^[@-]+(?=[a-z]+$)/, '')
  const bare = text.startsWith('@') ? text : text.replace(/^.*[\\/]/, '').replace(/\.(?:exe|cmd|ps1)$/i, '')
  return bare.replace(/(?<=.)(?:@|==).*$/, '')
}

/** Whether a program of this name, told these words, is the assistant. */
function isStarted({ command, takes }: AssistantStart, name: string, words: Command): boolean {
  // A package is the assistant's, whatever it is told; asked for its version alone it does nothing.
  if (takes.length === 0) return !words.some(({ text }) => /^(?:-v|-V|--version|--help)$/.test(text))
  const [, subcommand] = command.split(' ')
  const rest = subcommand === undefined ? words : words[0]?.text === subcommand ? words.slice(1) : null
  return rest !== null && name === command.split(' ')[0] && takes.some((taken) => isTold(rest, taken))
}

/** Options are looked for up to a word that is neither one nor the value of one nor a text for people. */
function isTold(words: Command, taken: string): boolean {
  const [first = '', second] = taken.split(' ')
  for (const [index, { text, quoted }] of words.entries()) {
    const isOption = text.startsWith('-') && !quoted
    if (isSame(text, first)) {
      const rest = words.slice(index + 1)
      return second === undefined || rest.some((word) => isSame(word.text, second))
    }
    const previous = words[index - 1]
    if (!isOption && !quoted && !/^[$<>\d]/.test(text) && !(previous && /^-/.test(previous.text)))
      return false
  }
  return false
}

const isSame = (text: string, taken: string): boolean =>
  text === taken || (taken.startsWith('--') && text.startsWith(`${taken}=`))

/** Models of the catalogue that a program is told: `--model x`, `-m x`, `--weak-model=x`. */
function modelsOf(catalogue: Catalogue, words: Command): CommandWord[] {
  return words.flatMap((word, index) => {
    const [flag = '', given] = word.text.split(/=(.*)/s)
    if (word.quoted && given === undefined) return []
    if (!/^(?:-m|--(?:[a-z]+-)?model)$/.test(flag)) return []
    const value = given === undefined ? words[index + 1] : { text: given, line: word.line, quoted: false }
    if (!value || !looksLikeModel(value.text)) return []
    const isKnown = catalogue.modelOwner(value.text) ?? catalogue.modelPrefixOwner(value.text)
    return isKnown ? [value] : []
  })
}

/** The image of `docker run … owner/image`; a container's name and a volume's are none. */
function imageRun(command: Command): CommandWord | null {
  if (!/^(?:docker|podman|nerdctl)$/.test(nameOf(command[0]))) return null
  const verb = command.findIndex(({ text }) => /^(?:run|create|pull)$/.test(text))
  if (verb < 1 || verb > 2) return null
  for (let at = verb + 1; at < command.length; at += 1) {
    const { text } = command[at]!
    if (containerValued.test(text)) at += 1
    else if (!text.startsWith('-')) return text.includes('/') ? command[at]! : null
  }
  return null
}
