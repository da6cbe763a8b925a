import { createHash } from 'node:crypto'
import type { Catalogue } from '@ai-census/detectors'
import { type Finding, isCodeLocation } from '@ai-census/schema'
import type { LiteralKind, LiteralMeaning } from '@ai-census/signatures'

/** The engine has no words of shorter texts. */
const SHORTEST = 3

export interface Needle {
  /** In lower case. */
  readonly text: string
  /** What the catalogue knows it as, which says where it can be a sign. */
  readonly meaning?: LiteralMeaning
  /** Of a model's id: `gpt-5` is no part of `gpt-5-mini`. */
  readonly whole?: boolean
}

/** What to look for in old files: a file that shows the finding holds one of the needles or lies at one of the paths. */
export interface Trace {
  readonly finding: Finding
  readonly needles: readonly Needle[]
  readonly paths: readonly string[]
}

export function traceOf(finding: Finding, catalogue: Catalogue): Trace {
  const paths = pathsOf(finding)
  const needles = paths.length > 0 ? [] : needlesOf(finding, catalogue)
  const distinct = new Map(needles.map((needle) => [`${needle.text} ${needle.meaning?.kind}`, needle]))
  return { finding, needles: [...distinct.values()].filter(({ text }) => text.length >= SHORTEST), paths }
}

/** Equal for what is looked for alike. */
export const traceId = ({ needles, paths }: Trace): string =>
  createHash('sha256')
    .update(JSON.stringify([needles, paths]))
    .digest('hex')
    .slice(0, 32)

/** Some things are what they are at their path, and at another they are another: their keys say so. */
function pathsOf({ kind, key, evidence }: Finding): string[] {
  const own = /^[a-z-]+:(.+?)#/s.exec(key)?.[1]
  if (own !== undefined) return [own]
  if (kind !== 'model-file' && kind !== 'assistant') return []
  return evidence.flatMap(({ location }) => (isCodeLocation(location) ? [location.path] : []))
}

function needlesOf(finding: Finding, catalogue: Catalogue): Needle[] {
  switch (finding.kind) {
    case 'model':
      return modelNeedles(lastPart(finding.model?.id ?? finding.name).toLowerCase())
    case 'library':
      return [...plain(spellings(finding.name)), ...importsOf(finding, catalogue)]
    case 'service':
      return [...plain(hostsOf(finding)), ...literalsOf(suppliersOf(finding), serviceKinds, catalogue)]
    case 'credential':
      return plain(literalsOf(suppliersOf(finding), ['key'], catalogue).map(({ text }) => text))
    default:
      return plain([...hostsOf(finding), nameIn(finding.key)])
  }
}

/** Signs that one file alone can prove a supplier by; a model's name alone proves none. */
const serviceKinds: readonly LiteralKind[] = [
  'package',
  'import',
  'host',
  'environment',
  'image',
  'resource',
  'service',
  'action',
  'model-prefix',
]

/** A name of two letters is looked for together with what stands around it. */
const modelNeedles = (id: string): Needle[] =>
  id.length < SHORTEST
    ? [`"${id}"`, `'${id}'`, `/${id}`].map((text) => ({ text, whole: true }))
    : [{ text: id, whole: true }]

const plain = (texts: readonly string[]): Needle[] => texts.map((text) => ({ text: text.toLowerCase() }))

/** `anthropic/claude-3.7-sonnet` may be put together from a provider and a name. */
export const lastPart = (id: string): string => id.slice(id.lastIndexOf('/') + 1)

/** What a key calls the thing, without its path or registry, and without the number of its namesake. */
export const nameIn = (key: string): string =>
  lastPart(key.replace(/#\d+$/, '').replace(/^[^:]*:(?:.*#)?/s, ''))

/** A package goes by the same name with other signs between its words, and in XML without its group. */
function spellings(name: string): string[] {
  const artefact = name.slice(name.lastIndexOf(':') + 1)
  if (artefact.length <= SHORTEST) return [`"${artefact}"`, `'${artefact}'`, `/${artefact}`]
  return [
    artefact,
    artefact.replaceAll('-', '_'),
    artefact.replaceAll('_', '-'),
    artefact.replace(/[-_]/g, '.'),
  ]
}

/** Modules by which the code takes a package in, where they are called otherwise than the package. */
function importsOf(finding: Finding, catalogue: Catalogue): Needle[] {
  const lines = finding.evidence.flatMap(({ method, excerpt }) =>
    method === 'import' ? [(excerpt ?? '').toLowerCase()] : [],
  )
  if (lines.length === 0) return []
  return literalsOf(suppliersOf(finding), ['import'], catalogue).filter(({ text }) =>
    lines.some((line) => line.includes(text)),
  )
}

const hostsOf = ({ identifiers }: Finding): string[] =>
  identifiers.flatMap(({ type, value }) => (type === 'host' ? [value.replace(/:\d+$/, '')] : []))

export function suppliersOf({ supplier, attributes }: Finding): ReadonlySet<string> {
  const { publisher, suppliers } = attributes
  const others = [publisher, ...(Array.isArray(suppliers) ? suppliers : [])]
  return new Set([supplier, ...others].filter((one) => typeof one === 'string'))
}

/** The catalogue's own texts for a supplier. */
function literalsOf(
  suppliers: ReadonlySet<string>,
  kinds: readonly LiteralKind[],
  catalogue: Catalogue,
): Needle[] {
  return catalogue.literals.flatMap((text, i) =>
    catalogue
      .literalMeaning(i)
      .filter(({ supplier, kind }) => suppliers.has(supplier) && kinds.includes(kind))
      .map((meaning) => ({ text: text.toLowerCase(), meaning })),
  )
}
