import ignore, { type Ignore } from 'ignore'

/** Folders of tools and of packages that others wrote: never an organisation's own work, whoever commits them. */
const foreign: ReadonlySet<string> = new Set([
  '.git',
  '.hg',
  '.svn',
  '.jj',
  'node_modules',
  'bower_components',
  'jspm_packages',
  '.pnpm-store',
  '.yarn',
  '.venv',
  'site-packages',
  '__pycache__',
  '.tox',
  '.nox',
  '.eggs',
  '.mypy_cache',
  '.pytest_cache',
  '.ruff_cache',
  '.ipynb_checkpoints',
  '.gradle',
  '.terraform',
  '.terragrunt-cache',
  '.next',
  '.nuxt',
  '.svelte-kit',
  '.turbo',
  '.parcel-cache',
  '.cache',
  '.direnv',
  '.dart_tool',
  '.bundle',
  'Pods',
  '.ai-census',
])

export const isForeignFolder = (name: string): boolean => foreign.has(name)

/** Which paths are wanted, by the folders on their way and by the person's own patterns. */
export type PathFilter = (path: string) => boolean

const foreignOnTheWay = new RegExp(
  `(^|/)(${[...foreign].map((name) => name.replace(/\./g, '\\.')).join('|')})/`,
)

export function pathFilter(settings: {
  include?: readonly string[] | undefined
  exclude?: readonly string[] | undefined
}): PathFilter {
  const included = settings.include?.length ? patterns(settings.include) : null
  const excluded = settings.exclude?.length ? patterns(settings.exclude) : null
  return (path) =>
    !foreignOnTheWay.test(path) && (!included || included.ignores(path)) && !excluded?.ignores(path)
}

// Paths come from listings, so that nothing but a name with an odd shape could be refused.
const patterns = (lines: readonly string[]): Ignore => ignore({ allowRelativePaths: true }).add([...lines])
