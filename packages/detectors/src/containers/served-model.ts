import type { Catalogue } from '../catalogue.ts'
import { looksLikeModel, placeOf } from '../code/places.ts'
import { weightsModel } from '../code/weights.ts'
import { findKeys } from '../keys/keys.ts'

/** A word of a command, without quotes. */
export interface Word {
  readonly text: string
  readonly line: number
}

/** A model that a command makes a server of models serve. */
export interface ServedModel {
  readonly id: string
  readonly supplier: string
  readonly line: number
}

/** Flags behind which servers take the model; what they call it to clients is another name of the same. */
const flags = /^--?(model|model[-_]id|model[-_]path|model[-_]name|hf[-_]repo|hf|hfr)$/

/** The words of a line of a script or of a list in JSON, as a shell would part them. */
export function wordsOf(text: string, line: number): Word[] {
  const words = text.match(/"[^"]*"|'[^']*'|[^\s,[\]"']+/g) ?? []
  return words.flatMap((word) => {
    const bare = word.replace(/^(["'])(.*)\1$/s, '$2')
    // What is quoted is a command of its own; a script's quoted text may run over many lines.
    return bare !== word && /\s/.test(bare) ? wordsOf(bare, line) : [{ text: bare, line }]
  })
}

/** Whether the name of a variable says that its value is a model. */
export const namesModel = (variable: string): boolean => placeOf(variable) === 'model'

/** Whether a text that stands where a model's name should holds a key instead. */
export const holdsKey = (catalogue: Catalogue, text: string): boolean => findKeys(text, catalogue).length > 0

/** The supplier behind an image, where that image is a server of models. */
export function modelServer(catalogue: Catalogue, image: string | undefined): string | null {
  const owner = image === undefined ? null : catalogue.imageOwner(image)
  const supplier = owner ? catalogue.suppliers.get(owner.supplier) : undefined
  const serves = supplier?.roles.includes('local-runtime') || (supplier?.modelCommands?.length ?? 0) > 0
  return supplier && serves ? supplier.slug : null
}

/** The models that a command serves or fetches; `server` is who runs it, where its container's image says so. */
export function servedModels(
  catalogue: Catalogue,
  words: readonly Word[],
  server: string | null = null,
): ServedModel[] {
  const commands = commandsIn(words).flatMap((command) => {
    const start = startIn(catalogue, command)
    return start ? [{ ...start, rest: command.slice(start.end) }] : []
  })
  // What the arguments of an image call themselves tells more than the image: `sh -c "ollama pull x"`.
  if (commands.length === 0 && server !== null)
    return givenTo({ supplier: server, isCommand: false, rest: words }, catalogue)
  return commands.flatMap((command) => givenTo(command, catalogue))
}

interface Started {
  readonly supplier: string
  readonly isCommand: boolean
  /** What stands behind the command. */
  readonly rest: readonly Word[]
}

function givenTo({ supplier, isCommand, rest }: Started, catalogue: Catalogue): ServedModel[] {
  const found: ServedModel[] = []
  // Behind a command stands the model; of an image's arguments the first is one only if it names a publisher.
  const [first, second] = rest
  const next = first?.text === 'serve' ? second : first
  if (next && (isCommand || next.text.includes('/') || next !== first) && looksLikeModel(next.text))
    found.push({ id: next.text, supplier, line: next.line })
  for (const [index, { text, line }] of rest.entries()) {
    const [flag = '', given] = text.split(/=(.*)/s)
    const value = given === undefined ? rest[index + 1] : { text: given, line }
    // Behind whatever option: `-m /models/x.gguf`.
    const file = given ?? text
    if (weightsModel(catalogue, file) !== null) found.push({ id: file, supplier, line })
    else if (flags.test(flag) && value && looksLikeModel(value.text) && !value.text.startsWith('-'))
      found.push({ id: value.text, supplier, line: value.line })
  }
  return once(found)
}

/** A file of weights is named by its option and by its form. */
const once = (models: readonly ServedModel[]): ServedModel[] =>
  models.filter(({ id }, index) => models.findIndex((other) => other.id === id) === index)

/** Words of one line apart, where a shell takes them for several commands. */
function commandsIn(words: readonly Word[]): Word[][] {
  const commands: Word[][] = [[]]
  for (const word of words) {
    const text = word.text.replace(/;+$/, '')
    const ends = text !== word.text
    if (/^(?:&&?|\|\|?)?$/.test(text)) commands.push([])
    else {
      commands.at(-1)!.push({ ...word, text })
      if (ends) commands.push([])
    }
  }
  return commands
}

/** The servers that a command starts, each by the command's own name. */
export function serversStarted(
  catalogue: Catalogue,
  words: readonly Word[],
): { name: string; supplier: string; line: number }[] {
  return words.flatMap(({ line }, at) => {
    const found = commandAt(catalogue.serverCommands, words, at)
    return found ? [{ name: found.command, supplier: found.supplier, line }] : []
  })
}

/** The repository at GitHub that a command or a file of sources names: `https://github.com/ggml-org/llama.cpp.git`. */
const atGitHub = /\bgithub\.com[/:]([\w.-]{1,60}\/[\w.-]{1,80})/g

/** The servers whose source a line names. */
export const serversBuilt = (catalogue: Catalogue, text: string): { name: string; supplier: string }[] =>
  [...text.matchAll(atGitHub)].flatMap(([, path = '']) => {
    const name = path.replace(/\.git$/, '')
    const supplier = catalogue.repositoryOwner(name)
    return supplier ? [{ name: `github.com/${name}`, supplier }] : []
  })

/** A command of the catalogue that begins at a word; a path before its name says where it lies. */
function commandAt(
  commands: ReadonlyMap<string, string>,
  words: readonly Word[],
  at: number,
): { command: string; supplier: string; length: number } | null {
  for (let length = 1; length <= 3; length += 1) {
    const command = words
      .slice(at, at + length)
      .map(({ text }) => text)
      .join(' ')
      .replace(/^.*\//, '')
    const supplier = commands.get(command)
    if (supplier) return { command, supplier, length }
  }
  return null
}

/** Commands to which another command is a file like any other: `chmod +x llama-server tabby`. */
const handling =
  /^(?:chmod|chown|cp|mv|rm|ln|ls|strip|install|tar|zip|unzip|upx|codesign|file|which|whereis|type|pkill|killall)$/

/** Where the arguments of a server begin: behind a command of the catalogue, or an image that is run. */
function startIn(
  catalogue: Catalogue,
  words: readonly Word[],
): { supplier: string; end: number; isCommand: boolean } | null {
  if (handling.test(words[0]?.text ?? '')) return null
  for (let at = 0; at < words.length; at += 1) {
    const image = words[at]!.text.includes('/') ? modelServer(catalogue, words[at]!.text) : null
    if (image) return { supplier: image, end: at + 1, isCommand: false }
    const found = commandAt(catalogue.modelCommands, words, at)
    if (found)
      return isNoModel(words) ? null : { supplier: found.supplier, end: at + found.length, isCommand: true }
  }
  return null
}

/** What a hub is asked for may be data or a page: `hf download acme/words --repo-type dataset`. */
const isNoModel = (words: readonly Word[]): boolean =>
  words.some(
    ({ text }, at) =>
      /^--repo-type(?:=|$)/.test(text) &&
      /^(?:dataset|space)/.test(text.split('=')[1] ?? words[at + 1]?.text ?? ''),
  )
