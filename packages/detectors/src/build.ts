import { loadCatalogue } from '@ai-census/signatures'
import { writeTables } from './literal-tables.ts'

writeTables(loadCatalogue())
