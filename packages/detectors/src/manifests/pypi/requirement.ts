/** A requirement as PEP 508 writes it: `name[extra] >=1,<2 ; marker`, `name @ url`. */
export interface Requirement {
  readonly name: string
  readonly range: string
  /** Only for an extra that the project offers. */
  readonly optional: boolean
}

const form = /^\s*([A-Za-z0-9][A-Za-z0-9._-]*)\s*(\[[^\]]*\])?\s*([^;#]*)(;[^#]*)?/

export function requirementOf(text: string): Requirement | null {
  const match = form.exec(text)
  if (!match?.[1]) return null
  const range = (match[3] ?? '').trim()
  // A name is followed by nothing, a comparison, an address or an option: else the line is no requirement.
  if (range !== '' && !/^([<>=!~@(*]|--)/.test(range)) return null
  return {
    name: match[1],
    range: range.replace(/\s*--hash.*$|\s*\\$/, '').slice(0, 200),
    optional: /extra\s*==/.test(match[4] ?? ''),
  }
}
