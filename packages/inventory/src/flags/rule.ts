import type { FlagId, Supplier } from '@ai-census/schema'
import type { CatalogueFacts } from '../catalogue.ts'
import type { ScopeFacts } from '../ledger.ts'
import type { Settings } from '../settings.ts'
import type { SystemView } from '../systems.ts'

/** What every flag may know besides its subject. */
export interface World {
  readonly now: string
  /** `now` as a date. */
  readonly today: string
  readonly settings: Settings
  readonly catalogue: CatalogueFacts
}

/** Why a flag stands, and what would clear it. */
export interface Raised {
  /** One sentence that names the evidence. */
  readonly reason: string
  readonly clearedBy: string
}

/** A condition of one system, told from that system alone. */
export interface SystemRule {
  readonly id: FlagId
  readonly subject: 'system'
  raise(view: SystemView, world: World): Raised | null
}

/** A condition of one system beside others. */
export interface PairRule {
  readonly id: FlagId
  readonly subject: 'pair'
  raise(proposals: readonly DuplicateSign[]): Raised | null
}

/** What one system has in common with another. */
export interface DuplicateSign {
  readonly other: string
  readonly otherTitle: string
  readonly reason: string
}

/** A condition of a supplier. */
export interface SupplierRule {
  readonly id: FlagId
  readonly subject: 'supplier'
  raise(supplier: Supplier, world: World): Raised | null
}

/** A condition of a scope, told from all scanners that look at it. */
export interface ScopeRule {
  readonly id: FlagId
  readonly subject: 'scope'
  raise(scanners: readonly ScopeFacts[], world: World): Raised | null
}

export type FlagRule = SystemRule | PairRule | SupplierRule | ScopeRule
