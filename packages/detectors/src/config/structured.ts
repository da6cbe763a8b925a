import { withoutComposeModels } from '../containers/compose.ts'
import { type Detector, type Input, Malformed, TooLarge } from '../detector.ts'
import type { FileSigns } from '../signs.ts'
import { Lines } from '../text/lines.ts'
import { readJson, readYaml } from '../text/structure.ts'
import { isTable, readToml, tomlLines } from '../text/toml.ts'
import { jsonEntries, yamlEntries } from './by-lines.ts'
import { unquoted } from './dotenv.ts'
import { entrySigns } from './entries.ts'
import { type ConfigEntry, entriesIn } from './tree-entries.ts'

const notConfiguration =
  /^(package(-lock)?|composer|tsconfig[\w.-]*|jsconfig|npm-shrinkwrap|deno|import_map|manifest|lerna|nx|turbo|biome|renovate|angular|cspell|\.eslintrc|\.prettierrc|openapi|swagger|schema|lang|messages|locale|translations?|jsr|components)\.jsonc?$|\.(schema|min|map|geo|lock)\.json$|^(pnpm-lock|pubspec|mkdocs|_config|\.pre-commit-config|codecov|openapi[\w.-]*|swagger[\w.-]*|citation|funding|dependabot|renovate|labeler|stale|environment|meta|metadata\.display|ai-system)\.ya?ml$|(^|[.-])((ai|ml|s)?bom|cdx|spdx3?)([.-][\w.-]*)?\.json$|[._-](openapi|swagger)\.(ya?ml|json)$/
/** Vocabularies of tokenizers: every word of a language, some of which are names of models too. */
const vocabulary =
  /(^|[-_.])(tokenizer|vocab(ulary)?|merges|special_tokens_map|added_tokens)([-_.][\w.-]*)?\.json$/
/** Folders of data, translations, API descriptions and recorded answers. */
const notConfigurationFolder =
  /(^|\/)(locales?|i18n|lang|langs|translations?|messages|fixtures?|__fixtures__|cassettes|snapshots?|__snapshots__|data|datasets?|corpus|schemas?|openapi|swagger|node_modules)\//i

/** JSON and YAML that configure something: values that are addresses, models, variables. */
export const structured: Detector = {
  id: 'config/structured',
  when: 'literal',
  limit: 5_000_000,
  claims: ({ name, extension, path }) =>
    ['json', 'jsonc', 'json5', 'sublime-settings', 'yaml', 'yml'].includes(extension) &&
    !notConfiguration.test(name) &&
    !vocabulary.test(name) &&
    !notConfigurationFolder.test(path),
  analyse: (input) => signsOf(input, scalars(input)),
  // Data more likely than configuration; a place and its value are known without the tree.
  large: (input) =>
    signsOf(
      input,
      !/^ya?ml$/.test(input.extension) ? jsonEntries(input.lines) : yamlEntries(input.text, false),
    ),
}

function signsOf(input: Input, entries: readonly ConfigEntry[]): FileSigns {
  if (isCopiedCatalogue(entries)) return {}
  const signs = entrySigns(input, entries)
  const suppliers = new Set(signs.hosts?.map(({ supplier }) => supplier))
  // Data with the addresses of so many says who there is; whom a program reaches it does not.
  return input.extension === 'json' && suppliers.size > MOST ? { ...signs, hosts: [] } : signs
}

const MOST = 20

/**
 * The open catalogue of models.dev, which programs carry for prices and limits: each provider with its package, its
 * documentation, its variables and all its models (https://models.dev/api.json). It says what there is, not what is used.
 */
function isCopiedCatalogue(entries: readonly ConfigEntry[]): boolean {
  let packages = 0
  let documents = 0
  for (const { keys, text } of entries) {
    const key = keys.at(-1)
    if (key === 'npm' && text.startsWith('@')) packages += 1
    else if (key === 'doc' && text.startsWith('https://')) documents += 1
    if (packages >= MANY && documents >= MANY) return true
  }
  return false
}

const MANY = 8

/** The parser of YAML needs a second for this much. */
export const largestYaml = 1_000_000

function scalars(input: Input): ConfigEntry[] {
  if (!/^ya?ml$/.test(input.extension)) return entriesIn(readJson(input.lines))
  const isTemplate = gap.test(input.text)
  if (isTemplate && (input.text.length > largestYaml / 10 || otherGap.test(input.text)))
    return yamlEntries(input.text)
  if (input.text.length > largestYaml) throw new TooLarge()
  try {
    const entries = readYaml(input.lines).flatMap((document) => entriesIn(document).flatMap(withinText))
    const whole = withoutComposeModels(input, entries)
    if (!pipelineGap.test(input.text)) return whole
    // Scripts within a pipeline's steps say `model: 'x'` on lines of their own.
    const known = new Set(whole.map(({ line }) => line))
    return [...whole, ...yamlEntries(input.text).filter(({ line }) => !known.has(line))]
  } catch (error) {
    if (isTemplate && error instanceof Malformed) return yamlEntries(input.text)
    throw error
  }
}

const gap = /\{\{[^{}\n]{0,200}\}\}/
/** What a pipeline puts into a text, which is YAML before it does (docs.github.com/actions: `${{ secrets.ACME_KEY }}`). */
const pipelineGap = /\$\{\{/
/** Any but those and what a prompt leaves open (`{{question}}`, `{{#context#}}`): what a chart puts in. */
const otherGap =
  /\{%|(?<!\$)\{\{(?!\s{0,4}#?[A-Za-z_][\w.-]{0,80}#?\s{0,4}\}\})|(?<!\$)\{\{\s{0,4}(?:else|end)\b/

/** A file within the file: `config.yaml: |` of a ConfigMap, `serveConfigV2: |` of Ray. */
function withinText(entry: ConfigEntry): ConfigEntry[] {
  const { keys, text, line } = entry
  if (!text.includes('\n') || !/\.(ya?ml|json)$|config(v\d+)?$/i.test(keys.at(-1) ?? '')) return [entry]
  return embedded(text).map((inner) => ({
    ...inner,
    keys: [...keys, ...inner.keys],
    line: line + inner.line,
  }))
}

function embedded(text: string): ConfigEntry[] {
  if (gap.test(text)) return yamlEntries(text)
  try {
    return readYaml(new Lines(text)).flatMap((document) => entriesIn(document))
  } catch (error) {
    // The file around it can be read; nobody said that this text is YAML.
    if (error instanceof Malformed) return yamlEntries(text)
    throw error
  }
}

/** TOML configuration. */
export const tomlConfig: Detector = {
  id: 'config/toml',
  when: 'literal',
  limit: 5_000_000,
  claims: ({ name, extension }) =>
    extension === 'toml' && !/^(pyproject|cargo|pipfile|poetry|uv|pylock.*)\.toml$/.test(name),
  analyse: (input) => tomlSigns(input, () => true),
}

/** Tools that build, install, format and check a project of Python: theirs are no settings of the program. */
const tooling =
  /^tool\.(poetry|pdm|uv|hatch|setuptools\w*|flit|rye|pixi|conda\w*|maturin|cibuildwheel|ruff|black|isort|yapf|mypy|pyright|basedpyright|pyrefly|ty|pytest|coverage|tox|nox|commitizen|semantic_release|bump\w*|towncrier|codespell|deptry|pylint|flake8|bandit|vulture|interrogate|pydocstyle|djlint|taskipy|poe|dagster|mutmut)(\.|$)/

/** What a manifest of Python tells a program's own tool: `[tool.acme.build.args]` with `model_id = "…"`. */
export const pyprojectTools: Detector = {
  id: 'config/pyproject-tools',
  when: 'literal',
  limit: 5_000_000,
  claims: ({ name }) => name === 'pyproject.toml',
  analyse: (input) => tomlSigns(input, (table) => table.startsWith('tool.') && !tooling.test(table)),
}

function tomlSigns(input: Input, admits: (table: string) => boolean): FileSigns {
  let list = 0
  let isOfList = false
  const entries = tomlLines(input.text).flatMap(({ table, key, text, line }): ConfigEntry[] => {
    if (/^\[\[?\s*[A-Za-z_][^\]]*\]\]?\s*(#|$)/.test(text)) {
      isOfList = text.startsWith('[[')
      list += isOfList ? 1 : 0
    }
    if (!key || text.startsWith('#') || !admits(table)) return []
    // Tables of a list are told apart, as maps of a list are in YAML.
    const place = [...table.split('.').filter(Boolean), ...(isOfList ? [`#${list}`] : []), key]
    return [{ keys: place, text: unquoted(text.slice(text.indexOf('=') + 1)), line }]
  })
  if (entries.length === 0) return {}
  // Only to learn whether the file can be read at all.
  if (!isTable(readToml(input.text))) return {}
  return entrySigns(input, entries)
}
