import {
  type Context,
  Context as Contexts,
  type Evidence,
  type EvidenceMethod,
  type Explanation,
  type Finding,
  type FindingKind,
  type Grade,
  Grade as Grades,
  type Identifier,
  type SetAside,
  type Strength,
  type Suppression,
  strongerGrade,
  weightierContext,
} from '@ai-census/schema'
import type { RepositoryFile } from './repository.ts'
import type { Suppressed } from './suppress.ts'

/** One sign in favour of a finding. */
export interface Proof {
  readonly file: RepositoryFile
  readonly line: number
  readonly cell?: number | undefined
  readonly excerpt?: string | undefined
  readonly method: EvidenceMethod
  /** `<supplier or detector>/<sign>`. */
  readonly rule: string
  readonly strength: Strength
  readonly grade: Grade
  /** Where the content tells more than the file's path does. */
  readonly context?: Context
}

export interface DraftHead {
  readonly key: string
  readonly kind: FindingKind
  readonly supplier: string | null
  readonly name: string
}

type Optional = Partial<Pick<Finding, 'supplierName' | 'product' | 'framework' | 'model' | 'relations'>>

/** A finding in the making: signs add up until all files are read. */
export class Draft {
  readonly head: DraftHead
  readonly optional: Optional = {}
  readonly attributes: Record<string, Finding['attributes'][string]> = {}
  readonly identifiers = new Map<string, Identifier>()
  readonly proofs: Proof[] = []
  readonly setAside: { readonly proof: Proof; readonly why: string }[] = []

  constructor(head: DraftHead) {
    this.head = head
  }

  add(proof: Proof): this {
    this.proofs.push(proof)
    return this
  }

  /** A sign that does not count here, for whoever asks why. */
  leave(proof: Proof, why: string): this {
    this.setAside.push({ proof, why })
    return this
  }

  identify(type: string, value: string): this {
    this.identifiers.set(`${type} ${value}`, { type, value })
    return this
  }
}

const mostEvidence = 50
const strengths: readonly Strength[] = ['strong', 'medium', 'weak']
const methods: readonly EvidenceMethod[] = [
  'key',
  'call',
  'host',
  'model-id',
  'iac-resource',
  'image',
  'ci-action',
  'configuration',
  'environment-name',
  'import',
  'manifest',
  'file-header',
  'file-name',
  'declaration',
  'lock-file',
]

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const contextOfProof = (proof: Proof): Context => proof.context ?? proof.file.context

function compareProofs(a: Proof, b: Proof): number {
  return (
    Contexts.options.indexOf(contextOfProof(a)) - Contexts.options.indexOf(contextOfProof(b)) ||
    Grades.options.indexOf(b.grade) - Grades.options.indexOf(a.grade) ||
    strengths.indexOf(a.strength) - strengths.indexOf(b.strength) ||
    methods.indexOf(a.method) - methods.indexOf(b.method) ||
    byText(a.file.path, b.file.path) ||
    (a.cell ?? 0) - (b.cell ?? 0) ||
    a.line - b.line ||
    byText(a.rule, b.rule)
  )
}

const locationOf = (proof: Proof) => ({
  path: proof.file.path,
  startLine: proof.line,
  ...(proof.cell ? { cell: proof.cell } : {}),
})

const evidenceOf = (proof: Proof, suppression: Suppression | null): Evidence => ({
  method: proof.method,
  rule: proof.rule.slice(0, 256),
  strength: proof.strength,
  location: locationOf(proof),
  ...(proof.excerpt ? { excerpt: proof.excerpt } : {}),
  ...(suppression ? { suppression } : {}),
})

interface FinishOptions {
  readonly suppressed: Suppressed
  readonly explain: boolean
}

/**
 * The finding: in its weightiest context, with the strongest grade that this context proves. Null without proof.
 * Suppressed signs decide neither while there are others; where there are none, the finding is suppressed itself.
 */
export function finish(draft: Draft, { suppressed, explain }: FinishOptions): Finding | null {
  const said = new Map(draft.proofs.map((proof) => [proof, suppressed(proof)]))
  const isActive = (proof: Proof) => said.get(proof)?.status === 'active'
  const free = draft.proofs.filter((proof) => !isActive(proof))
  const counting = free.length > 0 ? free : draft.proofs
  const [first, ...others] = counting
  if (!first) return null
  const context = others.reduce(
    (weightiest, proof) => weightierContext(weightiest, contextOfProof(proof)),
    contextOfProof(first),
  )
  const grade = counting
    .filter((proof) => contextOfProof(proof) === context)
    .reduce<Grade>((strongest, proof) => strongerGrade(strongest, proof.grade), 'available')
  const proofs = distinct(
    [...draft.proofs].sort((a, b) => Number(isActive(a)) - Number(isActive(b)) || compareProofs(a, b)),
  )
  const shown = proofs.slice(0, mostEvidence)
  const attributes = { ...draft.attributes }
  if (proofs.length > mostEvidence) attributes.evidenceTotal = proofs.length
  const suppression = free.length === 0 && shown[0] ? said.get(shown[0]) : null
  return {
    ...draft.head,
    key: draft.head.key.slice(0, 1024),
    name: draft.head.name.slice(0, 512),
    ...draft.optional,
    grade,
    context,
    identifiers: [...draft.identifiers.values()]
      .sort((a, b) => byText(a.type, b.type) || byText(a.value, b.value))
      .slice(0, 200),
    attributes,
    evidence: shown.map((proof) => evidenceOf(proof, said.get(proof) ?? null)),
    ...(suppression ? { suppression } : {}),
    ...(explain ? { explanation: explanationOf(draft, shown) } : {}),
  }
}

/** Two detectors that see the same sign say it once. */
function distinct(proofs: readonly Proof[]): Proof[] {
  const seen = new Set<string>()
  return proofs.filter((proof) => {
    const place = `${proof.method} ${proof.rule} ${proof.file.path} ${proof.cell ?? ''} ${proof.line}`
    return seen.has(place) ? false : seen.add(place)
  })
}

const explanationOf = (draft: Draft, shown: readonly Proof[]): Explanation => ({
  proofs: shown.map((proof) => ({ grade: proof.grade, context: contextOfProof(proof) })),
  setAside: draft.setAside.slice(0, mostEvidence).map(
    ({ proof, why }): SetAside => ({
      rule: proof.rule.slice(0, 256),
      location: locationOf(proof),
      ...(proof.excerpt ? { excerpt: proof.excerpt } : {}),
      why,
    }),
  ),
})
