import type { Catalogue } from '../catalogue.ts'
import { isGateway } from '../hosting.ts'
import { adaptersIn } from './adapters.ts'
import { isPlaceholder } from './call-addresses.ts'
import type { Draft, Proof } from './draft.ts'
import type { Drafts } from './drafts.ts'
import { makesNothing, type Reach, type Redirects } from './reach.ts'
import type { Repository } from './repository.ts'

/** The suppliers that code and configuration really reach: one `service` each, and their own endpoints. */
export function serviceDrafts(
  repository: Repository,
  reaches: readonly Reach[],
  redirects: Redirects,
  drafts: Drafts,
): Set<string> {
  const { catalogue } = repository
  const serviceOf = (supplier: string): Draft =>
    drafts.get({
      key: `service:${supplier}`,
      kind: 'service',
      supplier,
      name: catalogue.suppliers.get(supplier)?.name ?? supplier,
    })
  const reached = new Set<string>()
  /** Those of whom the product itself tells, and not its tests or examples alone. */
  const told = new Set<string>()
  const prose: [supplier: string, proof: Proof][] = []
  const add = (supplier: string, proof: Proof, product?: string) => {
    // Prose never makes a supplier.
    if (proof.file.context === 'documentation') {
      prose.push([supplier, proof])
      return
    }
    reached.add(supplier)
    if (proof.file.context === 'production') told.add(supplier)
    const draft = serviceOf(supplier).add(proof)
    if (product) draft.optional.product ??= product
  }
  for (const { file, call, served } of reaches) {
    if (makesNothing(served) || served.owner.role === 'tooling') continue
    const proof: Proof = {
      file,
      line: call.line,
      cell: call.cell,
      excerpt: call.excerpt,
      method: 'call',
      rule: `${served.owner.supplier}/${served.by}`,
      strength: served.by === 'default' ? 'medium' : 'strong',
      grade: 'configured',
    }
    if (served.supplier !== null) {
      // A framework whose publisher has a gateway says by a model that it goes there: `Agent('gateway/openai:gpt-5')`.
      const reaches =
        served.supplier !== served.owner.supplier ||
        served.owner.role === 'client' ||
        served.by === 'gateway' ||
        (served.by === 'model' && isGateway(catalogue, served.supplier))
      if (reaches && !isLocal(catalogue, served.supplier, served.owner.role))
        add(served.supplier, proof, served.product)
    }
    if (served.host) endpoint(drafts, catalogue, served.supplier, served.host, proof)
  }
  for (const file of repository.files)
    for (const sign of file.signs.hosts ?? []) {
      // A host that also serves other things says nothing alone.
      if (sign.strength === 'weak' && !reached.has(sign.supplier)) continue
      const proof: Proof = {
        file,
        line: sign.line,
        cell: sign.cell,
        excerpt: sign.excerpt,
        method: sign.method,
        rule: `${sign.supplier}/host`,
        strength: sign.strength,
        grade: 'configured',
      }
      add(sign.supplier, proof, sign.product)
      endpoint(drafts, catalogue, sign.supplier, sign.host, proof)
    }
  for (const file of repository.files)
    for (const sign of file.signs.named ?? [])
      if (sign.type === 'query' && sign.supplier !== null)
        add(sign.supplier, {
          file,
          line: sign.line,
          cell: sign.cell,
          excerpt: sign.excerpt,
          method: 'call',
          rule: `${sign.supplier}/query`,
          strength: 'strong',
          grade: 'configured',
        })
  environmentProofs(repository, redirects, reached, add, leadsElsewhere)
  for (const file of repository.files)
    for (const sign of file.signs.imports ?? []) {
      const owner = catalogue.importOwner(sign.language, sign.module)
      if (owner?.role !== 'client') continue
      const proof: Proof = {
        file,
        line: sign.line,
        cell: sign.cell,
        excerpt: sign.excerpt,
        method: 'import',
        rule: `${owner.supplier}/import`,
        strength: 'medium',
        grade: 'configured',
      }
      if (redirects.away(owner.supplier, file)) leadsElsewhere(owner.supplier, proof)
      else if (reached.has(owner.supplier)) add(owner.supplier, proof)
    }
  const certain = new Set(told)
  // Of whom other signs of the product tell, a file's name tells nothing new.
  for (const { file, supplier } of adaptersIn(repository))
    if (!certain.has(supplier))
      add(supplier, {
        file,
        line: 1,
        method: 'file-name',
        rule: `${supplier}/adapter`,
        strength: 'medium',
        grade: 'configured',
      })
  for (const [supplier, proof] of prose)
    if (reached.has(supplier)) serviceOf(supplier).leave(proof, 'Documentation alone never makes a supplier.')
  return reached

  /** The verdict of whom the calls reach instead tells why this sign is not for its own supplier. */
  function leadsElsewhere(supplier: string, proof: Proof): void {
    for (const target of redirects.targetsOf(supplier, proof.file))
      serviceOf(target).leave(
        proof,
        `Calls through the package of ${supplier} go to ${target} here, so that this is no sign of ${supplier}.`,
      )
  }
}

function environmentProofs(
  repository: Repository,
  redirects: Redirects,
  reached: Set<string>,
  add: (supplier: string, proof: Proof, product?: string) => void,
  leadsElsewhere: (supplier: string, proof: Proof) => void,
): void {
  for (const weak of [false, true])
    for (const file of repository.files)
      for (const sign of file.signs.environment ?? []) {
        if ((sign.strength === 'weak') !== weak) continue
        const proof: Proof = {
          file,
          line: sign.line,
          cell: sign.cell,
          excerpt: sign.excerpt,
          method: sign.chosen ? 'configuration' : 'environment-name',
          rule: `${sign.supplier}/${sign.chosen ? 'provider-choice' : 'environment'}`,
          strength: sign.strength,
          grade: 'configured',
        }
        if (redirects.away(sign.supplier, file)) leadsElsewhere(sign.supplier, proof)
        else if (!weak || reached.has(sign.supplier))
          add(sign.supplier, proof, repository.catalogue.environmentOwner(sign.name)?.product)
      }
}

/** A library that runs models in its own process serves nobody's service by itself. */
const isLocal = (catalogue: Catalogue, supplier: string, role: string): boolean =>
  role === 'local' &&
  (catalogue.suppliers.get(supplier)?.roles ?? []).every((r) => r === 'local-runtime' || r === 'ml-platform')

/** An address of the organisation's own: below a supplier's wildcard, or of nobody in the catalogue. */
function endpoint(
  drafts: Drafts,
  catalogue: Catalogue,
  supplier: string | null,
  host: string,
  proof: Proof,
): void {
  const [name = '', port] = host.split(':')
  if (isPlaceholder(name) || proof.file.context === 'documentation' || isLoopback(name)) return
  const owner = catalogue.hostOwner(name, '/', port ? Number(port) : undefined)
  if (supplier !== null && !owner?.template?.startsWith('*.')) return
  // A test's made-up address is nobody's.
  if (supplier === null && proof.file.context !== 'production' && proof.file.context !== 'development') return
  const draft = drafts.get({ key: `endpoint:${host}`, kind: 'endpoint', supplier, name: host })
  if (supplier === null) draft.optional.supplierName = host
  draft.identify('host', host).add({ ...proof, method: 'host', rule: `${supplier ?? 'code'}/endpoint` })
}

const isLoopback = (host: string): boolean =>
  /^(localhost|127\.|0\.0\.0\.0|host\.docker\.internal|\[?::1)/.test(host)
