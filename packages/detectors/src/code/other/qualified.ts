import type { Language } from '@ai-census/signatures'
import type { Catalogue } from '../../catalogue.ts'
import type { LanguageForm } from './languages.ts'

/** A module that is used by its whole name, without an import. */
export interface Qualified {
  readonly module: string
  /** How the code writes it: `OpenAI` for the gem `openai`. */
  readonly name: string
  readonly at: number
}

/** What may be the root of a qualified name, by language; group `root`. */
const forms: Partial<Record<Language, RegExp>> = {
  // Rails loads every gem of the Gemfile: `OpenAI::Client.new`, `::Pinecone.configure`.
  ruby: /(?<![\w:])(?:::)?(?<root>[A-Z]\w{2,40})(?=(?:::[A-Z]\w*)*(?:\.(?:new|configure|client|chat|embed)\b))/g,
  rust: /(?<![\w:])(?:::)?(?<root>[a-z_]\w{2,40})(?=::(?:\w+::)*[A-Z]\w*::(?:new|with_\w+|from_\w+|builder|default)\b)/g,
  r: /(?<![\w.:])(?<root>[A-Za-z][\w.]{1,40})(?=:::?[A-Za-z.]\w*\s*\()/g,
  // Only a name from the root of all namespaces, or in a file that has none, is the package's: `\OpenAI::client($key)`.
  php: /(?<![\w\\$>:])\\?(?<root>[A-Z]\w{1,40}(?:\\[A-Z]\w{1,40}){0,5})(?=::(?:client|factory|build)\s?\()|(?<=\bnew\s)\\(?<made>[A-Z]\w{1,40}(?:\\[A-Z]\w{1,40}){1,5})(?=\s?\()/g,
  elixir: /(?<![\w.])(?<root>[A-Z]\w{2,40}(?:\.[A-Z]\w*){0,3})(?=\.[a-z]\w*[!?]?\()/g,
}

/** Modules of the catalogue that code without strings and comments uses by their whole names; each once. */
export function qualifiedUses(masked: string, language: Language, catalogue: Catalogue): Qualified[] {
  const form = forms[language]
  if (!form) return []
  const found = new Map<string, Qualified>()
  const refused = new Set<string>()
  for (const match of masked.matchAll(form)) {
    const root = match.groups?.root ?? match.groups?.made
    if (!root || found.has(root) || refused.has(match[0])) continue
    const module = spellings(root, language).find((name) => catalogue.importOwner(language, name) !== null)
    if (!module) continue
    if (language === 'php' && !isFromRoot(masked, match[0], root)) refused.add(match[0])
    else found.set(root, { module, name: root.split(/[.\\]/).at(-1)!, at: match.index })
  }
  if (language === 'ruby')
    for (const { index, 1: name = '' } of masked.matchAll(kitOfService)) {
      const module = `aws-sdk-${name.toLowerCase()}`
      if (!found.has(name) && catalogue.importOwner('ruby', module))
        found.set(name, { module, name, at: index })
    }
  return [...found.values()]
}

/** A name without a backslash is of the file's own namespace, or a class that it declares. */
const isFromRoot = (code: string, written: string, root: string): boolean =>
  written.startsWith('\\') ||
  !(
    /^\s*namespace\s/m.test(code) ||
    new RegExp(`\\b(?:class|trait|interface)\\s+${root.replaceAll('\\', '')}\\b`).test(code)
  )

/**
 * In Ruby each service of AWS has a namespace and a gem of its own: `Aws::Polly::Client` is of `aws-sdk-polly`
 * (docs.aws.amazon.com/sdk-for-ruby/v3).
 */
const kitOfService = /\bAws::([A-Z]\w{2,40})(?=::(?:Client|Resource)\.new\b)/g

/** A gem's constant in the ways that its name may be written: `RubyLLM` is of `ruby_llm`, `OpenAI` of `openai`. */
function spellings(root: string, language: Language): string[] {
  if (language !== 'ruby') return [root]
  const words = root.replaceAll(/([a-z\d])([A-Z])/g, '$1_$2').toLowerCase()
  return [...new Set([root.toLowerCase(), words, words.replaceAll('_', '-')])]
}

/** `(new Aws\\Sdk($config))->createPolly()`: the method's name is that of the service's namespace. */
export function kitClients(masked: string, { language }: LanguageForm, catalogue: Catalogue): Qualified[] {
  const kit = language === 'php' ? masked.search(/\bAws\\(?:Sdk|\{)/) : -1
  if (kit < 0) return []
  return [...masked.matchAll(/->(create([A-Z]\w{2,40}))\s*\(/g)].flatMap((match) => {
    const [, name = '', service = ''] = match
    const module = `Aws\\${service}`
    return catalogue.importOwner('php', module) ? [{ module, name, at: kit }] : []
  })
}
