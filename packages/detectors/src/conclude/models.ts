import type { Grade, Strength } from '@ai-census/schema'
import type { Catalogue } from '../catalogue.ts'
import { isModelPlace, looksLikeModel } from '../code/places.ts'
import { weightsModel } from '../code/weights.ts'
import type { ModelSign, Value } from '../signs.ts'
import type { Drafts } from './drafts.ts'
import { canServe, hostByForm, isHub, isHubName, serves, servesOthers, servingPublisher } from './hosting.ts'
import { namesProduct } from './product-name.ts'
import { isPassive, type Reach } from './reach.ts'
import type { Repository, RepositoryFile } from './repository.ts'
import { prefixOwner, type Serving } from './serve.ts'
import type { Served } from './served.ts'
import type { Tracer } from './trace.ts'

interface Named {
  readonly file: RepositoryFile
  readonly sign: ModelSign
  readonly id: string
  /** It is a file of weights, which only a program of one's own runs. */
  readonly isFile?: boolean
}

/** One `model` per id and who serves it. */
export function modelDrafts(
  repository: Repository,
  tracer: Tracer,
  calls: Serving,
  reaches: readonly Reach[],
  reached: ReadonlySet<string>,
  drafts: Drafts,
): void {
  const { catalogue } = repository
  const waiting: Named[] = []
  const byFile = suppliersByFile(repository, reaches)
  const hostsOf = new Map<string, Set<string>>()
  const dotted = new Set<string>()
  const add = (
    { file, sign }: Named,
    supplier: string | null,
    id: string,
    strength: Strength,
    grade: Grade = 'configured',
  ) => {
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
        const id = weights ?? bareId(text)
        if (!looksLikeModel(id) || isPlaceholderId(id)) continue
        const served = sign.call === undefined || sign.call < 0 ? [] : calls.of(file, sign.call)
        const answering = (served.length > 0 ? hostsFor(catalogue, served, id, sign) : []).filter((host) =>
          canServe(catalogue, host.supplier, host.id),
        )
        for (const host of answering) add({ file, sign, id }, host.supplier, host.id, sign.strength)
        if (answering.length > 0) continue
        if (isOwn(served)) add({ file, sign, id }, null, id, sign.strength)
        else waiting.push({ file, sign, id, isFile: weights !== null })
      }
  const listed = listsIn(waiting)
  const builders = buildersIn(repository)
  const runtimes = repository.declaredSuppliers.filter((slug) =>
    catalogue.suppliers.get(slug)?.roles.includes('local-runtime'),
  )
  for (const one of waiting) {
    const here = byFile.get(one.file) ?? new Set<string>()
    const found =
      builtBy(catalogue, one, builders) ??
      settle(catalogue, one, here, reached, hostsOf, onlyOne([...dotted]), runtimes)
    if (!found) continue
    const isListed = listed.has(one.file) && !one.sign.supplier
    // A list of all there is chooses nothing, and nobody is reached for being on it.
    if (isListed && found.supplier !== null && !reached.has(found.supplier)) found.supplier = null
    const grade = one.sign.strength === 'weak' || isListed ? 'available' : 'configured'
    add(one, found.supplier, found.id, one.sign.strength, grade)
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
const envOf = (value: Value): string | null =>
  value !== null && typeof value === 'object' && 'env' in value ? value.env : null

/** Who serves a model that is named away from any call; null: nobody can tell, or it is no model. */
function settle(
  catalogue: Catalogue,
  { file, sign, id, isFile }: Named,
  here: ReadonlySet<string>,
  reached: ReadonlySet<string>,
  hostsOf: ReadonlyMap<string, ReadonlySet<string>>,
  dotted: string | undefined,
  runtimes: readonly string[],
): { supplier: string | null; id: string } | null {
  if (sign.supplier) return { supplier: sign.supplier, id }
  if (isFile) {
    const local = (slug: string) => catalogue.suppliers.get(slug)?.roles.includes('local-runtime') ?? false
    return { supplier: onlyOne([...here].filter(local)) ?? onlyOne(runtimes) ?? null, id }
  }
  const said = sign.provider
    ? (
        catalogue.modelPrefixOwner(`${sign.provider.replaceAll('_', '-')}/x`) ??
        catalogue.modelPrefixOwner(`${sign.provider}/x`)
      )?.supplier
    : undefined
  if (said && canServe(catalogue, said, id)) return { supplier: said, id }
  const formed = hostByForm(catalogue, id, reached)
  if (formed) return { supplier: formed, id }
  const owning =
    ownerOfPlace(catalogue, sign) ?? namedFirst(sign, reached) ?? leading(catalogue, sign.place) ?? null
  if (owning && reached.has(owning) && canServe(catalogue, owning, id)) return { supplier: owning, id }
  const placed = sign.place !== undefined && isModelPlace(sign.place)
  const prefix = isHubName(catalogue, id) ? null : prefixOwner(catalogue, id)
  const gateways = [...reached].filter(
    (slug) => catalogue.suppliers.get(slug)?.roles.includes('gateway') && serves(catalogue, slug),
  )
  const gateway =
    onlyOne([...here].filter((slug) => isHub(catalogue, slug) && serves(catalogue, slug))) ??
    onlyOne(gateways)
  if (
    prefix &&
    here.has(prefix.supplier) &&
    !isHub(catalogue, prefix.supplier) &&
    looksLikeModel(prefix.rest)
  )
    return { supplier: prefix.supplier, id: prefix.rest }
  const able = (slug: string) => serves(catalogue, slug) && canServe(catalogue, slug, id)
  const hostHere = onlyOne([...here].filter((slug) => able(slug) && servesOthers(catalogue, slug)))
  if (hostHere && id.includes('/')) return { supplier: hostHere, id }
  if (prefix && looksLikeModel(prefix.rest)) {
    if (gateway && id.includes('/')) return { supplier: gateway, id }
    // One of several routers writes it so; that its publisher is reached too, nothing says.
    if (gateways.length > 1 && id.includes('/') && !reached.has(prefix.supplier))
      return { supplier: null, id }
    return { supplier: prefix.supplier, id: prefix.rest }
  }
  const known = catalogue.modelOwner(id)
  const about = leadingFile(catalogue, file.path)
  if (known && about && reached.has(about) && canServe(catalogue, about, id)) return { supplier: about, id }
  if (known && dotted && isDotted(id)) return { supplier: dotted, id }
  const near = [...here].filter(able)
  if (known && here.has(known.publisher)) return { supplier: known.publisher, id }
  // An engine is also what reads a table: `engine="openpyxl"`.
  const isPlain = /(^|\.)engine$/i.test(sign.place ?? '') && !/[-\d]/.test(id)
  if (near.length === 1 && (known ? servesOthers(catalogue, near[0]!) : placed && !isPlain))
    return { supplier: near[0]!, id }
  const elsewhere = hostsOf.get(id)
  if (elsewhere)
    return {
      supplier: known && elsewhere.has(known.publisher) ? known.publisher : [...elsewhere].sort()[0]!,
      id,
    }
  if (!known) return null
  // Somebody's own form of weights is at a hub, and nowhere at their publisher's.
  const isForm = known.openWeights && id.includes('/')
  if (reached.has(known.publisher) && !isHubName(catalogue, id) && !isForm)
    return { supplier: known.publisher, id }
  const far = near.length === 0 ? onlyOne([...reached].filter(able)) : undefined
  if (far && servesOthers(catalogue, far)) return { supplier: far, id }
  // Of those who are reached, one alone can serve it: a cloud rather than a publisher whom nothing here calls.
  const capable =
    near.length === 0
      ? onlyOne([...reached].filter((slug) => able(slug) && servesOthers(catalogue, slug)))
      : undefined
  if (capable) return { supplier: capable, id }
  const runtime =
    near.length === 0 ? onlyOne(runtimes.filter((slug) => canServe(catalogue, slug, id))) : undefined
  if (runtime) return { supplier: runtime, id }
  if (!placed || sign.strength !== 'strong') return null
  // Weights that anybody may serve: their publisher is not by that the one who does.
  return {
    supplier:
      !known.openWeights &&
      !id.includes('/') &&
      (catalogue.suppliers.get(known.publisher)?.hosts ?? []).length > 0
        ? known.publisher
        : null,
    id,
  }
}

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

/** Whose variable the model is named by: `AZURE_OPENAI_MODEL`. */
function ownerOfPlace(catalogue: Catalogue, { place, value }: ModelSign): string | null {
  for (const name of [envOf(value), place?.split('.').at(-1)]) {
    const owner = name ? catalogue.environmentOwner(name) : null
    if (owner && !owner.shared) return owner.supplier
  }
  return null
}

/** Of those who are reached, the one whose name begins a constant's: `GROQ_DEFAULT_MODEL_NAME`. */
function namedFirst({ place }: ModelSign, reached: ReadonlySet<string>): string | null {
  const name = place?.split('.').at(-1) ?? ''
  if (!/^[A-Z][A-Z0-9]*_[A-Z0-9_]+$/.test(name) || !isModelPlace(name)) return null
  const beginning = (slug: string) => name.startsWith(`${slug.replaceAll('-', '_').toUpperCase()}_`)
  return [...reached].filter(beginning).sort((a, b) => b.length - a.length)[0] ?? null
}

/** The one whose name leads a list's: `groqModels`, `ollama_models`. */
function leading(catalogue: Catalogue, place: string | undefined): string | undefined {
  const name = place?.split('.').at(-1) ?? ''
  const lead = isModelPlace(name) ? /^([a-z][a-z0-9]*?)_?(?:[A-Z]\w*|(?<=_)\w+)$/.exec(name)?.[1] : undefined
  return lead ? catalogue.modelPrefixOwner(`${lead}/x`)?.supplier : undefined
}

/** The one whom a file's name is about: `models/groq.go`, `llm/bedrock_client.py`. */
function leadingFile(catalogue: Catalogue, path: string): string | undefined {
  const name = /([^/]+)\.\w+$/.exec(path)?.[1] ?? ''
  const lead = /^[a-zA-Z]{2}[a-z0-9]*?(?=$|[_.-]|(?<=[a-z0-9])[A-Z])/.exec(name)?.[0].toLowerCase()
  return lead ? catalogue.modelPrefixOwner(`${lead}/x`)?.supplier : undefined
}

/** `publisher.model`, as hosts of many publishers write their ids. */
const isDotted = (id: string): boolean => /^([a-z]{2,6}\.)?[a-z][a-z0-9]+\.[a-z][a-z0-9-]*-/.test(id)

const onlyOne = (slugs: readonly string[]): string | undefined => (slugs.length === 1 ? slugs[0] : undefined)

/** The model's own id out of a cloud's full resource name. */
const bareId = (text: string): string =>
  /^arn:[\w-]+:[\w-]+:[^:]*:\d*:(?:foundation-model|inference-profile)\/(.+)$/.exec(text)?.[1] ??
  text.replace(/^models\//, '')

/** Written to be filled in, or to take another's: `YOUR_DEPLOYMENT`, `PASTE-MODEL-ARN`, `my-model`, `<name>`, `inherit`. */
const isPlaceholderId = (id: string): boolean =>
  /^[A-Z][A-Z0-9]*_[A-Z0-9_]+$|^[A-Z]+(-[A-Z]+)*-(ARN|ID|NAME|HERE)$/.test(id) ||
  /\{\}|[<>*]|^(your|my|some|the|test|fake|mock|dummy|foo|bar|example|custom|sample|placeholder)[-_ ]|^(none|null|undefined|default|auto|inherit|unknown|string|model|custom|true|false|other)$/i.test(
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
    return known || sign.strength !== 'weak' ? [{ supplier, id: bare }] : []
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
    if (served.supplier !== null && served.owner.role !== 'tooling') add(file, served.supplier)
  for (const file of repository.files) {
    for (const sign of file.signs.hosts ?? []) add(file, sign.supplier)
    for (const sign of file.signs.named ?? [])
      if (sign.supplier !== null && sign.type !== 'assistant') add(file, sign.supplier)
  }
  return found
}
