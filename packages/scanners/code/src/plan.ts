import type { OpenOptions, Snapshot } from '@ai-census/repositories'
import type { Scope } from '@ai-census/schema'
import type { CodeConfig } from './config.ts'

/** A scope that was discovered, and how to get at what it holds. */
export interface Plan {
  readonly scope: Scope
  /** Where it lies on this machine; null for a URL. */
  readonly folder: string | null
  open(options: OpenOptions): Promise<Snapshot>
}

const plans = new WeakMap<CodeConfig, Map<string, Plan>>()

/** The plans of one run, which has its own configuration value: what `discover` found, `scan` opens. */
export function plansOf(config: CodeConfig): Map<string, Plan> {
  const own = plans.get(config) ?? new Map<string, Plan>()
  plans.set(config, own)
  return own
}
