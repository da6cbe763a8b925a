import type { Ecosystem } from '@ai-census/signatures'
import type { Detector, FilePath, Input } from '../../detector.ts'
import type { PackageSign } from '../../signs.ts'
import { ownSign, packageSign } from '../package-sign.ts'

interface Form {
  readonly id: string
  readonly ecosystem: Ecosystem
  readonly extensions?: readonly string[]
  readonly claims: (file: FilePath) => boolean
  /** Matches one line; groups `name` and `version`. */
  readonly line: RegExp
  readonly comment: RegExp
  readonly lock?: boolean
  readonly dev?: RegExp
  readonly optional?: RegExp
  /** The line that names what the manifest itself makes. */
  readonly own?: RegExp
}

const named =
  (pattern: RegExp) =>
  ({ name }: FilePath) =>
    pattern.test(name)
const hash = /^\s*#/
const slashes = /^\s*(\/\/|\*|\/\*)/

/** Manifests in which a line names whole packages, mostly one. */
const forms: readonly Form[] = [
  {
    id: 'gem/gemfile',
    ecosystem: 'gem',
    claims: named(/^gemfile(\..+)?$|^gems\.rb$/),
    line: /^\s*gem\s*\(?\s*["'](?<name>[\w.-]+)["'](?:\s*,\s*["'](?<version>[^"']+)["'])?/,
    comment: hash,
    dev: /group:?\s*(=>)?\s*:?\[?:?(development|test)/,
  },
  {
    id: 'gem/gemspec',
    ecosystem: 'gem',
    extensions: ['gemspec'],
    claims: ({ extension }) => extension === 'gemspec',
    line: /\.add_(?:runtime_|development_)?dependency[\s(]+["'](?<name>[\w.-]+)["'](?:\s*,\s*["'](?<version>[^"']+)["'])?/,
    comment: hash,
    dev: /add_development/,
  },
  {
    id: 'gem/lock',
    ecosystem: 'gem',
    claims: named(/^gemfile\.lock$|^gems\.locked$/),
    line: /^ {4}(?<name>[\w.-]+) \((?<version>[^)]+)\)/,
    comment: hash,
    lock: true,
  },
  {
    id: 'golang/mod',
    ecosystem: 'golang',
    extensions: ['mod'],
    claims: named(/^go\.mod$/),
    line: /^\s*(?:require\s+)?(?<name>[a-z0-9.-]+\.[a-z]{2,}\/[^\s]+)\s+(?<version>v[\w.+-]+)(?!.*=>)/,
    comment: /^\s*(\/\/|replace\b|exclude\b|module\b)|=>/,
    optional: /\/\/\s*indirect/,
    own: /^module\s+(?<name>[^\s]+)/,
  },
  {
    id: 'hex/mix',
    ecosystem: 'hex',
    extensions: ['exs'],
    claims: named(/^mix\.exs$/),
    line: /\{\s*:(?<name>\w+)\s*,\s*(?:"(?<version>[^"]+)")?/,
    comment: hash,
    dev: /only:\s*\[?:?(dev|test)/,
  },
  {
    id: 'hex/lock',
    ecosystem: 'hex',
    claims: named(/^mix\.lock$/),
    line: /^\s*"(?<name>\w+)":\s*\{:hex,\s*:\w+,\s*"(?<version>[^"]+)"/,
    comment: hash,
    lock: true,
  },
  {
    id: 'swift/package',
    ecosystem: 'swift',
    extensions: ['swift'],
    claims: named(/^package(@swift-[\d.]+)?\.swift$/),
    line: /\.package\([^)]{0,80}url:\s*"(?<name>[^"]+)"(?:[^"\n]{0,60}"(?<version>[\d.]+)")?/,
    comment: slashes,
  },
  {
    id: 'swift/resolved',
    ecosystem: 'swift',
    claims: named(/^package\.resolved$/),
    line: /"(?:location|repositoryURL)"\s*:\s*"(?<name>[^"]+)"(?<version>)/,
    comment: /^$/,
    lock: true,
  },
  {
    id: 'swift/xcode',
    ecosystem: 'swift',
    extensions: ['pbxproj'],
    claims: named(/^project\.pbxproj$/),
    line: /^\s*repositoryURL = "(?<name>[^"]+)"/,
    comment: slashes,
  },
  {
    id: 'cocoapods/podfile',
    ecosystem: 'cocoapods',
    extensions: [''],
    claims: named(/^podfile$/),
    line: /^\s*pod\s+["'](?<name>[\w./+-]+)["'](?:\s*,\s*["'](?<version>[^"']+)["'])?/,
    comment: hash,
  },
  {
    id: 'cocoapods/lock',
    ecosystem: 'cocoapods',
    claims: named(/^podfile\.lock$/),
    line: /^ {2}- "?(?<name>[\w./+-]+) \((?<version>[^)]+)\)/,
    comment: hash,
    lock: true,
  },
  {
    id: 'maven/gradle',
    ecosystem: 'maven',
    extensions: ['gradle', 'kts'],
    claims: ({ name }) => /\.gradle(\.kts)?$/.test(name),
    line: /^\s*(?:dependencies\s*\{\s*)?(?:implementation|api|compile|compileOnly|runtimeOnly|runtime|ksp|kapt|annotationProcessor|classpath|developmentOnly|testImplementation|testRuntimeOnly|androidTestImplementation|(?:common|jvm|android|ios)?\w*[iI]mplementation)\b[\s(]*(?:platform\s*\(|enforcedPlatform\s*\()?\s*["'](?<name>[\w.-]+:[\w.-]+)(?::(?<version>[^"']+))?["']/,
    comment: slashes,
    dev: /^\s*(test|androidTest|developmentOnly)/,
  },
  {
    id: 'maven/catalog',
    ecosystem: 'maven',
    extensions: ['toml'],
    claims: ({ name }) => /\.versions\.toml$/.test(name),
    line: /^\s*[\w.-]+\s*=\s*(?:\{\s*module\s*=\s*)?"(?<name>[\w.-]+:[\w.-]+)(?::(?<version>[\w.+-]+))?"/,
    comment: hash,
  },
  {
    id: 'maven/sbt',
    ecosystem: 'maven',
    extensions: ['sbt'],
    claims: ({ extension }) => extension === 'sbt',
    line: /"(?<group>[\w.-]+)"\s*%%?%?\s*"(?<name>[\w.-]+)"\s*%\s*"?(?<version>[\w.+-]+)"?/,
    comment: slashes,
    dev: /%\s*"?test/i,
  },
  {
    id: 'nuget/project',
    ecosystem: 'nuget',
    extensions: ['csproj', 'fsproj', 'vbproj', 'props', 'targets', 'config'],
    claims: ({ extension, name }) =>
      ['csproj', 'fsproj', 'vbproj', 'props', 'targets'].includes(extension) || name === 'packages.config',
    line: /<(?:PackageReference|PackageVersion|GlobalPackageReference|package)\s[^>]*?(?:Include|Update|id)\s*=\s*"(?<name>[\w.-]+)"(?:[^>]*?[vV]ersion\s*=\s*"(?<version>[^"]+)")?/,
    comment: /^\s*<!--/,
  },
  {
    id: 'nuget/lock',
    ecosystem: 'nuget',
    claims: named(/^packages\.lock\.json$/),
    line: /^\s{6}"(?<name>[\w.-]+)":\s*\{(?<version>)/,
    comment: /^$/,
    lock: true,
  },
  {
    id: 'maven/ivy',
    ecosystem: 'maven',
    extensions: ['edn', 'clj'],
    claims: named(/^deps\.edn$|^project\.clj$/),
    line: /\[?(?<name>[\w.-]+\/[\w.-]+)\s+(?:"|\{:mvn\/version ")(?<version>[\w.+-]+)/,
    comment: /^\s*;/,
  },
  {
    id: 'github/submodules',
    ecosystem: 'github',
    extensions: ['gitmodules'],
    claims: named(/^\.gitmodules$/),
    line: /^\s*url\s*=\s*(?<name>\S*github\.com[/:]\S+)\s*$/i,
    comment: /^\s*[#;]/,
  },
  {
    id: 'github/cmake',
    ecosystem: 'github',
    extensions: ['txt', 'cmake'],
    claims: ({ name, extension }) => name === 'cmakelists.txt' || extension === 'cmake',
    line: /\bGIT_REPOSITORY\s+"?(?<name>https?:\/\/github\.com\/[\w./-]+)|\bCPM\w+\s*\(\s*"gh:(?<name>[\w.-]+\/[\w.-]+)|\bGITHUB_REPOSITORY\s+"?(?<name>[\w.-]+\/[\w.-]+)/,
    comment: hash,
  },
  {
    id: 'cran/description',
    ecosystem: 'cran',
    extensions: [''],
    claims: ({ path }) => /(^|\/)DESCRIPTION$/.test(path),
    line: /^\s+(?<name>[A-Za-z][\w.]+)(?:\s*\((?<version>[^)]+)\))?\s*,?\s*$/,
    comment: hash,
  },
]

const detectorOf = (form: Form): Detector => ({
  id: form.id,
  when: form.lock ? 'literal' : 'always',
  ...(form.extensions ? { extensions: form.extensions } : {}),
  limit: 20_000_000,
  claims: form.claims,
  analyse: (input) => {
    const packages = linesOf(input, form)
    return { packages: [...packages, ...ownOf(input, form, packages)] }
  },
})

function ownOf(input: Input, { own, ecosystem }: Form, packages: readonly PackageSign[]): PackageSign[] {
  if (!own) return []
  const all = input.text.split('\n')
  const index = all.findIndex((text) => own.test(text))
  const name = index < 0 ? undefined : own.exec(all[index]!)?.groups?.name
  return name === undefined ? [] : ownSign(input, ecosystem, name, index + 1, packages)
}

function linesOf(input: Input, form: Form): PackageSign[] {
  const every = new RegExp(form.line.source, `g${form.line.flags}`)
  let group = ''
  return input.text.split('\n').flatMap((text, index) => {
    if (/^\s*group\b.*\bdo\b/.test(text)) group = text
    else if (/^\s*end\b/.test(text)) group = ''
    if (form.comment.test(text) || text.length > 2000) return []
    const dev = form.dev?.test(text) || /group.*:(test|development)\b/.test(group)
    const optional = form.optional?.test(text) ?? false
    return namedOn(text, every, form.ecosystem).flatMap(({ name, range }) =>
      packageSign(input, form.ecosystem, name, index + 1, {
        method: form.lock ? 'lock-file' : 'manifest',
        ...(range ? (form.lock ? { version: range } : { range }) : {}),
        ...(dev ? { dev: true } : {}),
        ...(optional || form.lock ? { transitive: true } : {}),
      }),
    )
  })
}

/** The packages that a line names, one behind another: `<PackageReference Include="A" /><PackageReference Include="B" />`. */
function namedOn(
  text: string,
  every: RegExp,
  ecosystem: Ecosystem,
): { name: string; range: string | undefined }[] {
  const read = ecosystem === 'nuget' ? text.replaceAll(/<!--.*?-->/g, '') : text
  return [...read.matchAll(every)].flatMap(({ groups }) => {
    const { name, group, version } = groups ?? {}
    if (!name) return []
    const whole = group ? `${group}:${name}` : ecosystem === 'maven' ? name.replace('/', ':') : name
    return [{ name: whole, range: version }]
  })
}

export const lineManifests: readonly Detector[] = forms.map(detectorOf)
