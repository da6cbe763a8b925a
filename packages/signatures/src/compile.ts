import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { digest, SupplierSlug } from '@ai-census/schema'
import { parse } from 'yaml'
import { type CompiledCatalogue, catalogueFrom, FORM_VERSION } from './catalogue.ts'
import type { Catalogue } from './catalogue-form.ts'
import { collectLiterals, packLiterals } from './literals.ts'
import type { Clash } from './lookup/claims.ts'
import { Signature } from './signature.ts'
import { unsoundParts } from './unsound-parts.ts'

const SUPPLIERS = fileURLToPath(new URL('../suppliers', import.meta.url))
/** What the build writes: read instead of the YAML while it is of the same content. */
export const GENERATED = fileURLToPath(new URL('../generated/catalogue.json', import.meta.url))
/** The same for bundles. */
export const BUNDLED = fileURLToPath(new URL('../generated/bundled/catalogue.json', import.meta.url))
/** The code that decides what a signature may say. */
const RULES = [
  'signature.ts',
  'unsound-parts.ts',
  'compile.ts',
  'match.ts',
  'catalogue.ts',
  'literals.ts',
  'lookup/modules.ts',
]

/** What is wrong with one signature, and where in its YAML. */
export interface Fault {
  file: string
  path: string
  message: string
}

export class CatalogueError extends Error {
  readonly faults: readonly Fault[]
  constructor(faults: readonly Fault[]) {
    const lines = faults.map(({ file, path, message }) => `  ${file}${path && ` ${path}`}: ${message}`)
    super(`the catalogue has ${faults.length} fault${faults.length === 1 ? '' : 's'}:\n${lines.join('\n')}`)
    this.name = 'CatalogueError'
    this.faults = faults
  }
}

/** Reads and checks all signatures of a folder. Throws `CatalogueError` with every fault at once. */
export function compileToJson(folder = SUPPLIERS): CompiledCatalogue {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
  const faults: Fault[] = []
  const suppliers: Record<string, Signature> = {}
  for (const file of files) {
    const signature = readSignature(file, readFileSync(join(folder, file), 'utf8'), faults)
    if (signature) suppliers[file.slice(0, -'.yaml'.length)] = signature
  }
  for (const [slug, { parent }] of Object.entries(suppliers))
    if (parent && !suppliers[parent])
      faults.push({ file: `${slug}.yaml`, path: 'parent', message: `no signature ${parent}.yaml` })
  if (faults.length > 0) throw new CatalogueError(faults)

  const compiled = { form: FORM_VERSION, hash: digest({ form: FORM_VERSION, suppliers }), suppliers }
  const clashes: Clash[] = []
  catalogueFrom(compiled, clashes)
  if (clashes.length > 0) throw new CatalogueError(clashes.map(clashFault))
  const bySlug = Object.keys(suppliers).sort()
  const literals = collectLiterals(bySlug.map((slug) => ({ ...suppliers[slug]!, slug })))
  return { ...compiled, literals: packLiterals(literals) }
}

const clashFault = ({ sign, suppliers: [first, second] }: Clash): Fault => ({
  file: `${second}.yaml`,
  path: '',
  message: `${sign.trim()} is claimed by ${first}.yaml too`,
})

/** The signature in a file's text, or null with its faults added to `faults`. */
export function readSignature(file: string, text: string, faults: Fault[]): Signature | null {
  const slug = file.replace(/\.yaml$/, '')
  if (!SupplierSlug.safeParse(slug).success)
    faults.push({ file, path: '', message: 'the file name must be a lower-case, hyphenated slug' })
  const before = faults.length
  const signature = parseSignature(file, text, faults)
  if (!signature) return null
  for (const { path, message } of unsoundParts(signature)) faults.push({ file, path, message })
  return faults.length === before ? signature : null
}

function parseSignature(file: string, text: string, faults: Fault[]): Signature | null {
  let value: unknown
  try {
    value = parse(text, { prettyErrors: true })
  } catch (error) {
    // Broken YAML in a signature is a fault to be listed among the others.
    faults.push({ file, path: '', message: error instanceof Error ? error.message : String(error) })
    return null
  }
  const result = Signature.safeParse(value)
  if (result.success) return result.data
  for (const issue of result.error.issues)
    faults.push({ file, path: pathText(issue.path), message: issue.message })
  return null
}

const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : `${text}${text && '.'}${String(key)}`),
    '',
  )

/** What the build of a bundle puts in the place of this name. */
declare const AI_CENSUS_CATALOGUE_HASH: string | undefined

let fromDisk: Catalogue | undefined

/**
 * The catalogue: from what the build wrote where `json` is given (a bundle), else from this checkout, read once
 * per process. Throws `CatalogueError`.
 */
export function loadCatalogue({ json }: { json?: unknown } = {}): Catalogue {
  if (json !== undefined) return catalogueFrom(json)
  // Of a bundle this leaves out what checks signatures, which would be set up at each start.
  const isBundle = typeof AI_CENSUS_CATALOGUE_HASH === 'string'
  fromDisk ??= catalogueFrom(isBundle ? besideBundle() : (generatedIfCurrent() ?? compileToJson()))
  return fromDisk
}

/** What the build of a bundle puts beside it, in ASCII; there are no signatures on its disk. */
const besideBundle = (): unknown =>
  JSON.parse(readFileSync(new URL('./catalogue.json', import.meta.url), 'latin1'))

/** Parsing the YAML costs more than a second; a build of the same content is as good. */
function generatedIfCurrent(): unknown {
  if (!existsSync(GENERATED)) return null
  const generated: unknown = JSON.parse(readFileSync(GENERATED, 'utf8'))
  const isCurrent =
    typeof generated === 'object' &&
    generated !== null &&
    'stamp' in generated &&
    generated.stamp === stampOf()
  return isCurrent ? generated : null
}

/** SHA-256 over the bytes of all signatures and of the code that checks them. */
export function stampOf(): string {
  const hash = createHash('sha256')
  const rules = RULES.map((name) => fileURLToPath(new URL(name, import.meta.url)))
  const files = readdirSync(SUPPLIERS)
    .sort()
    .map((name) => join(SUPPLIERS, name))
  for (const file of [...rules, ...files]) hash.update(`${basename(file)}\n`).update(readFileSync(file))
  return hash.digest('hex')
}
