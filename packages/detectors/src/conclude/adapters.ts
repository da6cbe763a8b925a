import type { Supplier } from '@ai-census/signatures'
import type { Catalogue } from '../catalogue.ts'
import { contextOf } from '../context.ts'
import { commonWords } from '../data/common-words.ts'
import { houses, productNames } from '../data/product-names.ts'
import { isBuilt, isVendored } from '../wanted.ts'
import type { Repository, RepositoryFile } from './repository.ts'

/** A file that is a program's adapter for a supplier. */
export interface Adapter {
  readonly file: RepositoryFile
  readonly supplier: string
}

/** From so many siblings on that are their suppliers' adapters by what stands in them, the folder is one of adapters. */
const ENOUGH = 3

/** The folder's own name says what lies in it; then so many siblings, one of which reaches its supplier, are enough. */
const named = /(^|[-_])(providers?|adapters?|adaptors?|backends?|connectors?|vendors?|llms|drivers?)$/i
const ENOUGH_IN_NAMED = 4

const program = /\.(py|[cm]?[jt]sx?|go|java|kt|scala|cs|fs|rb|php|rs|swift|dart|exs?)$/

/** What names of adapters add to the supplier's: `GroqProvider.swift`, `deepl_translator.py`, `DifyChatServiceImpl.java`. */
const added =
  /(?:chat|embedding|rerank|image)?(?:provider|client|service|engine|backend|adapter|handler|driver|connector|search|searchservice|translator|tts|stt|ocr|api|llm)(?:impl)?$/

const reaching = new Set([
  'model-provider',
  'inference-host',
  'gateway',
  'local-runtime',
  'speech',
  'search',
  'translation',
])

/** A library runs within the program and reaches nobody; a framework that comes as a server is reached as others are. */
const isReached = ({ roles, images = [] }: Supplier): boolean =>
  roles.some((role) => reaching.has(role)) ||
  (roles.includes('agent-framework') &&
    (roles.includes('ai-application') || images.some((image) => typeof image === 'string')))

const bare = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '')

/** Of one form, in one folder. */
interface Sibling {
  /** The file itself, or the first one of the folder. */
  readonly path: string
  readonly suppliers: Suppliers
  proven: boolean
}

/** Whom a name may mean. A house with several services is proven by any of them, and means none of them by itself. */
type Suppliers = readonly string[]

/**
 * Of files side by side whose names have one form, where several reach the supplier that they are named for, the others
 * are adapters too: a kit of the program's own makes their calls. The same holds of folders side by side.
 */
export function adaptersIn(repository: Repository): Adapter[] {
  const names = namesOf(repository.catalogue)
  const known = new Map(repository.files.map((file) => [file.path, file]))
  const groups = new Map<string, Map<string, Sibling>>()
  const folders = new Folders(names)
  const note = (form: string, name: string, path: string, suppliers: Suppliers, proven: () => boolean) => {
    const group = groups.get(form) ?? new Map<string, Sibling>()
    groups.set(form, group)
    const sibling = group.get(name)
    if (!sibling) group.set(name, { path, suppliers, proven: proven() })
    else if (!sibling.proven) sibling.proven = proven()
  }
  for (const path of repository.paths) {
    // What is named for a supplier and not written yet reaches nobody.
    if (!program.test(path) || isBuilt(path) || isVendored(path) || known.get(path)?.signs.blank) continue
    const slash = path.lastIndexOf('/')
    const name = path.slice(slash + 1)
    const dot = name.lastIndexOf('.')
    const found = namedFor(names, name.slice(0, dot))
    const around = folders.around(path.slice(0, Math.max(0, slash)))
    if ((!found && around.length === 0) || contextOf(path) !== 'production') continue
    const file = known.get(path)
    const speaks = (suppliers: Suppliers) => () =>
      file !== undefined && suppliers.some((supplier) => speaksOf(repository, file, supplier))
    if (found)
      note(
        `${path.slice(0, slash + 1)} ${found.form}${name.slice(dot)}`,
        path,
        path,
        found.suppliers,
        speaks(found.suppliers),
      )
    for (const { form, folder, suppliers } of around) note(form, folder, path, suppliers, speaks(suppliers))
  }
  return [...groups.values()]
    .map((group) => [...group.values()])
    .filter(isEnough)
    .flatMap((all) =>
      all.flatMap(({ path, suppliers: [supplier, ...more] }) =>
        supplier === undefined || more.length > 0
          ? []
          : [{ file: known.get(path) ?? { path, signs: {}, context: 'production' as const }, supplier }],
      ),
    )
}

/** Whether what stands in some of the siblings, or what their folder is called, shows that they are adapters. */
function isEnough(all: readonly Sibling[]): boolean {
  const proven = all.filter((one) => one.proven).length
  if (proven >= ENOUGH) return true
  const parts = all[0]?.path.split('/') ?? []
  const suppliers = new Set(all.map((one) => one.suppliers.join()))
  return (
    proven > 0 && suppliers.size >= ENOUGH_IN_NAMED && parts.slice(-3, -1).some((part) => named.test(part))
  )
}

interface NamedFolder {
  /** The folder that holds it, and what its name adds to the supplier's. */
  readonly form: string
  readonly folder: string
  readonly suppliers: Suppliers
}

/** The folders around a file that are named for suppliers. */
class Folders {
  private readonly seen = new Map<string, readonly NamedFolder[]>()
  private readonly names: Names

  constructor(names: Names) {
    this.names = names
  }

  around(folder: string): readonly NamedFolder[] {
    if (folder === '') return []
    const seen = this.seen.get(folder)
    if (seen) return seen
    const slash = folder.lastIndexOf('/')
    const outer = this.around(folder.slice(0, Math.max(0, slash)))
    const found = namedFor(this.names, folder.slice(slash + 1))
    const all = found
      ? [
          ...outer,
          { form: `${folder.slice(0, slash + 1)}${found.form}/`, folder, suppliers: found.suppliers },
        ]
      : outer
    this.seen.set(folder, all)
    return all
  }
}

interface Named {
  readonly suppliers: Suppliers
  /** What stands around the supplier's name: `chat_*.ex`, `Acme.*`. */
  readonly form: string
}

/** The name itself, or what follows its first words: `GroqProvider`, `chat_mistral_ai`, `Acme.Moonshot`. */
function namedFor(names: Names, name: string): Named | null {
  const words = name.match(/[^\W_]+|[\W_]+/g) ?? []
  for (let from = 0; from < Math.min(words.length, MOST_BEFORE); from += 2) {
    const found = suppliedBy(names, bare(words.slice(from).join('')))
    if (found) return { suppliers: found.suppliers, form: `${words.slice(0, from).join('')}*${found.rest}` }
  }
  return null
}

/** A first word and a second one, with what separates them. */
const MOST_BEFORE = 5

function suppliedBy(names: Names, name: string): { suppliers: Suppliers; rest: string } | null {
  const whole = names.get(name)
  if (whole) return { suppliers: whole, rest: '' }
  const rest = added.exec(name)?.[0] ?? ''
  const suppliers = rest === '' ? undefined : names.get(name.slice(0, -rest.length))
  return suppliers ? { suppliers, rest } : null
}

type Names = ReadonlyMap<string, Suppliers>

function namesOf(catalogue: Catalogue): Names {
  const names = new Map<string, Suppliers>()
  for (const supplier of [...catalogue.suppliers.values()].filter(isReached))
    for (const text of [bare(supplier.slug), bare(supplier.name)])
      if (text.length >= 3 && !commonWords.has(text) && !names.has(text)) names.set(text, [supplier.slug])
  for (const [name, slug] of Object.entries(productNames)) if (!names.has(name)) names.set(name, [slug])
  for (const [name, slugs] of Object.entries(houses)) names.set(name, slugs)
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
