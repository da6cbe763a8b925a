/** What detection asks of the catalogue of signatures. */
// biome-ignore lint/suspicious/noEmptyInterface: filled as the look-ups arrive
export interface Catalogue {}
