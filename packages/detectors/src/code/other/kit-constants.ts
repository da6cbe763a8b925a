import type { Catalogue } from '../../catalogue.ts'
import { foundationModel } from '../../iac/foundation-models.ts'
import { modelOfKit } from '../kit-models.ts'
import type { LanguageForm } from './languages.ts'
import type { Literal } from './read.ts'

/** `openai.GPT4oMini`, `OpenAiApi.ChatModel.GPT_4_O`, `ModelType::GEMINI_FLASH`. */
const dotted = /(?<![\w.:$])[A-Za-z_]\w{0,60}(?:(?:\.|::)[A-Za-z_]\w{0,60}){1,6}\b/g

/** A constant that a static import brings alone: `modelName(GPT_4_O_MINI)`. */
const alone = /(?<![\w.:$])[A-Z][A-Z\d]*_[A-Z\d_]{1,50}\b(?!\s{0,3}[(=:]|\.[A-Z]|::)/g

/** Swift leaves out the type that is asked for: `model: .gpt4_o`. */
const implied = /(?<=[:(,=?]\s{0,3})\.[a-z]\w{1,40}\b(?!\s{0,3}[(.])/g

/** Types that hold nothing but the names of models. */
const holdsModels = /(?:Models?|Model(?:Type|Name|Id)s?)$/

/** A shorter name in a type of nobody's is as often something else: `TruckModel.O3`. */
const telling = 5

const most = 200

/** So many names of a source are looked up. */
const mostTried = 10_000

/**
 * Models that a source names by a kit's constants, each as if its id were written there. `masked` is without comments and
 * texts; a constant counts where its root is imported from the catalogue's packages, or its type is named for models.
 */
export function constantsOfKits(
  masked: string,
  { language }: LanguageForm,
  links: ReadonlyMap<string, string>,
  catalogue: Catalogue,
): Literal[] {
  const found: Literal[] = []
  let tried = 0
  const add = (name: string, from: number, end: number, type = ''): boolean => {
    tried += 1
    const model = tried > mostTried || found.length >= most ? null : modelOfKit(catalogue, name, type)
    if (model === null) return false
    // What reads a literal looks for what stands before its quote.
    found.push({
      ...model,
      start: from + 1,
      end,
      constant: isMentioned(masked, from, end) ? 'mentioned' : 'chosen',
    })
    return true
  }
  for (const { 0: path, index } of masked.matchAll(dotted)) {
    const parts = path.split(/\.|::/)
    const isLinked = links.has(parts[0]!)
    for (let part = 1; part < parts.length; part += 1)
      if (
        (isLinked || (holdsModels.test(parts[part - 1]!) && parts[part]!.length >= telling)) &&
        !isCalled(masked, path, index, part === parts.length - 1) &&
        add(parts[part]!, index, index + path.length, parts[part - 1])
      )
        break
  }
  const isWhole = language === 'java' && bringsAll(masked, catalogue)
  for (const { 0: name, index } of masked.matchAll(alone))
    if (isWhole || links.has(name)) add(name, index, index + name.length)
  if (language === 'swift')
    for (const { 0: name, index } of masked.matchAll(implied)) add(name.slice(1), index, index + name.length)
  return found
}

/** All constants of a type of the catalogue's: `import static acme.ai.ChatModelName.*;`. */
const bringsAll = (masked: string, catalogue: Catalogue): boolean =>
  [...masked.matchAll(/^[ \t]*import\s{1,4}static\s{1,4}([\w.]{3,200})\.\*/gm)].some(
    ([, module = '']) => catalogue.importOwner('java', module) !== null,
  )

const isCalled = (masked: string, path: string, index: number, isLast: boolean): boolean =>
  isLast && /^\s{0,3}\(/.test(masked.slice(index + path.length, index + path.length + 4))

/** It is compared, or is the key of a table or the pattern of a choice. */
function isMentioned(masked: string, from: number, end: number): boolean {
  const ahead = masked.slice(Math.max(0, from - 120), from).replace(/^[\s\S]*\n/, '')
  return (
    /(?:[!=]=\s{0,3}|\bcase\s[^:]{0,100})$/.test(ahead) ||
    (/^(?::(?!:)|\s{0,3}(?:=>|->)|\s{0,3}[!=]=)/.test(masked.slice(end, end + 6)) && !ahead.includes('?'))
  )
}

/** Models that a kit for infrastructure names by constants: `BedrockFoundationModel.AMAZON_NOVA_PRO_V1`. */
export function foundationConstants(code: string, masked: () => string): { id: string; at: number }[] {
  if (!code.includes('FoundationModel')) return []
  return [
    ...masked().matchAll(/\b(?:FoundationModelIdentifier|BedrockFoundationModel)\.[A-Z][A-Z0-9_]{3,80}\b/g),
  ].flatMap(({ 0: text, index }) => {
    const id = foundationModel(text)
    return id === null ? [] : [{ id, at: index }]
  })
}
