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
    begins: /^(?:(?:uv |python3? -m )?pip3? install|uv add|uv tool install|pipx install|poetry add|pdm add) /,
  },
  { ecosystem: 'pypi', begins: /^(?:uvx|pipx run|uv tool run) /, one: true },
  { ecosystem: 'gem', begins: /^gem install / },
  { ecosystem: 'cargo', begins: /^cargo (?:install|add) / },
  { ecosystem: 'nuget', begins: /^dotnet (?:add(?: [\w./\\-]+)? package|tool install) / },
]

/** Options whose value is the next word. */
const valued =
  /^(?:-[ceftir]|--(?:requirement|constraint|editable|target|prefix|registry|(?:extra-)?index-url|index|find-links|root|python|extra|group|version|features|source|platform|cwd|dir|filter|workspace|omit))$/

/** What goes before a command without being one. */
const before =
  /^(?:(?:sudo|exec|time|env|RUN|CMD|ENTRYPOINT|-|run:|script:|@|\||>-?|--mount=\S+|[A-Z_]{2,40}=\S*) ?)+/

/** Says to people what it is about, and fetches nothing. */
const speaks = /^(?:echo|printf|print|write-host|info|warn|log|die|error)\b/i

/** Packages of the catalogue that commands fetch: `npm install -g @acme/cli`, `pip install acme-sdk`, `npx -y @acme/cli`. */
export function installedPackages(input: Input): PackageSign[] {
  if (!/\b(?:install|add|npx|bunx|pnpx|uvx|dlx|exec|pipx|npm i) /.test(input.text)) return []
  const found = new Map<string, PackageSign>()
  for (const { text, lines } of commandsIn(input.text)) {
    let from = 0
    for (const { ecosystem, name, range, word } of fetchedBy(text)) {
      from = Math.max(from, text.indexOf(word, from))
      const line = lines.findLast(({ at }) => at <= from)?.line ?? 1
      if (!found.has(`${ecosystem} ${name}`))
        for (const sign of packageSign(input, ecosystem, name, line, { method: 'manifest', range }))
          found.set(`${ecosystem} ${name}`, sign)
    }
  }
  return [...found.values()]
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
    if (!form) return []
    const names = wordsBehind(command.replace(form.begins, ''))
    return (form.one ? names.slice(0, 1) : names).flatMap((word) => {
      const named = form.ecosystem === 'pypi' ? requirementOf(word) : withVersion(word)
      return named ? [{ ecosystem: form.ecosystem, name: named.name, range: named.range, word }] : []
    })
  })
}

/** Words that are no options, their values, paths or variables. */
function wordsBehind(text: string): string[] {
  const words = text.split(' ')
  return words
    .filter((word, index) => !/^[-<>2]/.test(word) && !valued.test(words[index - 1] ?? ''))
    .map((word) => word.replaceAll(/^["']|["']$/g, ''))
    .filter((word) => /^@?[A-Za-z]/.test(word) && !/[$`\\]|:\/\/|\.(?:tgz|whl|git|txt)\b/.test(word))
}

/** `@acme/cli@1.2` is a name with a version. */
const withVersion = (word: string): { name: string; range: string } => {
  const at = word.indexOf('@', 1)
  return at < 0 ? { name: word, range: '' } : { name: word.slice(0, at), range: word.slice(at + 1) }
}
