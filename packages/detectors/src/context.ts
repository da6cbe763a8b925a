import type { Context } from '@ai-census/schema'

const prose = /\.(md|mdx|markdown|rst|adoc|asciidoc|txt|tex|org|wiki|html?)$/
const proseNames =
  /^(readme|changelog|changes|history|contributing|authors|license|licence|notice|news|security)(\.|$)/
const requirement = /^(requirements|constraints)[\w.-]*\.txt$|^cmakelists\.txt$/

const folders: readonly (readonly [Context, RegExp])[] = [
  [
    'test',
    /^(tests?|__tests__|testing|e2e|specs?|__mocks__|mocks?|fixtures?|__fixtures__|testdata|test[-_]data|test[-_]fixtures|cypress|playwright|(integration|unit|e2e|end[-_]to[-_]end|functional|acceptance|smoke|load|regression|contract|system)[-_]tests?|snapshots?|__snapshots__|cassettes|androidtest|src[-_]test)$|\.(((unit|integration|functional|acceptance|e2e|system)tests?)|tests)$/,
  ],
  [
    'example',
    /^(examples?|samples?|demos?|tutorials?|cookbooks?|quickstarts?|playgrounds?|recipes|walkthroughs?|snippets)$|[-_](examples?|samples?|demos?|quickstarts?|tutorials?|cookbook)$|^(examples?|samples?|demos?|quickstarts?|tutorials?)[-_]/,
  ],
  ['ci', /^(\.github|\.gitlab|\.forgejo|\.gitea|\.circleci|\.buildkite|\.azure-pipelines|\.woodpecker)$/],
  [
    'development',
    /^(\.devcontainer|\.vscode|\.cursor|\.claude|\.idea|\.husky|\.continue|\.codex|\.windsurf|\.zed|\.gemini|\.qwen|\.agents?|\.opencode|\.copilot|\.amazonq|\.factory|\.augment|\.clinerules|\.roo|\.kilocode|\.kiro|\.junie|\.cline|\.trae|benchmarks?|bench|tools?|scripts?|dev|hack)$/,
  ],
]

/** Folders in which people are taught, or try things out: of their notebooks none runs in a product. */
const taught =
  /^(courses?|lessons?|lectures?|workshops?|labs?|exercises?|homework|assignments?|chapters?|guides?|getting[-_]started|templates?)$|^(chapter|lesson|lecture|lab|module|week|day|unit)[-_ ]?\d+/
const triedOut =
  /^(notebooks?|experiments?|experimental|research|explorations?|exploratory|eda|analysis|analyses|scratch|sandbox|prototypes?|poc|evals?|evaluations?)$/
/** Words of a notebook's own name, by which it is there to be read. */
const taughtFile =
  /(^|[-_. ])(tutorial|example|demo|sample|quick[-_ ]?start|getting[-_ ]started|walkthrough|cookbook|lesson|workshop)s?([-_. ]|\d|$)/

/** A site's own pages and the data that they show (jekyllrb.com/docs/structure). */
const sitePart = /^_(posts|drafts|data|includes|layouts)$/

const ciFile =
  /^(\.gitlab-ci.*\.ya?ml|\.travis\.yml|azure-pipelines.*\.ya?ml|jenkinsfile.*|.*\.jenkinsfile|bitbucket-pipelines\.yml|\.drone\.yml|buildkite\.ya?ml|appveyor\.yml|cloudbuild\.ya?ml|codemagic\.yaml)$/
/** Where Jenkins' shared libraries keep the steps that pipelines call (jenkins.io/doc/book/pipeline/shared-libraries). */
const sharedSteps = /(?:^|\/)vars\/\w+\.groovy$/
const testFile =
  /(^test_.*\.(py|ya?ml|json)$|^tests\.py$|_tests?\.py$|_test\.(go|rb|exs|dart|c|cc|cpp)$|(^|_)tests?\.rs$|^conftest\.py$|(\.(test|spec|e2e|cy|mocks?|journey)|_test)\.[cm]?[jt]sx?$|^mock[-_]?data\.[cm]?[jt]sx?$|(test|tests|spec)\.(java|kt|scala|cs|swift|php)$|_spec\.rb$|^(vitest|jest|playwright|cypress)\.config\.[cm]?[jt]s$|\.(stories|story)\.[jt]sx?$)/
const developmentFile =
  /^\.mcp\.json$|^brewfile$|^\.?mise(\.[\w-]+)?\.toml$|^\.tool-versions$|^\.?devcontainer\.json$|\.code-workspace$|^(flake|shell|devenv)\.nix$|^(docker-)?compose\.(dev|development|local|override)\.ya?ml$|^docker-compose\.(dev|development|local|override)\.ya?ml$|^(requirements[-_.])?(dev|development|lint|docs?|build)[-_.]?(requirements)?\.(txt|in)$|^(\.env\.(development|dev|local)(\.local)?)$/
/** What Go's documentation of a package shows, though its tests run it (go.dev/blog/examples): `example_test.go`, `example_chat_test.go`. */
const shownByGo = /^examples?(_\w+)?_test\.go$/
const testRequirement = /^(requirements[-_.])?tests?([-_.]requirements)?\.(txt|in)$|^\.env\.test/
const exampleFile = /(^|[.\-_])(example|sample|template|dist|tmpl)([.\-_]|$)/

/** A Swift package that is called so holds what the product is made of; a developer's own are called `Tools`. */
const isSwiftPackage = /^Tool\/Sources\//

/** Of a folder's part in the work, what most changes the meaning wins: a test inside examples is a test. */
const order: readonly Context[] = ['test', 'example', 'documentation', 'ci', 'development']

/** Below these, folders are the parts of a package's name, and say nothing: `com/example/…`. */
const packageFolders = /((?:^|\/)src\/main\/)(?:java|kotlin|scala|groovy)\/(?:[^/]+\/)*/

/**
 * The folder of tests, examples or a developer's own tools that a file lies in: what it sets, it sets for them alone. Null
 * beside the product, where a sample (`.env.example`) is a sample of the real thing.
 */
export function folderApart(path: string): string | null {
  const parts = path.toLowerCase().split('/').slice(0, -1)
  const index = parts.findIndex((part, at) =>
    folders.some(
      ([context, pattern]) =>
        context !== 'ci' &&
        pattern.test(part) &&
        (context !== 'development' || (at === 0 && !isSwiftPackage.test(path))),
    ),
  )
  return index < 0
    ? null
    : path
        .split('/')
        .slice(0, index + 1)
        .join('/')
}

/** Names of folders of examples that are names of products too. */
export const isAmbiguousFolder = (name: string): boolean => /^(recipes|cookbooks?|snippets)$/i.test(name)

/** Where in an organisation's work a file belongs, by its path alone. */
export function contextOf(path: string): Context {
  const parts = path.toLowerCase().replace(packageFolders, '$1').split('/')
  const name = parts.pop() ?? ''
  const seen = new Set<Context>()
  if (shownByGo.test(name)) seen.add('example')
  else if (testFile.test(name) || testRequirement.test(name)) return 'test'
  for (const [index, part] of parts.entries()) {
    for (const [context, pattern] of folders) {
      if (!pattern.test(part)) continue
      // `src/tools/` and `app/scripts/` are parts of a product; only at the top are they a developer's own.
      if (context === 'development' && !part.startsWith('.') && index > 0) continue
      if (context === 'development' && isSwiftPackage.test(path)) continue
      seen.add(context)
    }
  }
  // Code among the documentation is there to be read: an example.
  if (parts.some((part) => /^(docs?|documentation|wiki)$/.test(part)) && !prose.test(name))
    seen.add(/\.(ya?ml|json|toml|txt|in|lock|cfg|ini)$/.test(name) ? 'development' : 'example')
  if (
    !requirement.test(name) &&
    (prose.test(name) || proseNames.test(name)) &&
    !isPromptTemplate(parts, name)
  )
    seen.add('documentation')
  if (name.endsWith('.ipynb')) {
    if (parts.some((part) => taught.test(part)) || taughtFile.test(name)) seen.add('example')
    if (parts.some((part) => triedOut.test(part))) seen.add('development')
  }
  if (parts.some((part) => sitePart.test(part))) seen.add('documentation')
  if (ciFile.test(name) || sharedSteps.test(path)) seen.add('ci')
  if (developmentFile.test(name)) seen.add('development')
  if (/^\.env\b/.test(name) || /\.(env|example|sample|dist)$/.test(name)) {
    if (exampleFile.test(name)) seen.add('example')
  }
  if (/(^|\/)(env\.d|\.?envs)\/\.?(local|dev|development)\//.test(path)) seen.add('development')
  return order.find((context) => seen.has(context)) ?? 'production'
}

/** HTML that ships is part of a product; only a documentation folder makes it prose. */
const isPromptTemplate = (parts: readonly string[], name: string): boolean =>
  /\.html?$/.test(name) && !parts.some((part) => /^docs?$/.test(part))
