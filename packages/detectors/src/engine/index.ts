export { createPrefilter, type Hit, Prefilter, prefilterFrom } from './prefilter.ts'
export { createSlab, type Slab } from './slab.ts'
export type { SharedTables } from './tables.ts'
