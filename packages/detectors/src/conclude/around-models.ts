import type { Catalogue } from '../catalogue.ts'
import { placeOf } from '../code/places.ts'
import { canServe, isHub } from '../hosting.ts'
import { serves } from '../serves.ts'
import type { NamedSign } from '../signs.ts'
import type { Reach, Redirects } from './reach.ts'
import type { Repository, RepositoryFile } from './repository.ts'
import type { Served } from './served.ts'
import { type Named, onlyOne } from './settle-model.ts'

/**
 * Whose keys a program knows, though others have variables that are called so: together with a menu that names who serves each
 * model, such a variable tells whom people may choose.
 */
export const keyedSuppliers = (repository: Repository, redirects: Redirects): ReadonlySet<string> =>
  new Set(
    repository.files
      .filter(({ context }) => context === 'production')
      .flatMap((file) =>
        (file.signs.environment ?? [])
          .filter(({ name, supplier }) => placeOf(name) === 'key' && !redirects.away(supplier, file))
          .map(({ supplier }) => supplier),
      ),
  )

/** By folder, whose resources infrastructure makes there. */
export function buildersIn(repository: Repository): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  for (const { path, signs } of repository.files)
    for (const { type, supplier } of signs.named ?? []) {
      if (type !== 'resource' || supplier === null) continue
      const folder = path.split('/').slice(0, -1).join('/')
      found.set(folder, (found.get(folder) ?? new Set()).add(supplier))
    }
  return found
}

/** A known model that a folder of infrastructure is given goes to the one of its makers that can serve it. */
export function builtBy(
  catalogue: Catalogue,
  { sign, id }: Named,
  builders: ReadonlyMap<string, ReadonlySet<string>>,
): { supplier: string; id: string } | null {
  if (sign.folder === undefined || sign.supplier || sign.provider || catalogue.modelOwner(id) === null)
    return null
  const able = [...(builders.get(sign.folder) ?? [])].filter(
    (slug) => serves(catalogue, slug) && canServe(catalogue, slug, id),
  )
  const supplier = onlyOne(able)
  return supplier === undefined ? null : { supplier, id }
}

export function suppliersByFile(
  repository: Repository,
  reaches: readonly Reach[],
): Map<RepositoryFile, Set<string>> {
  const found = new Map<RepositoryFile, Set<string>>()
  const add = (file: RepositoryFile, supplier: string) => {
    const known = found.get(file) ?? new Set()
    found.set(file, known.add(supplier))
  }
  for (const { file, served } of reaches)
    if (served.supplier !== null && served.owner.role !== 'tooling' && !isFrameItself(served))
      add(file, served.supplier)
  for (const file of repository.files) {
    for (const sign of file.signs.hosts ?? []) add(file, sign.supplier)
    for (const sign of file.signs.named ?? [])
      if (sign.supplier !== null && sign.type !== 'assistant' && !isAssistantAlone(repository, sign))
        add(file, sign.supplier)
  }
  return found
}

/** An assistant asks the models that it is told of wherever they are; a publisher's asks that publisher's. */
const isAssistantAlone = ({ catalogue }: Repository, { type, supplier }: NamedSign): boolean =>
  type === 'command' && !catalogue.suppliers.get(supplier ?? '')?.roles.includes('model-provider')

/** By file, whose frameworks it is written for. */
export function framesByFile(reaches: readonly Reach[]): Map<RepositoryFile, Set<string>> {
  const found = new Map<RepositoryFile, Set<string>>()
  for (const { file, served } of reaches)
    if (served.supplier !== null && isFrameItself(served))
      found.set(file, (found.get(file) ?? new Set()).add(served.supplier))
  return found
}

/**
 * Who may serve a model where it is named. Whose framework a file is written for does so where nobody else is there; who is
 * a router besides does so beside others where the id is written as routers write theirs.
 */
export function hereFor(
  catalogue: Catalogue,
  { file, id }: Named,
  others: ReadonlySet<string>,
  frames: ReadonlyMap<RepositoryFile, ReadonlySet<string>>,
): ReadonlySet<string> {
  const own = [...(frames.get(file) ?? [])]
  if (others.size === 0) return new Set(own)
  return id.includes('/') ? new Set([...others, ...own.filter((slug) => isHub(catalogue, slug))]) : others
}

/** A call of a framework that says nothing of whom it reaches. */
const isFrameItself = ({ supplier, owner, by }: Served): boolean =>
  owner.role === 'framework' && supplier === owner.supplier && by === 'default'
