import type { Claim } from '@ai-census/schema'
import type { Snapshot, SourceFile } from '../sources/snapshot.ts'
import { codeowners, codeownersPaths } from './codeowners.ts'
import { catalogClaims, catalogPaths, declarationPaths, declaredClaims, packageName } from './manifests.ts'
import { firstSentence, readmePaths } from './readme.ts'

const packagePaths = ['package.json', 'pyproject.toml'] as const

const everyPath = [...codeownersPaths, ...readmePaths, ...declarationPaths, ...catalogPaths, ...packagePaths]

/** The files that claims come from, with what they hold; null where only reading tells. */
export function claimsFrom(files: readonly SourceFile[]): string | null {
  const wanted: ReadonlySet<string> = new Set(everyPath)
  const own = files.filter(({ path }) => wanted.has(path))
  return own.some(({ id }) => id === null)
    ? null
    : JSON.stringify(own.map(({ path, id }) => [path, id]).sort())
}

export interface ScopeClaims {
  /** What the scope as a whole says of itself. */
  readonly claims: Claim[]
  /** The CODEOWNERS file, to ask for single paths. */
  readonly codeowners: string | null
}

/** Owner, purpose, name and system, as far as well-known files at the root tell. */
export async function readClaims(snapshot: Snapshot): Promise<ScopeClaims> {
  const texts = await snapshot.texts(everyPath)
  const first = (paths: readonly string[]) => {
    const path = paths.find((one) => texts.has(one))
    return path === undefined ? null : { path, text: texts.get(path) ?? '' }
  }
  const claims: Claim[] = []
  const declaration = first(declarationPaths)
  if (declaration) claims.push(...declaredClaims(declaration.text))
  const catalog = first(catalogPaths)
  if (catalog) claims.push(...catalogClaims(catalog.text))
  const owners = first(codeownersPaths)
  // Who owns a path that no special rule speaks of owns the repository.
  const owner = owners && codeowners(owners.text)('any-file-at-the-root')
  if (owner) claims.push({ field: 'technical-owner', value: owner, source: 'codeowners' })
  const readme = first(readmePaths)
  const purpose = readme && firstSentence(readme.text)
  if (purpose) claims.push({ field: 'purpose', value: purpose, source: 'inference' })
  const manifest = first(packagePaths)
  const name = manifest && packageName(manifest.path, manifest.text)
  if (name) claims.push({ field: 'name', value: name, source: 'inference' })
  return { claims, codeowners: owners?.text ?? null }
}
