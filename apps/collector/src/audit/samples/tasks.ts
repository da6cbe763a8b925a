import type { SamplePopulation, SampleTask } from '@ai-census/api'
import type { Transaction } from '@ai-census/db'
import type { Moment } from '../../reconcile/load-facts.ts'
import { findingTasks } from './tasks-of-findings.ts'
import { componentTasks, systemTasks } from './tasks-of-inventory.ts'
import { scopeTasks } from './tasks-of-scopes.ts'

type TasksOf = (tx: Transaction, names: string[], moment: Moment) => Promise<Map<string, SampleTask>>

/** What there is to check for each of these names, as it was at the moment that they were drawn from. */
export const tasksOf: Record<SamplePopulation, TasksOf> = {
  systems: systemTasks,
  components: componentTasks,
  findings: findingTasks,
  scopes: scopeTasks,
}
