import type { ScanContext } from '@ai-census/scanner-kit'
import type { CoverageCell, CoverageStatus, FindingKind, UnknownReason } from '@ai-census/schema'
import type { CellOutcome } from './cell.ts'

interface CellCoverage {
  readonly outcome: CellOutcome
  readonly kinds: readonly FindingKind[]
}

const REASONS: Readonly<Partial<Record<string, UnknownReason>>> = {
  denied: 'permission',
  throttled: 'throttled',
  'limit-reached': 'limit-reached',
  'pagination-limit': 'limit-reached',
  'pagination-loop': 'malformed',
  'unexpected-answer': 'malformed',
}
const unknownReason = (status: string, reason: string | undefined): UnknownReason =>
  REASONS[reason ?? ''] ?? REASONS[status] ?? 'unavailable'

/** `unsupported`: the service has no address here. A broken name service says the same. */
export const NO_ADDRESS = 'no-address'
/** `unsupported`: the service does not know the place. It says nearly the same of a request that is wrong. */
export const NO_PLACE = 'location'
/** `unsupported`: an emulator or private cloud does not know the operation. What the cloud itself has, it does not say. */
export const OWN_ENDPOINT = 'endpoint'
const UNSURE: ReadonlySet<string | undefined> = new Set([NO_ADDRESS, NO_PLACE, OWN_ENDPOINT])

/**
 * What the cells of a scope come to. A type that the region does not have holds nothing, so it takes nothing from a
 * whole look; where that is not sure, and where it is off and may hold what was made while it was on, its kinds count as
 * not seen.
 */
export function coverCells(ctx: ScanContext<unknown>, cells: readonly CellCoverage[]): void {
  ctx.cells(cells.map(({ outcome }) => asCell(outcome)))
  for (const { outcome } of cells) sayUnknowns(ctx, outcome)
  const unseen = new Set(cells.filter(({ outcome }) => !isSeen(outcome)).flatMap(({ kinds }) => kinds))
  ctx.sees([...new Set(cells.flatMap(({ kinds }) => kinds))].filter((kind) => !unseen.has(kind)))
  const worst = worstOf(cells.map(({ outcome }) => outcome))
  if (!worst) return
  const [status, { reason, detail }] = worst
  ctx.cover(status, reason ?? status, detail ?? reason ?? status)
}

const isAbsent = ({ status, reason }: CellOutcome): boolean => status === 'unsupported' && !UNSURE.has(reason)
const isSeen = (outcome: CellOutcome): boolean => outcome.status === 'complete' || isAbsent(outcome)

const asCell = ({ type, status, reason, pages, resources, milliseconds }: CellOutcome): CoverageCell => ({
  type,
  status,
  ...(reason ? { reason } : {}),
  pages,
  resources,
  milliseconds,
})

function sayUnknowns(ctx: ScanContext<unknown>, outcome: CellOutcome): void {
  const { type, status, reason, detail, misses } = outcome
  for (const miss of misses)
    ctx.unknown(`${type}: ${miss.place}`, unknownReason(miss.status, miss.reason), miss.detail)
  const isMissOnly = misses.length > 0 && misses[0]?.detail === detail
  if (['complete', 'unsupported', 'not-enabled'].includes(status) || isMissOnly) return
  // A part of a cell may have been denied: the reason that a person can act on is the permission.
  ctx.unknown(
    type,
    unknownReason(status === 'partial' ? partialOf(reason) : status, reason),
    detail ?? status,
  )
}

/** A permission has a colon or a dot in its name, and no other reason has. */
const partialOf = (reason: string | undefined): string => (/[:./]/.test(reason ?? '') ? 'denied' : 'failed')

type Lowered = Exclude<CoverageStatus, 'complete'>

/** The status of the scope, with the cell that says most about it. */
function worstOf(outcomes: readonly CellOutcome[]): [Lowered, CellOutcome] | null {
  // No service at all in this region.
  if (outcomes.every(({ status }) => status === 'unsupported'))
    return outcomes[0] ? ['unsupported', outcomes[0]] : null
  const cells = outcomes.filter((outcome) => !isAbsent(outcome))
  const of = (status: CoverageStatus) => cells.filter((cell) => cell.status === status)
  const off = of('not-enabled')
  if (off[0] && off.length === cells.length) return ['not-enabled', off[0]]
  const [throttled] = of('throttled')
  if (throttled) return ['throttled', throttled]
  const gaps = cells.filter(({ status }) => status !== 'complete' && status !== 'not-enabled')
  const [first] = gaps
  if (!first) return null
  for (const status of ['denied', 'failed'] as const)
    if (of(status).length + off.length === cells.length) return [status, first]
  return ['partial', first]
}
