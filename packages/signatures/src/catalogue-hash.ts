import { loadCatalogue } from './compile.ts'

/** What the build of a bundle puts in the place of this name: the hash of the catalogue that it carries. */
declare const AI_CENSUS_CATALOGUE_HASH: string | undefined

/** The catalogue's hash. A bundle knows it without loading the catalogue. */
export const catalogueHash = (): string =>
  typeof AI_CENSUS_CATALOGUE_HASH === 'string' ? AI_CENSUS_CATALOGUE_HASH : loadCatalogue().hash
