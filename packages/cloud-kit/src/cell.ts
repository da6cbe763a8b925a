import { ScopeFailure } from '@ai-census/scanner-kit'
import type { CoverageCell, Finding } from '@ai-census/schema'
import type { ResourceType } from './resource-type.ts'

/** A part of a cell that could not be read: the details of one resource, one list of several. */
export interface Miss {
  /** `sagemaker:DescribeEndpoint`. */
  readonly place: string
  readonly status: ScopeFailure['status']
  readonly reason: string
  readonly detail: string
}

/** What reading a cell tells on the way. */
export interface CellNotes {
  page(): void
  resource(): void
  /** Something in it could not be read, and reading goes on. Said once for each place and reason. */
  miss(place: string, failure: ScopeFailure): void
}

export interface CellOutcome extends CoverageCell {
  readonly detail?: string
  readonly misses: readonly Miss[]
}

export const isExpected = (failure: unknown): failure is ScopeFailure => failure instanceof ScopeFailure

/** Reads one cell. Its findings come as they are seen, its outcome at the end; only a defect is thrown. */
export async function* readCell<Access, Place>(
  type: ResourceType<Access, Place>,
  access: (notes: CellNotes) => Access,
  place: Place,
  now: () => number,
): AsyncGenerator<Finding, CellOutcome, undefined> {
  const started = now()
  const misses = new Map<string, Miss>()
  let pages = 0
  let resources = 0
  const notes: CellNotes = {
    page: () => {
      pages++
    },
    resource: () => {
      resources++
    },
    miss: (where, { status, reason, message }) => {
      const key = `${where} ${reason}`
      if (!misses.has(key)) misses.set(key, { place: where, status, reason, detail: message })
    },
  }
  let failure: ScopeFailure | null = null
  try {
    yield* type.read(access(notes), place, notes)
  } catch (error) {
    if (!isExpected(error)) throw error
    failure = error
  }
  const milliseconds = Math.max(0, Math.round(now() - started))
  return { type: type.id, ...verdict(failure, [...misses.values()], pages), pages, resources, milliseconds }
}

/**
 * Where something was read before it failed the cell is partial, but throttling says itself what to do: again, later; and
 * that something is off may be what reading showed.
 */
function verdict(failure: ScopeFailure | null, misses: readonly Miss[], pages: number) {
  const first = misses[0]
  if (failure) {
    const { reason, message: detail } = failure
    const isOwn = failure.status === 'throttled' || failure.status === 'not-enabled'
    const status = pages > 0 && !isOwn ? ('partial' as const) : failure.status
    return { status, reason: reason.slice(0, 256), detail, misses }
  }
  if (first)
    return { status: 'partial' as const, reason: first.reason.slice(0, 256), detail: first.detail, misses }
  return { status: 'complete' as const, misses }
}
