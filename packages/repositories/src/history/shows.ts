import { type Catalogue, conclude, type FileSigns } from '@ai-census/detectors'
import type { Finding } from '@ai-census/schema'
import { lastPart, nameIn, suppliersOf } from './trace.ts'

/** `close`: the file speaks of it, but what it does with it only several files together tell. */
export type Shown = 'yes' | 'close' | 'no'

/** What the signs of one old file say of a finding. Comments and prose have left no signs. */
export interface OldFile {
  readonly path: string
  readonly signs: FileSigns
  shows(finding: Finding): Shown
}

/** @param paths all paths of the scope as it is, to tell its own modules from packages of the same name */
export function oldFile(
  path: string,
  signs: FileSigns,
  catalogue: Catalogue,
  paths: readonly string[],
): OldFile {
  let text: string | undefined
  let concluded: ReturnType<typeof conclude> | undefined
  const mentions = (part: string) => {
    text ??= JSON.stringify(signs).toLowerCase()
    return text.includes(part.toLowerCase())
  }
  const alone = () => (concluded ??= conclude([{ path, signs }], catalogue, { paths }))
  const concludes = (key: string) => alone().findings.some((finding) => finding.key === key)
  // What nothing could be concluded from is not for that without the finding.
  const isLeftOut = () => alone().unknowns.some(({ reason }) => reason === 'unavailable')
  return {
    path,
    signs,
    shows(finding) {
      switch (finding.kind) {
        case 'service':
          if (concludes(finding.key)) return 'yes'
          return isLeftOut() || speaksOf(finding.supplier, signs, catalogue) ? 'close' : 'no'
        case 'library':
          return takesIn(finding, signs, catalogue) ? 'yes' : 'no'
        case 'model':
          // As a value's end: `"gpt-4o"`, `"openai/gpt-4o"`.
          return mentions(`${quoted(lastPart(finding.model?.id ?? finding.name))}"`) ? 'yes' : 'no'
        case 'assistant':
          return (signs.named ?? []).some(({ type }) => type === 'assistant' || type === 'action')
            ? 'yes'
            : 'no'
        case 'credential':
          return hasKey(finding, signs) ? 'yes' : 'no'
        default:
          return mentions(quoted(nameIn(finding.key))) ? 'yes' : 'no'
      }
    },
  }
}

/** As it stands within a text of JSON. */
const quoted = (text: string): string => JSON.stringify(text).slice(1, -1)

function speaksOf(supplier: string | null, signs: FileSigns, catalogue: Catalogue): boolean {
  if (supplier === null) return false
  const placed = [
    ...(signs.hosts ?? []),
    ...(signs.environment ?? []).filter(({ strength }) => strength !== 'weak'),
    ...(signs.named ?? []),
    ...(signs.models ?? []),
  ]
  return (
    placed.some((sign) => sign.supplier === supplier) ||
    (signs.packages ?? []).some(({ ecosystem, name }) => {
      const owner = catalogue.packageOwner(ecosystem, name)
      return owner?.supplier === supplier && owner.role !== 'tooling'
    }) ||
    (signs.imports ?? []).some(({ language, module }) => {
      const owner = catalogue.importOwner(language, module)
      return owner?.supplier === supplier && !owner.shared
    })
  )
}

const plainName = (name: string): string => name.toLowerCase().replace(/[-_.]+/g, '-')

function takesIn(finding: Finding, signs: FileSigns, catalogue: Catalogue): boolean {
  const name = plainName(finding.name)
  if ((signs.packages ?? []).some((sign) => plainName(sign.name) === name)) return true
  const suppliers = suppliersOf(finding)
  return (signs.imports ?? []).some(({ language, module }) => {
    const owner = catalogue.importOwner(language, module)
    return (
      owner !== null &&
      suppliers.has(owner.supplier) &&
      (plainName(module) === name || isEvidence(finding, module))
    )
  })
}

const isEvidence = ({ evidence }: Finding, module: string): boolean =>
  evidence.some(({ method, excerpt }) => method === 'import' && (excerpt ?? '').includes(module))

function hasKey({ identifiers }: Finding, signs: FileSigns): boolean {
  const fingerprints = new Set(
    identifiers.flatMap(({ type, value }) => (type === 'key-fingerprint' ? [value] : [])),
  )
  return (signs.keys ?? []).some(({ fingerprint }) => fingerprints.has(fingerprint))
}
