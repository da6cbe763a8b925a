import type { ScanContext } from '@ai-census/scanner-kit'
import type { Finding } from '@ai-census/schema'
import { type CellNotes, type CellOutcome, readCell } from './cell.ts'
import { coverCells } from './cover-cells.ts'
import type { ResourceType } from './resource-type.ts'
import type { Resume } from './resume.ts'

export interface CellPlan<Access, Place> {
  /** The scope's key; with the type's id the cell's. */
  readonly scope: string
  readonly types: readonly ResourceType<Access, Place>[]
  readonly place: Place
  access(type: ResourceType<Access, Place>, notes: CellNotes): Access
  readonly resume: Resume
  /** Cells of this scope side by side. */
  readonly width: number
  /** Milliseconds, monotonic. */
  now(): number
}

type Cell = AsyncGenerator<Finding, CellOutcome, undefined>
interface Step<Access, Place> {
  readonly type: ResourceType<Access, Place>
  readonly cell: Cell
  readonly result: IteratorResult<Finding, CellOutcome>
}

/**
 * Reads the cells of one scope side by side and gives their findings as they come: of each cell one at a time is in
 * hand, however many resources there are. At the end the scope's coverage says how each cell went.
 */
export async function* scanCells<Access, Place>(
  plan: CellPlan<Access, Place>,
  ctx: ScanContext<unknown>,
): AsyncGenerator<Finding, void, undefined> {
  const waiting = [...plan.types]
  const running = new Map<Cell, Promise<Step<Access, Place>>>()
  // A list that changes while it is read may show a resource on two pages.
  const seen = new Set<string>()
  const outcomes: { outcome: CellOutcome; kinds: ResourceType<Access, Place>['kinds'] }[] = []
  const pull = (type: ResourceType<Access, Place>, cell: Cell) => {
    const step = cell.next().then((result) => ({ type, cell, result }))
    // Awaited in the race; a defect in two cells at once must not count as unhandled.
    step.catch(() => undefined)
    running.set(cell, step)
  }
  try {
    while (waiting.length > 0 || running.size > 0) {
      for (let type = waiting[0]; type && running.size < plan.width; type = waiting[0]) {
        waiting.shift()
        pull(type, await startCell(type, plan))
      }
      const { type, cell, result } = await Promise.race(running.values())
      if (!result.done) {
        if (!seen.has(result.value.key)) {
          seen.add(result.value.key)
          yield result.value
        }
        pull(type, cell)
        continue
      }
      running.delete(cell)
      outcomes.push({ outcome: result.value, kinds: type.kinds })
      ctx.progress(outcomes.length, plan.types.length, 'resource types')
    }
  } finally {
    // Left early: requests in flight end by the signal, files by this.
    for (const cell of running.keys()) void cell.return(CLOSED)
  }
  coverCells(ctx, outcomes)
}

const CLOSED: CellOutcome = {
  type: '-',
  status: 'failed',
  pages: 0,
  resources: 0,
  milliseconds: 0,
  misses: [],
}

async function startCell<Access, Place>(
  type: ResourceType<Access, Place>,
  { scope, place, access, resume, now }: CellPlan<Access, Place>,
): Promise<Cell> {
  const key = `${scope} ${type.id}`
  const replayed = await resume.replay(key)
  if (replayed) return replayed
  return resume.keep(
    key,
    readCell(type, (notes) => access(type, notes), place, now),
  )
}
