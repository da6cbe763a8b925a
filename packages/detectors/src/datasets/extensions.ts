import type { Catalogue } from '../catalogue.ts'

const created =
  /\b(?:create|alter)\s{1,20}extension\s{1,20}(?:if\s{1,20}not\s{1,20}exists\s{1,20})?["'`]?(\w{3,40})/gi

/** Extensions of the catalogue that a statement adds to a database, or changes in it, with where each stands in the text. */
export function extensionsIn(
  text: string,
  catalogue: Catalogue,
): { name: string; supplier: string; at: number }[] {
  return [...text.matchAll(created)].flatMap(({ 1: name = '', index }) => {
    const supplier = catalogue.extensionOwner(name)
    return supplier === null ? [] : [{ name: name.toLowerCase(), supplier, at: index }]
  })
}
