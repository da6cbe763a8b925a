import type { Ecosystem } from '@ai-census/signatures'
import type { Input } from '../detector.ts'
import { packageSign } from '../manifests/package-sign.ts'
import { requirementOf } from '../manifests/pypi/requirement.ts'
import type { PackageSign } from '../signs.ts'

/** Commands that fetch packages by name, or run one of a package that they fetch: how each begins, and whether only one follows. */
const commands: readonly { ecosystem: Ecosystem; begins: RegExp; one?: true }[] = [
  {
    ecosystem: 'npm',
    begins: /^(?:npm (?:i|install|add)|pnpm (?:i|install|add)|yarn (?:global )?add|bun (?:add|install)) /,
  },
  { ecosystem: 'npm', begins: /^(?:npx|bunx|pnpx|(?:npm exec|pnpm dlx|yarn dlx|bun x)(?: --)?) /, one: true },
  {
    ecosystem: 'pypi',
    begins:
      /^(?:(?:uv |\S{1,80} -m )?(?:[\w./-]{1,80}\/)?pip[\d.]{0,5} install|uv add|uv tool install|(?:\S{1,80} -m )?pipx install|(?:poetry|pdm|rye|hatch) add) /,
  },
  {
    ecosystem: 'pypi',
    begins: /^(?:uvx|uv tool run|(?:\S{1,80} -m )?pipx run) /,
    one: true,
  },
  { ecosystem: 'conda', begins: /^(?:conda|mamba|micromamba) install / },
  { ecosystem: 'gem', begins: /^(?:gem install|bundle add) / },
  { ecosystem: 'cargo', begins: /^cargo (?:install|add) / },
  { ecosystem: 'nuget', begins: /^(?:dotnet (?:add(?: [\w./\\-]+)? package|tool install)|Install-Package) / },
  { ecosystem: 'golang', begins: /^go (?:get|install) / },
  { ecosystem: 'composer', begins: /^composer (?:global )?require / },
  { ecosystem: 'pub', begins: /^(?:dart|flutter) pub add / },
]

/** What a command of uv takes in besides, for one run of a program: `uv run --with acme ask.py` (docs.astral.sh/uv/guides/scripts). */
const besides = /\s--with[= ]["']?([A-Za-z][\w.,[\]<>=~!-]{1,200})/g

/** Options whose value is the next word. */
const valued =
  /^(?:-[cefntir]|--(?:with|name|channel|requirement|constraint|editable|target|prefix|registry|(?:extra-)?index-url|index|find-links|root|python|extra|group|version|features|source|platform|cwd|dir|filter|workspace|omit))$/

/** What goes before a command without being one. */
const before =
  /^(?:(?:sudo|exec|time|env|RUN|CMD|ENTRYPOINT|-|run:|script:|@|\||>-?|--mount=\S+|[A-Z_]{2,40}=\S*) ?)+/

/** Says to people what it is about, and fetches nothing. */
const speaks = /^(?:echo|printf|print|write-host|info|warn|log|die|error)\b/i

/** Packages of the catalogue that commands fetch: `npm install -g @acme/cli`, `pip install acme-sdk`, `npx -y @acme/cli`. */
export function installedPackages(input: Input): PackageSign[] {
  const found = new Map<string, PackageSign>()
  for (const { ecosystem, name, range, line } of installedIn(input.text))
    if (!found.has(`${ecosystem} ${name}`))
      for (const sign of packageSign(input, ecosystem, name, line, { method: 'manifest', range }))
        found.set(`${ecosystem} ${name}`, sign)
  return [...found.values()]
}

/** A package that a command fetches, and the line on which it stands. */
export interface Installed {
  readonly ecosystem: Ecosystem
  readonly name: string
  readonly range: string
  readonly line: number
}

/** What the commands of a text fetch, whether the catalogue knows it or not. */
export function installedIn(source: string): Installed[] {
  if (
    !/\b(?:install|Install-Package|add|get|require|npx|bunx|pnpx|uvx|dlx|exec|pipx|npm i|with)[ =]/.test(
      source,
    )
  )
    return []
  return commandsIn(source).flatMap(({ text, lines }) => {
    let from = 0
    return fetchedBy(text).map(({ ecosystem, name, range, word }): Installed => {
      from = Math.max(from, text.indexOf(word, from))
      return { ecosystem, name, range, line: lines.findLast(({ at }) => at <= from)?.line ?? 1 }
    })
  })
}

/** A command with the lines that it goes on over, and where in it each begins. */
interface Command {
  readonly text: string
  readonly lines: readonly { readonly at: number; readonly line: number }[]
}

/** A command of more characters is read as several. */
const LONGEST = 8000

/** Each is read once, when it is whole: it may go on over as many lines as a file has. */
function commandsIn(source: string): Command[] {
  const found: Command[] = []
  let text = ''
  let lines: { at: number; line: number }[] = []
  for (const [index, raw] of source.split('\n').entries()) {
    const own = raw.slice(0, 4000).trim()
    if (/^(?:#|\/\/|::|rem\b)/i.test(own)) continue
    lines.push({ at: text.length, line: index + 1 })
    text += own.replace(/\s*[\\`]$/, '')
    if (/[\\`]$/.test(own) && text.length < LONGEST) text += ' '
    else {
      found.push({ text, lines })
      text = ''
      lines = []
    }
  }
  return lines.length > 0 ? [...found, { text, lines }] : found
}

interface Fetched {
  readonly ecosystem: Ecosystem
  readonly name: string
  readonly range: string
  /** As it is written. */
  readonly word: string
}

function fetchedBy(text: string): Fetched[] {
  return text.split(/&&|\|\||[;|]/).flatMap((part) => {
    const command = part.trim().replace(before, '').replaceAll(/\s+/g, ' ')
    if (speaks.test(command)) return []
    const form = commands.find(({ begins }) => begins.test(command))
    const names = form ? wordsBehind(command.replace(form.begins, '')) : []
    return [
      ...(form
        ? (form.one ? names.slice(0, 1) : names).flatMap((word) => fetched(form.ecosystem, word))
        : []),
      ...(/^uvx? /.test(command)
        ? [...command.matchAll(besides)].flatMap(([, list = '']) =>
            list.split(',').flatMap((word) => fetched('pypi', word)),
          )
        : []),
    ]
  })
}

function fetched(ecosystem: Ecosystem, word: string): Fetched[] {
  const named = ecosystem === 'pypi' ? requirementOf(word) : withVersion(ecosystem, word)
  return named ? [{ ecosystem, name: named.name, range: named.range, word }] : []
}

/** Words that are no options, their values, paths or variables. */
function wordsBehind(text: string): string[] {
  const words = text.split(' ')
  return words
    .filter((word, index) => !/^[-<>2]/.test(word) && !valued.test(words[index - 1] ?? ''))
    .map((word) => word.replaceAll(/^["']|["']$/g, ''))
    .filter((word) => /^@?[A-Za-z]/.test(word) && !/[$`\\]|:\/\/|\.(?:tgz|whl|git|txt)\b/.test(word))
}

/** What parts a name from its version: `@acme/cli@1.2`, `acme/sdk:^1.2`, `acme=1.2`. */
const separators: Partial<Record<Ecosystem, RegExp>> = { composer: /:/, pub: /:/, conda: /[=<>]/, gem: /:/ }

function withVersion(ecosystem: Ecosystem, word: string): { name: string; range: string } {
  const at = word.slice(1).search(separators[ecosystem] ?? /@/) + 1
  return at < 1 ? { name: word, range: '' } : { name: word.slice(0, at), range: word.slice(at + 1) }
}
