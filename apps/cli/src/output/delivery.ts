import { type Delivery, type ScopeChange, whatWaits } from '../deliver.ts'

/** Says on standard error what became of the reports, and what they changed. */
export function sayDelivery(delivery: Delivery, url: string): void {
  for (const line of deliveryLines(delivery, url)) process.stderr.write(`${line}\n`)
}

export function deliveryLines(delivery: Delivery, url: string): string[] {
  const lines = [
    `Sent to ${url}: ${count(delivery.sent, 'report')}, ${delivery.confirmed} unchanged. ${changesLine(delivery.changes)}`,
  ]
  for (const { file, problem } of delivery.refused)
    lines.push(`Refused: ${problem}`, `  The report is kept in ${file}`)
  if (delivery.away) lines.push(`${delivery.away}; ${whatWaits(delivery.waiting, url)}`)
  const held = delivery.changes.filter((change) => change.held)
  if (held.length > 0)
    lines.push(
      `Held: so much vanished at once from ${held.map(({ scope }) => scope).join(', ')} that a person must confirm it in the dashboard.`,
    )
  return lines
}

const KINDS = [
  ['added', 'new'],
  ['changed', 'changed'],
  ['missing', 'missing'],
  ['gone', 'gone'],
  ['returned', 'returned'],
] as const

/** `12 new, 3 changed, 1 missing in 4 scopes.` */
export function changesLine(changes: readonly ScopeChange[]): string {
  const sums = KINDS.map(([kind, word]) => [changes.reduce((sum, one) => sum + one[kind], 0), word] as const)
  const said = sums.filter(([sum]) => sum > 0).map(([sum, word]) => `${sum} ${word}`)
  if (said.length === 0) return 'Nothing changed.'
  const touched = changes.filter((one) => KINDS.some(([kind]) => one[kind] > 0)).length
  return `${said.join(', ')} in ${count(touched, 'scope')}.`
}

const count = (n: number, one: string): string => `${n} ${n === 1 ? one : `${one}s`}`
