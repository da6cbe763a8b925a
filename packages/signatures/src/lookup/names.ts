import type { Ecosystem } from '../signature.ts'

/** A package name as its registry compares it, so that two spellings of one name are equal. */
export function normalisePackage(ecosystem: Ecosystem, name: string): string {
  const trimmed = name.trim()
  switch (ecosystem) {
    // PEP 503; extras (`crewai[tools]`) are no part of the name.
    case 'pypi':
    case 'conda':
      return trimmed
        .replace(/\[.*$/, '')
        .replace(/[-_.]+/g, '-')
        .toLowerCase()
    case 'cargo':
      return trimmed.replaceAll('_', '-').toLowerCase()
    case 'swift':
      return trimmed
        .replace(/^(https?:\/\/|git@)/, '')
        .replace(':', '/')
        .replace(/\.git$/, '')
        .toLowerCase()
    case 'github':
      return trimmed
        .replace(/^(?:(?:https?|git|ssh):\/\/)?(?:git@)?(?:www\.)?github\.com[/:]/i, '')
        .replace(/(?:\.git)?\/?$/i, '')
        .toLowerCase()
    case 'cocoapods':
      return trimmed.split('/')[0]!.toLowerCase()
    case 'gem':
    case 'golang':
    case 'maven':
    case 'cran':
      return trimmed
    default:
      return trimmed.toLowerCase()
  }
}

/** `@scope/name` or `name` of an import specifier: sub-paths, `npm:` and versions are left out. */
export function npmPackageOf(specifier: string): string | null {
  const bare = specifier
    .replace(
      /^https?:\/\/(?:(?:esm\.sh|cdn\.skypack\.dev|unpkg\.com|cdn\.jsdelivr\.net\/npm|esm\.run)\/|ga\.jspm\.io\/npm:)/,
      '',
    )
    .replace(/^npm:\/?/, '')
  const match = /^(@[a-z0-9~._-]+\/[a-z0-9~._-]+|[a-z0-9~_][a-z0-9~._-]*)(@[^/]*)?(\/|$)/i.exec(bare)
  return match ? match[1]! : null
}
