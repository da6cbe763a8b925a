import type { CoverageCell, ScanReport } from '@ai-census/schema'
import { safe } from './safe.ts'
import type { Style } from './style.ts'

interface PlacedCell extends CoverageCell {
  readonly scope: string
}

const SHOWN_PLACES = 3

/** The coverage ledger: how many cells ended how, and which ones leave something unknown. */
export function renderCells(reports: readonly ScanReport[], style: Style): string[] {
  const cells = reports.flatMap(({ scope, coverage }) =>
    (coverage.cells ?? []).map((cell): PlacedCell => ({ ...cell, scope: scope.key })),
  )
  if (cells.length === 0) return []
  const lines: string[] = []
  const seconds = cells.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / 1000
  const pages = cells.reduce((sum, cell) => sum + cell.pages, 0)
  const counts = [...Map.groupBy(cells, ({ status }) => status)].map(
    ([status, some]) => `${some.length} ${status}`,
  )
  lines.push(
    `${style.bold('Coverage')}  ${counts.join(', ')} (resource types by scope; ${pages} pages, ${seconds.toFixed(1)} s)`,
  )
  const odd = cells.filter(({ status }) => status !== 'complete')
  const groups = Map.groupBy(odd, ({ status, reason }) => `${status.padEnd(11)}  ${reason ?? ''}`)
  for (const [what, some] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const places = some.slice(0, SHOWN_PLACES).map(({ scope, type }) => `${scope} ${type}`)
    const more = some.length > SHOWN_PLACES ? `, +${some.length - SHOWN_PLACES} more` : ''
    const line = `  ${safe(what)}: ${safe(places.join(', '))}${more}`
    lines.push(some[0]?.status === 'unsupported' ? style.dim(line) : style.warn(line))
  }
  return [...lines, '']
}
