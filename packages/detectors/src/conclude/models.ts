import type { Grade, Strength } from '@ai-census/schema'
import { looksLikeModel } from '../code/places.ts'
import { isSmallerWeights, weightsModel } from '../code/weights.ts'
import { canServe, isGateway } from '../hosting.ts'
import { serves } from '../serves.ts'
import type { Value } from '../signs.ts'
import {
  buildersIn,
  builtBy,
  framesByFile,
  hereFor,
  keyedSuppliers,
  suppliersByFile,
} from './around-models.ts'
import type { Drafts } from './drafts.ts'
import { hostsFor, isOwn, isOwnDeployment } from './model-hosts.ts'
import { bareId, isPlaceholderId, modelOfImage, routed, withoutMark } from './model-ids.ts'
import { namesProduct } from './product-name.ts'
import type { Reach, Redirects } from './reach.ts'
import type { Repository, RepositoryFile } from './repository.ts'
import { routedLists, saidHost } from './routed-lists.ts'
import type { Serving } from './serve.ts'
import {
  envOf,
  isDotted,
  isWeights,
  type Named,
  onlyOne,
  saidProvider,
  settle,
  withoutPrefix,
} from './settle-model.ts'
import type { Tracer } from './trace.ts'

const lineOf = ({ file, sign, id }: Named): string => `${file.path}:${sign.cell ?? ''}:${sign.line} ${id}`

/** One `model` per id and who serves it. */
export function modelDrafts(
  repository: Repository,
  tracer: Tracer,
  calls: Serving,
  reaches: readonly Reach[],
  reached: ReadonlySet<string>,
  redirects: Redirects,
  drafts: Drafts,
): void {
  const { catalogue } = repository
  const waiting: Named[] = []
  const byFile = suppliersByFile(repository, reaches)
  const frames = framesByFile(reaches)
  const hostsOf = new Map<string, Set<string>>()
  const dotted = new Set<string>()
  /** Models of a line that a call there has given to somebody. */
  const told = new Set<string>()
  const add = (
    { file, sign }: Named,
    supplier: string | null,
    written: string,
    strength: Strength,
    grade: Grade = 'configured',
    listedHost: string | null = null,
  ) => {
    const id = withoutMark(catalogue, written, supplier)
    if (file.context === 'documentation' || namesProduct(catalogue, id, supplier)) return
    const owner = catalogue.modelOwner(id)
    const draft = drafts.get({
      key: `model:${supplier ?? 'unknown'}:${id}`,
      kind: 'model',
      supplier,
      name: id,
    })
    draft.optional.model = owner ? { id, publisher: owner.publisher } : { id }
    if (owner) draft.attributes.family = owner.family
    if (owner?.retiresOn) draft.attributes.retiresOn = owner.retiresOn
    draft.identify('model-id', id)
    // Who would serve it, in a list that chooses nobody.
    if (listedHost !== null && listedHost !== owner?.publisher)
      draft.attributes.listedHosts = [...new Set([...hostsListed(draft.attributes), listedHost])].sort()
    if (
      /^[\w.-]+\/[\w.-]+$/.test(id) &&
      supplier &&
      catalogue.suppliers.get(supplier)?.roles.includes('model-hub')
    )
      draft.identify('huggingface-repo', id)
    draft.add({
      file,
      line: sign.line,
      cell: sign.cell,
      excerpt: sign.excerpt,
      method: sign.method === 'configuration' ? 'configuration' : 'model-id',
      rule: `${supplier ?? owner?.publisher ?? 'code'}/model`,
      strength,
      grade,
    })
    if (supplier === null) return
    told.add(lineOf({ file, sign, id }))
    if (isDotted(id)) dotted.add(supplier)
    const hosts = hostsOf.get(id) ?? new Set()
    hostsOf.set(id, hosts.add(supplier))
  }
  for (const file of repository.files)
    for (const { name, type, supplier, line, excerpt } of file.signs.named ?? []) {
      const id = type === 'image' && supplier !== null ? modelOfImage(catalogue, supplier, name) : null
      if (id === null) continue
      const sign = { value: id, line, excerpt, method: 'configuration', strength: 'strong' } as const
      add({ file, sign, id }, supplier, id, 'strong')
    }
  for (const file of repository.files)
    for (const sign of file.signs.models ?? [])
      for (const text of tracer.texts(file, sign.value)) {
        const weights = weightsModel(catalogue, text)
        const id = weights ?? routed(catalogue, bareId(text))
        if (!looksLikeModel(id) || isPlaceholderId(id)) continue
        const served = sign.call === undefined || sign.call < 0 ? [] : calls.of(file, sign.call)
        if (isOwnDeployment(catalogue, sign, served, id)) continue
        const answering = (served.length > 0 ? hostsFor(catalogue, served, id, sign) : []).filter((host) =>
          canServe(catalogue, host.supplier, host.id),
        )
        const said =
          served.every(({ owner }) => owner.role === 'framework') && saidProvider(catalogue, sign, reached)
        if (said && canServe(catalogue, said, id)) {
          add(
            { file, sign, id },
            said,
            withoutPrefix(catalogue, said, id),
            sign.strength,
            sign.strength === 'weak' ? 'available' : 'configured',
          )
          continue
        }
        for (const host of answering) add({ file, sign, id }, host.supplier, host.id, sign.strength)
        if (answering.length > 0) continue
        if (isOwn(served)) add({ file, sign, id }, null, id, sign.strength)
        else {
          const through = served.find(({ supplier }) => supplier !== null && isGateway(catalogue, supplier))
          waiting.push({
            file,
            sign,
            id,
            isFile: weights !== null || isWeights(id) || (sign.strength === 'medium' && isSmallerWeights(id)),
            through: through?.supplier,
          })
        }
      }
  const listed = listsIn(waiting)
  const routedIn = routedLists(catalogue, waiting, listed)
  const builders = buildersIn(repository)
  const runtimes = repository.declaredSuppliers.filter((slug) =>
    catalogue.suppliers.get(slug)?.roles.includes('local-runtime'),
  )
  const keyed = keyedSuppliers(repository, redirects)
  const given = new Set([...told, ...waiting.filter(({ sign }) => sign.supplier).map(lineOf)])
  for (const one of waiting) {
    // The same text once more, by itself: `az.AddDeployment("chat", "gpt-4o", …)`.
    const { sign } = one
    const isLoose = sign.strength === 'medium' && !sign.supplier && !sign.beside && !sign.provider
    if (isLoose && given.has(lineOf(one))) continue
    const here = hereFor(catalogue, one, byFile.get(one.file) ?? new Set(), frames)
    const isListed = listed.has(one.file) && !sign.supplier
    const found =
      (isListed && routedIn.has(one.file) ? saidHost(catalogue, one.id) : null) ??
      builtBy(catalogue, one, builders) ??
      settle(catalogue, one, here, reached, hostsOf, onlyOne([...dotted]), runtimes)
    if (!found) continue
    // Whom a gateway asks only its own settings tell: `@acme-prod/gpt-4o`.
    found.supplier ??= one.through ?? null
    // Its publisher's packages all lead to one other, as the calls beside it do, and nothing else leads to the publisher.
    const led =
      found.supplier === null || one.sign.supplier || reached.has(found.supplier)
        ? null
        : redirects.onlyInsteadOf(found.supplier)
    if (
      led !== null &&
      catalogue.modelOwner(found.id)?.publisher === found.supplier &&
      serves(catalogue, led)
    )
      found.supplier = canServe(catalogue, led, found.id) ? led : found.supplier
    // A list of all there is chooses nothing, and nobody is reached for being on it.
    const isOffered = found.supplier !== null && (reached.has(found.supplier) || keyed.has(found.supplier))
    const unreached = isListed && !isOffered ? found.supplier : null
    if (unreached !== null) found.supplier = null
    const grade = one.sign.strength === 'weak' || isListed ? 'available' : 'configured'
    add(one, found.supplier, found.id, one.sign.strength, grade, unreached)
    for (const where of givenAt(repository, one))
      add({ ...one, ...where }, found.supplier, found.id, one.sign.strength, grade)
  }
}

/** From so many models on, a file is a list of what there is: a router's table, a menu. */
const LIST = 25

function listsIn(waiting: readonly Named[]): Set<RepositoryFile> {
  const ids = new Map<RepositoryFile, Set<string>>()
  // What is fetched from a hub, or given to a cloud's resource, is chosen however much of it there is.
  for (const { file, id, sign } of waiting)
    if (!sign.supplier) ids.set(file, (ids.get(file) ?? new Set()).add(id))
  return new Set([...ids].flatMap(([file, all]) => (all.size >= LIST ? [file] : [])))
}

const hostsListed = ({ listedHosts }: Readonly<Record<string, unknown>>): string[] =>
  Array.isArray(listedHosts) ? listedHosts.filter((one) => typeof one === 'string') : []

/** Where the variable that a model's place refers to was given this id. */
function givenAt(repository: Repository, { sign, id }: Named): Pick<Named, 'file' | 'sign'>[] {
  const names = [sign.value, orOf(sign.value)].flatMap((value) => envOf(value) ?? [])
  return names
    .flatMap((name) => repository.settingsOf(name))
    .filter(({ value, excerpt }) => excerpt !== undefined && value === id)
    .map(({ file, line, excerpt }) => ({ file, sign: { ...sign, line, excerpt: excerpt ?? '' } }))
}

const orOf = (value: Value): Value =>
  value !== null && typeof value === 'object' && 'env' in value ? (value.or ?? null) : null
