import type { LanguageForm } from './languages.ts'

/** Ruby calls methods without brackets: `model "x"`, `enable_extension "x"`. */
export function commandBefore(form: LanguageForm, code: string, start: number): string | undefined {
  if (form.language !== 'ruby') return undefined
  return /(?:^|\n)[ \t]*([a-z]\w+)[ \t]+$/.exec(code.slice(Math.max(0, start - 90), start))?.[1]
}

/** What is made by its name is that model: `GenerativeModel(name: "x")`, `ModelConfiguration(id: "acme/x")`. */
const modelMade =
  /\b(?:\w*(?:Generative|Language|Chat|Embedding|LLM)Model\(\s*(?:name|id)|(?:ModelConfiguration|loadModel(?:Container)?)\(\s*id)\s*[:=]\s*$/

/** A repository of the hub, as Bumblebee is told of one: `{:hf, "openai/whisper-tiny"}` (hexdocs.pm/bumblebee); or a model that is made by its name. */
export const hubBefore = ({ language }: LanguageForm, ahead: string): string | undefined =>
  modelMade.test(ahead) || (language === 'elixir' && /\{:hf,\s*$/.test(ahead)) ? 'model' : undefined

/** A property of C# that is declared with what it holds at first: `public string Model { get; set; } = "x"`. */
export function propertyBefore(form: LanguageForm, code: string, start: number): string | undefined {
  if (form.language !== 'csharp') return undefined
  return /\b([A-Za-z_]\w*)\s*\{\s*get;[\w\s;]{0,40}\}\s*=\s*$/.exec(
    code.slice(Math.max(0, start - 120), start),
  )?.[1]
}

/** `ChatClient x = new("…")`: the text is the first argument of that type's constructor. */
export const declaredType = (code: string, start: number): string | undefined =>
  /\b([A-Z]\w+)\??\s+\w+\s*=\s*new\s*\(\s*$/.exec(code.slice(Math.max(0, start - 150), start))?.[1]

/** What stands for a property that nobody sets: `@Value("${ai.model:x}")`; Kotlin writes `\${`. */
const injectedValue = /^\\?\$\{(?:[\w-]+\.)*([\w-]+):([^{}]+)\}$/

/** A default in the tag of a field of Go (pkg.go.dev/github.com/alecthomas/kong, github.com/caarlos0/env, github.com/ilyakaznacheev/cleanenv). */
const taggedDefault = /(?:^|\s)(?:default|envDefault|env-default):"([^"\n]{2,200})"/
const taggedField = /(?:^|[\s{;])(\w{1,80})\s{1,40}[\w.*[\]]{1,80}\s{1,40}$/

/** The default of a property that Spring injects or of a field of Go, and that property's last part or that field's name. */
export function injected(
  { language }: LanguageForm,
  text: string,
  code: string,
  start: number,
): { place: string; text: string } | null {
  if (language === 'go') {
    const value = text.includes('efault:"') ? taggedDefault.exec(text)?.[1] : undefined
    const field = value && taggedField.exec(code.slice(Math.max(0, start - 201), start - 1))?.[1]
    return value && field ? { place: field, text: value } : null
  }
  const found = language === 'java' ? injectedValue.exec(text) : null
  return found ? { place: found[1]!, text: found[2]! } : null
}
