import { type Evidence, type Finding, isCodeLocation, portableKey, type ScanReport } from '@ai-census/schema'
import { placeOf } from './place.ts'
import { safe } from './safe.ts'
import { sinceOf } from './view.ts'

/** What the last part of a rule's name stands for. */
const ruleWords: Readonly<Record<string, string>> = {
  'base-url': 'the address that the client is given says who serves',
  client: 'the client’s class says who serves',
  key: 'a key of this supplier',
  model: 'an id of a model in a place that holds one',
  setting: 'a setting of the environment says who serves',
  default: 'nothing leads elsewhere, so the package’s own supplier serves',
  service: 'the service that the client is made for',
  host: 'a host of this supplier in code or configuration',
  endpoint: 'an address of the organisation’s own',
  environment: 'the name of an environment variable of this supplier',
  import: 'an import of this supplier’s package',
  call: 'a call of the package',
  adapter: 'a file that is named for this supplier, among adapters of other suppliers',
  package: 'a manifest or lock file names the package',
}

/** Why a verdict was reached: each sign, what it proves, and what was left out. Null where no finding has the key. */
export function renderExplanation(reports: readonly ScanReport[], key: string): string | null {
  const wanted = key.startsWith('credential:') ? key.replace('...', '\u2026') : key
  const found = reports.flatMap((report) =>
    report.findings
      .filter((finding) => finding.key === wanted || portableKey(finding) === wanted)
      .map((finding) => ({ report, finding })),
  )
  if (found.length === 0) return null
  return `${found.map(({ report, finding }) => explain(report, finding).join('\n')).join('\n\n')}\n`
}

/** What looks most like a key that does not exist, and what was set aside that speaks of it. */
export function nearestKeys(reports: readonly ScanReport[], key: string): string {
  const findings = reports.flatMap((report) => report.findings)
  const supplier = key.split(':')[1] ?? key
  const aside = findings.flatMap(({ key: of, explanation }) =>
    (explanation?.setAside ?? [])
      .filter(({ rule }) => rule.startsWith(`${supplier}/`))
      .map((one) => `  ${placeOf(one)} (${one.rule}), seen for ${of}: ${one.why}`),
  )
  const words = key
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 2)
  const near = findings
    .map(portableKey)
    .filter((one) => words.some((word) => one.toLowerCase().includes(word)))
  const lines = [
    ...(aside.length > 0 ? ['What speaks of it was set aside:', ...aside] : []),
    ...(near.length > 0 ? ['Keys like it:', ...near.slice(0, 20).map((one) => `  ${one}`)] : []),
    ...(near.length === 0 ? [`There are ${findings.length} findings; --format json lists their keys.`] : []),
  ]
  return lines.map(safe).join('\n')
}

function cameWith(finding: Finding): string[] {
  const since = sinceOf(finding)
  const { firstCommitAt, firstCommitBy } = finding.attributes
  if (since === null) return []
  return [
    `  It came ${since} (${String(firstCommitAt).slice(0, 10)}${firstCommitBy ? `, ${firstCommitBy}` : ''})`,
  ]
}

function explain(report: ScanReport, finding: Finding): string[] {
  const { evidence, explanation, suppression, grade, context } = finding
  const supplier = finding.supplier ?? finding.supplierName ?? 'no known supplier'
  const lines = [
    `${finding.key}  in ${report.scope.key}`,
    `  Verdict: ${finding.kind} ${finding.name} of ${supplier}, ${grade} in ${context}`,
    '  The context is the weightiest in which a sign counts; the grade is the strongest that a sign of that context proves.',
    ...cameWith(finding),
    '',
    `  ${evidence.length} signs count or are suppressed:`,
  ]
  for (const [index, one] of evidence.entries()) lines.push(...signLines(finding, one, index))
  const total = finding.attributes.evidenceTotal
  if (typeof total === 'number') lines.push(`    and ${total - evidence.length} more like them`)
  if (suppression)
    lines.push(
      '',
      `  Suppressed (${suppression.status}) ${suppression.by} at ${suppression.place}: ${suppression.reason ?? 'no reason given'}${suppression.author ? `, ${suppression.author}` : ''}${suppression.expires ? `, until ${suppression.expires}` : ''}`,
    )
  const aside = explanation?.setAside ?? []
  if (aside.length > 0) lines.push('', '  Set aside:')
  for (const { rule, location, excerpt, why } of aside)
    lines.push(
      `    ${placeOf({ location })}  ${rule}`,
      ...(excerpt ? [`      ${excerpt}`] : []),
      `      ${why}`,
    )
  return lines.map(safe)
}

function signLines(finding: Finding, one: Evidence, index: number): string[] {
  const proof = finding.explanation?.proofs[index]
  const words = ruleWords[one.rule.split('/').at(-1) ?? '']
  return [
    `    ${placeOf(one)}  ${one.rule} (${one.method}, ${one.strength})${words ? `: ${words}` : ''}`,
    ...(one.excerpt && isCodeLocation(one.location) ? [`      ${one.excerpt.trim()}`] : []),
    ...(proof ? [`      ${effectOf(finding, one, proof)}`] : []),
  ]
}

function effectOf(finding: Finding, one: Evidence, proof: { grade: string; context: string }): string {
  const alone = `alone: ${proof.grade} in ${proof.context}`
  if (one.suppression?.status === 'active' && finding.suppression === undefined)
    return `${alone}; suppressed at ${one.suppression.place}, so that it decides nothing`
  if (proof.context !== finding.context) return `${alone}; a weightier context decides`
  return proof.grade === finding.grade
    ? `${alone}; decides the verdict`
    : `${alone}; a stronger sign decides the grade`
}
