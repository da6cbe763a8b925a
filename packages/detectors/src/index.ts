export { type Analyser, type AnalyserOptions, createAnalyser } from './analyser.ts'
export type { Catalogue } from './catalogue.ts'
export { type AnalysedFile, type ConcludeOptions, conclude, concludeWhole } from './conclude/conclude.ts'
export { contextOf } from './context.ts'
export {
  createPrefilter,
  createSlab,
  type Prefilter,
  type SharedTables,
  SLACK,
  type Slab,
} from './engine/index.ts'
export { errorKind } from './error-kind.ts'
export { isPlausible, type Place } from './hit-context.ts'
export { literalTables, useTables } from './literal-tables.ts'
export { placeAt } from './matcher.ts'
export type { FileSigns } from './signs.ts'
export { signsKey } from './version.ts'
