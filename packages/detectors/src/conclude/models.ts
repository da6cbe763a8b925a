import type { Grade, Strength } from '@ai-census/schema'
import type { Catalogue } from '../catalogue.ts'
import { looksLikeModel, placeOf } from '../code/places.ts'
import { isSmallerWeights, weightsModel } from '../code/weights.ts'
import {
  canServe,
  isGateway,
  isHub,
  isHubName,
  isRouter,
  prefixOwner,
  servesOthers,
  servingPublisher,
} from '../hosting.ts'
import { serves } from '../serves.ts'
import type { ModelSign, NamedSign, Value } from '../signs.ts'
import type { Drafts } from './drafts.ts'
import { namesProduct } from './product-name.ts'
import { isPassive, type Reach, type Redirects } from './reach.ts'
import type { Repository, RepositoryFile } from './repository.ts'
import { routedLists, saidHost } from './routed-lists.ts'
import type { Serving } from './serve.ts'
import type { Served } from './served.ts'
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

/** A host's own mark before the id is written or left out: `@cf/meta/llama-3.1-8b-instruct` is one model with `meta/…`. */
function withoutMark(catalogue: Catalogue, id: string, supplier: string | null): string {
  const marked = id.startsWith('@') ? catalogue.modelPrefixOwner(id) : null
  return marked !== null && marked.supplier === supplier ? marked.rest : id
}

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

/**
 * The model that an image of its own brings: `nvcr.io/nim/meta/llama-3.1-8b-instruct`, `ai/llama3.2`
 * (docs.nvidia.com/nim/large-language-models, docs.docker.com/ai/model-runner).
 */
function modelOfImage(catalogue: Catalogue, supplier: string, image: string): string | null {
  const [publisher, model = ''] = image.split('/').slice(-2)
  const isServer = catalogue.suppliers.get(supplier)?.roles.includes('local-runtime') ?? false
  return isServer && /\d/.test(model) && catalogue.modelOwner(model) !== null ? `${publisher}/${model}` : null
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

/** The call leads to addresses of nobody in the catalogue, and nowhere else. */
const isOwn = (served: readonly Served[]): boolean =>
  served.length > 0 && served.every(({ supplier, owner }) => supplier === null && owner.role !== 'tooling')

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

/**
 * Whose keys a program knows, though others have variables that are called so: together with a menu that names who serves each
 * model, such a variable tells whom people may choose.
 */
const keyedSuppliers = (repository: Repository, redirects: Redirects): ReadonlySet<string> =>
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
function buildersIn(repository: Repository): ReadonlyMap<string, ReadonlySet<string>> {
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
function builtBy(
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

/** The model's own id out of a cloud's full resource name. */
const bareId = (text: string): string =>
  /^arn:[\w-]+:[\w-]+:[^:]*:\d*:(?:foundation-model|inference-profile)\/(.+)$/.exec(text)?.[1] ??
  /^(?:projects\/[^\s]{3,120}\/)?publishers\/[\w-]+\/models\/([^/:]+)(?::\w+)?$/.exec(text)?.[1] ??
  text.replace(/^models\//, '')

/** What a library is told that routes by the rest: `litellm/anthropic/claude-3-5-haiku`. */
function routed(catalogue: Catalogue, id: string): string {
  const [first = '', ...others] = id.split('/')
  const rest = others.join('/')
  return isRouter(catalogue, first) && catalogue.modelPrefixOwner(rest) ? rest : id
}

/** Written to be filled in, or to take another's: `YOUR_DEPLOYMENT`, `PASTE-MODEL-ARN`, `my-model`, `<name>`, `inherit`. */
const isPlaceholderId = (id: string): boolean =>
  /^[A-Z][A-Z0-9]*_[A-Z0-9_]+$|^[A-Z]+(-[A-Z]+)*-(ARN|ID|NAME|HERE)$/.test(id) ||
  /\{\}|[<>*]|^(your|my|some|the|test|fake|mock|dummy|foo|bar|example|custom|sample|placeholder)[-_ ]|^(none|null|undefined|n\/?a|default|auto|inherit|unknown|string|model|custom|true|false|other)$/i.test(
    id,
  )

/** Who serves the model that a call names; the prefix that a framework reads is no part of the id. */
function hostsFor(
  catalogue: Catalogue,
  served: readonly Served[],
  id: string,
  sign: ModelSign,
): { supplier: string; id: string }[] {
  return served.flatMap(({ supplier, owner, name, by }) => {
    if ((by !== 'client' && isPassive(name)) || owner.role === 'tooling') return []
    if (by === 'gateway' && supplier !== null) return [{ supplier, id }]
    if (owner.role === 'framework' || owner.role === 'tooling') {
      const prefix = isHubName(catalogue, id) ? null : prefixOwner(catalogue, id)
      if (prefix) return [{ supplier: prefix.supplier, id: prefix.rest }]
      const known = catalogue.modelOwner(id)
      if (
        supplier !== null &&
        (supplier !== owner.supplier ||
          by !== 'default' ||
          (known &&
            servesOthers(catalogue, supplier) &&
            serves(catalogue, supplier) &&
            !isHub(catalogue, supplier)))
      )
        return [{ supplier, id }]
      const form = catalogue.modelFormOwner(id)
      if (form && !form.shared) return [{ supplier: form.supplier, id }]
      const publisher = isHubName(catalogue, id) ? undefined : servingPublisher(catalogue, id)
      return publisher ? [{ supplier: publisher, id }] : []
    }
    if (supplier === null || !(serves(catalogue, supplier) || catalogue.suppliers.get(supplier)?.models))
      return []
    const own = prefixOwner(catalogue, id)
    const bare = own?.supplier === supplier && !isHub(catalogue, supplier) ? own.rest : id
    const known = catalogue.modelOwner(bare) !== null
    // What a search is told to look with is another page of it: `SearchWrapper(engine='acme_news')`.
    const isSearch = catalogue.suppliers.get(supplier)?.roles.every((role) => role === 'search')
    return known || (sign.strength !== 'weak' && !isSearch) ? [{ supplier, id: bare }] : []
  })
}

function suppliersByFile(
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
function framesByFile(reaches: readonly Reach[]): Map<RepositoryFile, Set<string>> {
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
function hereFor(
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
