export type { Catalogue } from '@ai-census/signatures'
