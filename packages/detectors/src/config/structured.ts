import type { Detector, Input } from '../detector.ts'
import type { FileSigns } from '../signs.ts'
import { readJson, readYaml } from '../text/structure.ts'
import { isTable, readToml, tomlLines } from '../text/toml.ts'
import { unquoted } from './dotenv.ts'
import { type ConfigEntry, entriesIn, entrySigns } from './entries.ts'

const notConfiguration =
  /^(package(-lock)?|composer|tsconfig[\w.-]*|jsconfig|npm-shrinkwrap|deno|import_map|manifest|lerna|nx|turbo|biome|renovate|angular|cspell|\.eslintrc|\.prettierrc|openapi|swagger|schema|lang|messages|locale|translations?|jsr|components)\.jsonc?$|\.(schema|min|map|geo|lock)\.json$|^(pnpm-lock|pubspec|mkdocs|_config|\.pre-commit-config|codecov|openapi[\w.-]*|swagger[\w.-]*|citation|funding|dependabot|renovate|labeler|stale|environment|meta)\.ya?ml$/
/** Folders of data, translations, API descriptions and recorded answers. */
const notConfigurationFolder =
  /(^|\/)(locales?|i18n|lang|langs|translations?|messages|fixtures?|__fixtures__|cassettes|snapshots?|__snapshots__|data|datasets?|corpus|schemas?|openapi|swagger|node_modules)\//i

/** JSON and YAML that configure something: values that are addresses, models, variables. */
export const structured: Detector = {
  id: 'config/structured',
  when: 'literal',
  limit: 5_000_000,
  claims: ({ name, extension, path }) =>
    ['json', 'jsonc', 'json5', 'yaml', 'yml'].includes(extension) &&
    !notConfiguration.test(name) &&
    !notConfigurationFolder.test(path),
  analyse(input) {
    return entrySigns(input, scalars(input))
  },
}

function scalars(input: Input): ConfigEntry[] {
  if (input.extension.startsWith('json')) return entriesIn(readJson(input.lines))
  // Templates of charts are no YAML before they are filled in.
  if (/\{\{[^}]*\}\}/.test(input.text)) return templated(input.text)
  return readYaml(input.lines).flatMap((document) => entriesIn(document))
}

const pair = /^\s*(?:-\s+)?["']?([A-Za-z_][\w.-]*)["']?\s*:\s*(\S.*)$/

/** `key: value` lines of a file that is a template of YAML. */
function templated(text: string): ConfigEntry[] {
  let name: { text: string; line: number } | null = null
  const entries: ConfigEntry[] = []
  for (const [index, line] of text.split('\n').entries()) {
    if (/^\s*#/.test(line)) continue
    const match = pair.exec(line.slice(0, 2000))
    if (!match) continue
    const value = unquoted(match[2]!)
    if (match[1] === 'name') name = { text: value, line: index + 1 }
    else if (match[1] === 'value' && name && name.line === index)
      entries.push({ keys: [name.text], text: value, line: name.line })
    entries.push({ keys: [match[1]!], text: value, line: index + 1 })
  }
  return entries
}

/** TOML configuration. */
export const tomlConfig: Detector = {
  id: 'config/toml',
  when: 'literal',
  limit: 5_000_000,
  claims: ({ name, extension }) =>
    extension === 'toml' && !/^(pyproject|cargo|pipfile|poetry|uv|pylock.*)\.toml$/.test(name),
  analyse(input): FileSigns {
    const entries = tomlLines(input.text).flatMap(({ table, key, text, line }): ConfigEntry[] =>
      key && !text.startsWith('#')
        ? [
            {
              keys: [...table.split('.').filter(Boolean), key],
              text: unquoted(text.slice(text.indexOf('=') + 1)),
              line,
            },
          ]
        : [],
    )
    // Only to learn whether the file can be read at all.
    if (!isTable(readToml(input.text))) return {}
    return entrySigns(input, entries)
  },
}
