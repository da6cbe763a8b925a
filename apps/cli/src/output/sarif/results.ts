import { createHash } from 'node:crypto'
import {
  type CodeLocation,
  type Evidence,
  type Finding,
  gradeRank,
  isCodeLocation,
  portableKey,
  type ScanReport,
  type Suppression,
} from '@ai-census/schema'
import type { Location, PhysicalLocation, Result, Suppression as SarifSuppression } from 'sarif'
import { placeOf } from '../place.ts'
import { safe } from '../safe.ts'
import { retirement, type ScanView } from '../view.ts'
import { ruleIdOf, supplierName } from './rules.ts'

export const ROOT = 'SRCROOT'

/** Code scanning shows a hundred places of one alert. */
const MOST_RELATED = 99

export function resultOf(report: ScanReport, finding: Finding, { comparison }: ScanView): Result {
  const [first, ...others] = finding.evidence
  const related = others.filter(({ location }) => isCodeLocation(location)).slice(0, MOST_RELATED)
  const fingerprint = fingerprintOf(finding)
  const { suppression } = finding
  return {
    ruleId: ruleIdOf(finding),
    level: levelOf(finding),
    message: { text: messageOf(finding, report) },
    ...(first ? { locations: [locationOf(report, first)] } : {}),
    ...(related.length > 0
      ? { relatedLocations: related.map((one, index) => ({ id: index + 1, ...locationOf(report, one) })) }
      : {}),
    // No line is in them, so that an alert stays the same while its code moves.
    partialFingerprints: {
      'aiCensusFinding/v1': fingerprint,
      primaryLocationLineHash: `${fingerprint.slice(0, 16)}:1`,
    },
    ...(suppression ? { suppressions: [suppressionOf(suppression)] } : {}),
    ...(comparison
      ? { baselineState: comparison.isNew(report, finding) ? ('new' as const) : ('unchanged' as const) }
      : {}),
    properties: {
      key: finding.key,
      kind: finding.kind,
      supplier: finding.supplier,
      grade: finding.grade,
      context: finding.context,
      ...(finding.model ? { model: finding.model.id } : {}),
    },
  }
}

/** A key in a file is an error; what production really reaches, or will lose, is a warning; all else is to be known. */
export function levelOf(finding: Finding): 'error' | 'warning' | 'note' {
  if (finding.kind === 'credential')
    return finding.evidence.some(({ location }) => isCodeLocation(location)) ? 'error' : 'note'
  if (finding.context !== 'production') return 'note'
  if (typeof finding.attributes.retiresOn === 'string') return 'warning'
  // What a library reaches is a finding of its own.
  if (finding.kind === 'library') return 'note'
  return gradeRank(finding.grade) >= gradeRank('configured') ? 'warning' : 'note'
}

function messageOf(finding: Finding, report: ScanReport): string {
  const retires = retirement(finding, report)
  const supplier = finding.supplier === null ? finding.supplierName : supplierName(finding.supplier)
  const text = [
    `${supplier ?? 'No known supplier'}: ${finding.kind} ${finding.name}, ${finding.grade} in ${finding.context}.`,
    ...(retires ? [`The publisher says: ${retires}.`] : []),
    `First evidence: ${placeOf(finding.evidence[0])} (${finding.evidence[0]?.rule}).`,
  ].join(' ')
  // Brackets would be read as links to places.
  return safe(text).replace(/[\\[\]]/g, '\\$&')
}

export const fingerprintOf = (finding: Finding): string =>
  createHash('sha256').update(portableKey(finding)).digest('hex')

function locationOf(report: ScanReport, { location, excerpt, rule }: Evidence): Location {
  if (!isCodeLocation(location))
    return { logicalLocations: [{ fullyQualifiedName: safe(placeOf({ location })), kind: 'resource' }] }
  const cell = location.cell ? `, cell ${location.cell} line ${location.startLine}` : ''
  return {
    physicalLocation: physicalLocation(report, location, excerpt),
    message: { text: `${rule}${cell}` },
  }
}

/** A notebook's lines count within its cells, which SARIF does not know: such a place is the file. */
export function physicalLocation(
  report: ScanReport,
  location: Pick<CodeLocation, 'path'> & Partial<CodeLocation>,
  excerpt?: string,
): PhysicalLocation {
  const { path, startLine = 1, endLine, cell } = location
  return {
    artifactLocation: { uri: relativeUri(partOf(report) + path), uriBaseId: ROOT },
    region: cell
      ? { startLine: 1 }
      : {
          startLine,
          ...(endLine ? { endLine } : {}),
          ...(excerpt ? { snippet: { text: safe(excerpt) } } : {}),
        },
  }
}

/** Paths of a scope that is a part of a repository (`git:host/path//part`) begin at the part. */
function partOf({ scope }: ScanReport): string {
  const part = scope.key.startsWith('git:') ? scope.key.split('//')[1] : undefined
  return part ? `${part.replace(/%[0-9a-f]{2}/gi, decodeURIComponent)}/` : ''
}

const relativeUri = (path: string): string => path.toWellFormed().split('/').map(encodeURIComponent).join('/')

const suppressionOf = ({ by, status, reason, author, expires, place }: Suppression): SarifSuppression => {
  const who = author ? `, by ${author}` : ''
  const until = expires ? ` until ${expires}` : ''
  return {
    kind: by === 'comment' ? 'inSource' : 'external',
    status: status === 'active' ? 'accepted' : 'rejected',
    justification: safe(`${reason ?? 'No reason is given'} (${place}${who}${until})`),
  }
}
