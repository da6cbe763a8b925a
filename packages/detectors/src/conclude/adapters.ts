import type { Catalogue } from '../catalogue.ts'
import { contextOf } from '../context.ts'
import { isBuilt, isVendored } from '../wanted.ts'
import type { Repository, RepositoryFile } from './repository.ts'

/** A file that is a program's adapter for a supplier. */
export interface Adapter {
  readonly file: RepositoryFile
  readonly supplier: string
}

/** From so many siblings on that are their suppliers' adapters by what stands in them, the folder is one of adapters. */
const ENOUGH = 3

const program = /\.(py|[cm]?[jt]sx?|go|java|kt|scala|cs|fs|rb|php|rs|swift|dart|exs?)$/

/** What names of adapters add to the supplier's: `GroqProvider.swift`, `deepl_translator.py`. */
const added =
  /(provider|client|service|engine|backend|adapter|handler|driver|connector|search|searchservice|translator|tts|stt|ocr|api|llm)$/

const reaching = new Set([
  'model-provider',
  'inference-host',
  'gateway',
  'local-runtime',
  'speech',
  'search',
  'translation',
  'agent-framework',
  'ml-library',
])

/** Suppliers whose names are words of every program, or of what a program does with models. */
const words = new Set(
  `ambient amp anchor anyapi arcade argmax async beam cline context continue crosshatch domino dust exa factory fathom granola guidance
  inflection instructor intron jan javelin kernel lambda lemonade lightly lilac lilt lindy luma marvin maxim meta microsoft modal moonshine
  morph murf near needle octagon parallel petals phonic pica poe privatemode recall replicate reverie rig riza scale semanticrouter
  speechrecognition spitch steel subconscious submodel swarms switchpoint synthetic together tract unify useapi v7 vectorize voice voyage wafer
  warp writer you zed`.split(/\s+/),
)

const bare = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '')

/**
 * Of files side by side whose names have one form, where several reach the supplier that they are named for, the others
 * are adapters too: a kit of the program's own makes their calls.
 */
export function adaptersIn(repository: Repository): Adapter[] {
  const names = namesOf(repository.catalogue)
  const known = new Map(repository.files.map((file) => [file.path, file]))
  const folders = new Map<string, { path: string; supplier: string; proven: boolean }[]>()
  for (const path of repository.paths) {
    if (!program.test(path) || isBuilt(path) || isVendored(path)) continue
    const slash = path.lastIndexOf('/')
    const name = path.slice(slash + 1)
    const dot = name.lastIndexOf('.')
    const found = namedFor(names, bare(name.slice(0, dot)))
    if (!found || contextOf(path) !== 'production') continue
    const file = known.get(path)
    const form = `${path.slice(0, slash + 1)} ${found.rest} ${name.slice(dot)}`
    const all = folders.get(form) ?? []
    all.push({
      path,
      supplier: found.supplier,
      proven: file !== undefined && speaksOf(repository, file, found.supplier),
    })
    folders.set(form, all)
  }
  return [...folders.values()]
    .filter((all) => all.filter(({ proven }) => proven).length >= ENOUGH)
    .flatMap((all) =>
      all.map(({ path, supplier }) => ({
        file: known.get(path) ?? { path, signs: {}, context: 'production' as const },
        supplier,
      })),
    )
}

function namedFor(
  names: ReadonlyMap<string, string>,
  name: string,
): { supplier: string; rest: string } | null {
  const whole = names.get(name)
  if (whole) return { supplier: whole, rest: '' }
  const rest = added.exec(name)?.[0] ?? ''
  const supplier = rest === '' ? undefined : names.get(name.slice(0, -rest.length))
  return supplier ? { supplier, rest } : null
}

function namesOf(catalogue: Catalogue): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const { slug, name, roles } of catalogue.suppliers.values())
    if (roles.some((role) => reaching.has(role)))
      for (const text of [bare(slug), bare(name)])
        if (text.length >= 3 && !words.has(text) && !names.has(text)) names.set(text, slug)
  return names
}

/** Whether the file itself shows the supplier: a host, a package, a variable, a model of its own. */
function speaksOf({ catalogue }: Repository, { signs, context }: RepositoryFile, supplier: string): boolean {
  if (context !== 'production') return false
  return (
    [...(signs.hosts ?? []), ...(signs.environment ?? [])].some((sign) => sign.supplier === supplier) ||
    (signs.imports ?? []).some(
      ({ language, module }) => catalogue.importOwner(language, module)?.supplier === supplier,
    ) ||
    (signs.models ?? []).some(
      ({ value }) => typeof value === 'string' && catalogue.modelOwner(value)?.publisher === supplier,
    )
  )
}
