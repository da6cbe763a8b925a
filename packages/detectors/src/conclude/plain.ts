import type { Context, FindingKind } from '@ai-census/schema'
import type { Catalogue } from '../catalogue.ts'
import { contextOf } from '../context.ts'
import type { McpServerSign, NamedSign } from '../signs.ts'
import type { Draft, DraftHead } from './draft.ts'
import type { Drafts } from './drafts.ts'
import type { Repository, RepositoryFile } from './repository.ts'

/** Findings that one sign is enough for: keys, MCP servers, assistants, images, resources, actions. */
export function plainDrafts(repository: Repository, drafts: Drafts): void {
  const { catalogue } = repository
  for (const file of repository.files) {
    for (const sign of file.signs.keys ?? []) {
      const name = catalogue.suppliers.get(sign.supplier)?.name ?? sign.supplier
      const draft = drafts.get({
        key: `credential:${sign.supplier}:${sign.fingerprint}`,
        kind: 'credential',
        supplier: sign.supplier,
        name: `${name} ${sign.shape.replaceAll('-', ' ')}`,
      })
      draft.attributes.shape = sign.shape
      draft
        .identify('key-fingerprint', sign.fingerprint)
        .identify('key-redacted', `${sign.supplier}:${sign.redacted}`)
      draft.add({
        file,
        line: sign.line,
        cell: sign.cell,
        excerpt: sign.excerpt,
        method: 'key',
        rule: `${sign.supplier}/key`,
        strength: 'strong',
        grade: 'configured',
      })
    }
    for (const sign of file.signs.mcp ?? []) mcpServer(file, sign, catalogue, drafts)
    // Those are services like any that a program calls.
    for (const sign of file.signs.named ?? []) if (sign.type !== 'query') named(file, sign, catalogue, drafts)
  }
}

function mcpServer(file: RepositoryFile, sign: McpServerSign, catalogue: Catalogue, drafts: Drafts): void {
  if (file.context === 'documentation') return
  const owner = sign.host
    ? catalogue.hostOwner(sign.host.replace(/:\d+$/, ''), sign.path ?? '/')
    : sign.package
      ? packageOwner(catalogue, sign.package)
      : programOwner(catalogue, sign.command)
  const supplier = owner?.supplier ?? null
  const draft = drafts.get({ key: `mcp-server:${sign.name}`, kind: 'mcp-server', supplier, name: sign.name })
  if (supplier === null && sign.host) draft.optional.supplierName = sign.host
  draft.attributes.transport = sign.transport
  if (sign.command) draft.attributes.command = sign.command.slice(0, 500)
  if (sign.package) draft.attributes.package = sign.package
  if (sign.host) draft.attributes.host = sign.host
  if (sign.environment.length > 0) draft.attributes.environment = [...sign.environment]
  if (sign.headers.length > 0) draft.attributes.headers = [...sign.headers]
  if (sign.disabled) draft.attributes.disabled = true
  if (sign.host && !/^(localhost|127\.)/.test(sign.host)) draft.identify('host', sign.host)
  draft.add({
    file,
    line: sign.line,
    excerpt: sign.excerpt,
    method: sign.inCode ? 'call' : 'configuration',
    rule: sign.inCode ? 'mcp/code' : 'mcp/configuration',
    strength: 'strong',
    grade: sign.disabled ? 'available' : 'configured',
    ...(file.context === 'production' && !sign.inCode && !sign.deployed
      ? { context: 'development' as const }
      : {}),
  })
}

function packageOwner(catalogue: Catalogue, reference: string): { supplier: string } | null {
  const [ecosystem, name = ''] = reference.split(/:(.*)/s)
  if (ecosystem === 'npm' || ecosystem === 'pypi') return catalogue.packageOwner(ecosystem, name)
  return ecosystem === 'docker' ? catalogue.imageOwner(name) : null
}

/** A server that is started by its own file: `/usr/local/bin/github-mcp-server stdio`. */
function programOwner(catalogue: Catalogue, command: string | undefined): { supplier: string } | null {
  const program = /^\S*?([^\s/\\]+?)(?:\.exe)?(?:\s|$)/i.exec(command ?? '')?.[1]?.toLowerCase()
  const supplier = program === undefined ? null : catalogue.programOwner(program)
  return supplier === null ? null : { supplier }
}

const methods = {
  image: 'image',
  server: 'configuration',
  resource: 'iac-resource',
  action: 'ci-action',
  assistant: 'file-name',
  dataset: 'call',
  'model-file': 'file-header',
  'iam-action': 'iac-resource',
  pipeline: 'configuration',
  agent: 'configuration',
  extension: 'configuration',
  node: 'configuration',
  program: 'call',
  command: 'call',
  query: 'call',
  'declared-system': 'declaration',
  'declared-model': 'declaration',
  'declared-dataset': 'declaration',
  'declared-service': 'declaration',
} as const
const grades = {
  image: 'configured',
  server: 'configured',
  resource: 'configured',
  action: 'configured',
  assistant: 'configured',
  dataset: 'configured',
  'model-file': 'configured',
  'iam-action': 'declared',
  pipeline: 'configured',
  agent: 'configured',
  extension: 'configured',
  node: 'configured',
  program: 'configured',
  command: 'configured',
  query: 'configured',
  'declared-system': 'declared',
  'declared-model': 'declared',
  'declared-dataset': 'declared',
  'declared-service': 'declared',
} as const

/** Signs that say no more than that a supplier is reached. */
const services: ReadonlySet<NamedSign['type']> = new Set(['declared-service', 'node', 'program'])

function named(file: RepositoryFile, sign: NamedSign, catalogue: Catalogue, drafts: Drafts): void {
  const declares = sign.type.startsWith('declared-')
  if (file.context === 'documentation' && sign.type !== 'assistant' && !declares) return
  const kind = kindOf(sign, catalogue)
  const draft = drafts.get(headOf(kind, sign, catalogue))
  if (kind === 'model' && declares) describeModel(draft, sign.name, catalogue)
  if (sign.product) draft.optional.product = sign.product
  for (const [name, value] of Object.entries(sign.attributes ?? {})) draft.attributes[name] ??= value
  const digest = /@(sha256:[0-9a-f]{64})/.exec(sign.name)?.[1]
  if (sign.type === 'image' && digest) draft.identify('image-digest', digest)
  draft.add({
    file,
    line: sign.line,
    cell: sign.cell,
    excerpt: sign.excerpt,
    method: methods[sign.type],
    rule: `${sign.supplier ?? sign.type}/${sign.type}`,
    strength: sign.type === 'iam-action' ? 'weak' : 'strong',
    grade: grades[sign.type],
    ...(declares ? { context: declaredContext(file) } : {}),
    ...(isForDevelopers(file, sign) ? { context: 'development' as const } : {}),
  })
}

/** What runs tasks for those who work on a program. */
const taskFile =
  /(?:^|\/)(?:makefile|gnumakefile|justfile|taskfile(?:\.dist)?\.ya?ml|taskfile|package\.json|deno\.jsonc?|composer\.json|lefthook\.ya?ml|\.pre-commit-config\.yaml|\.husky\/[\w-]+|[^/]+\.mk)$/i

const isForDevelopers = ({ context, path }: RepositoryFile, { type }: NamedSign): boolean =>
  type === 'assistant'
    ? context !== 'example' && context !== 'test'
    : type === 'command' && context === 'production' && taskFile.test(path)

/** What is declared is the same thing as what code shows: it goes by the same key. */
function headOf(kind: FindingKind, sign: NamedSign, catalogue: Catalogue): DraftHead {
  const { supplier, name } = sign
  if (sign.type === 'declared-model')
    return { key: `model:${supplier ?? 'unknown'}:${name}`, kind, supplier, name }
  if (!services.has(sign.type)) return { key: `${kind}:${name}`, kind, supplier, name }
  return { key: `service:${name}`, kind, supplier, name: catalogue.suppliers.get(name)?.name ?? name }
}

function describeModel(draft: Draft, id: string, catalogue: Catalogue): void {
  const owner = catalogue.modelOwner(id)
  draft.optional.model = owner ? { id, publisher: owner.publisher } : { id }
  if (owner) draft.attributes.family = owner.family
  draft.identify('model-id', id)
}

/** A card lies in a README, but is no prose: the folder tells where it belongs. */
const declaredContext = ({ path }: RepositoryFile): Context => contextOf(path.replace(/[^/]+$/, 'card.yaml'))

function kindOf(sign: NamedSign, catalogue: Catalogue): FindingKind {
  if (sign.type === 'pipeline' || sign.type === 'agent' || sign.type === 'declared-system') return sign.type
  if (sign.type === 'declared-model') return 'model'
  if (sign.type === 'declared-dataset') return 'dataset'
  if (services.has(sign.type)) return 'service'
  if (sign.type === 'extension') return 'knowledge-base'
  if (sign.type === 'assistant' || sign.type === 'command') return 'assistant'
  if (sign.type === 'dataset') return 'dataset'
  if (sign.type === 'model-file') return 'model-file'
  const roles = catalogue.suppliers.get(sign.supplier ?? '')?.roles ?? []
  if (sign.type === 'server') return /\bmcp\b/.test(sign.name) ? 'mcp-server' : 'model-server'
  if (sign.type === 'image') return sign.supplier === null ? 'mcp-server' : kindOfImage(roles)
  if (sign.type === 'action') return roles.includes('coding-assistant') ? 'assistant' : 'service'
  if (sign.type === 'iam-action') return 'service'
  const type = whatOf(String(sign.attributes?.type ?? sign.name).toLowerCase())
  if (/knowledge_?base|vector_?(search|index|db|store)|vectori[sz]e|search_?service|index$/.test(type))
    return 'knowledge-base'
  if (/guardrail|rai_?policy|content_?filter|armor/.test(type)) return 'guardrail'
  if (/agent|bot|flow/.test(type)) return 'agent'
  if (/endpoint|deployment|account|service|project|hub|workspace/.test(type))
    return /workspace|hub|project|domain|notebook|featurestore/.test(type) ? 'workspace' : 'endpoint'
  if (/pipeline|training|job|tuning/.test(type)) return 'pipeline'
  return /model/.test(type) ? 'model' : 'service'
}

function kindOfImage(roles: readonly string[]): FindingKind {
  if (roles.includes('local-runtime')) return 'model-server'
  if (roles.includes('coding-assistant')) return 'assistant'
  if (roles.includes('vector-database')) return 'knowledge-base'
  return roles.includes('mcp') ? 'mcp-server' : 'model-server'
}

/** Of a type's name the part that says what is made; the group of Kubernetes and the path of an API say where. */
const whatOf = (type: string): string =>
  // A command says it in words: `az search service create`.
  (type.includes(' ') ? type.replaceAll(/[ -]/g, '_') : type)
    .replace(/^gcp-types\/[\w-]+:(.*\.)?/, '')
    .replace(/^(?!microsoft\.)[a-z0-9-]+(\.[a-z0-9-]+)+\//, '')
