export { breather } from './breathe.ts'
export { type Layout, layOut, type Tabular } from './columns/mapping.ts'
export { targetTitles } from './columns/target.ts'
export { foldRepository } from './plan/keys.ts'
export type { ImportLink, KnownAnswer, KnownSystem } from './plan/known.ts'
export { type ImportPlan, type PlanInput, planImport, type RowPlan } from './plan/plan.ts'
export { readRegister } from './read/read-register.ts'
export {
  type CellFault,
  limits,
  type RegisterTable,
  type SheetInfo,
  type TableRow,
  UnreadableFile,
} from './read/table.ts'
export { type ReadRowContext, type RowReading, readRow } from './values/read-row.ts'
