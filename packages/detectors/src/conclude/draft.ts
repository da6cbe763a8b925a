import {
  type Context,
  Context as Contexts,
  type Evidence,
  type EvidenceMethod,
  type Finding,
  type FindingKind,
  type Grade,
  Grade as Grades,
  type Identifier,
  type Strength,
  strongerGrade,
  weightierContext,
} from '@ai-census/schema'
import type { RepositoryFile } from './repository.ts'

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

  constructor(head: DraftHead) {
    this.head = head
  }

  add(proof: Proof): this {
    this.proofs.push(proof)
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

const evidenceOf = (proof: Proof): Evidence => ({
  method: proof.method,
  rule: proof.rule.slice(0, 256),
  strength: proof.strength,
  location: { path: proof.file.path, startLine: proof.line, ...(proof.cell ? { cell: proof.cell } : {}) },
  ...(proof.excerpt ? { excerpt: proof.excerpt } : {}),
})

/** The finding: in its weightiest context, with the strongest grade that this context proves. Null without proof. */
export function finish(draft: Draft): Finding | null {
  const [first, ...others] = draft.proofs
  if (!first) return null
  const context = others.reduce(
    (weightiest, proof) => weightierContext(weightiest, contextOfProof(proof)),
    contextOfProof(first),
  )
  const grade = draft.proofs
    .filter((proof) => contextOfProof(proof) === context)
    .reduce<Grade>((strongest, proof) => strongerGrade(strongest, proof.grade), 'available')
  const seen = new Set<string>()
  const proofs = [...draft.proofs].sort(compareProofs).filter((proof) => {
    const place = `${proof.method} ${proof.rule} ${proof.file.path} ${proof.cell ?? ''} ${proof.line}`
    return seen.has(place) ? false : seen.add(place)
  })
  const attributes = { ...draft.attributes }
  if (proofs.length > mostEvidence) attributes.evidenceTotal = proofs.length
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
    evidence: proofs.slice(0, mostEvidence).map(evidenceOf),
  }
}
