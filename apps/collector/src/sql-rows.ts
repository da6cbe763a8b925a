import { type SQL, sql } from '@ai-census/db/query'

/** A column's values; a null is a null. */
export type Column = readonly (string | null)[]

/**
 * Rows to be selected from, all as text: `from ${rowsOf({ key: keys, hash: hashes })} as new`. A column goes over as
 * one text with a value a line, which neither side has to escape, for that is most of the work of an array. A column
 * whose values are all the same goes over as that one value; one with a line end or a null goes over as an array.
 */
export function rowsOf(columns: Readonly<Record<string, Column>>): SQL {
  const names = Object.keys(columns)
  const constant = new Set(names.slice(1).filter((name) => isConstant(columns[name] ?? [])))
  const varying = names.filter((name) => !constant.has(name))
  const list = (of: readonly string[]) =>
    sql.join(
      of.map((name) => sql.identifier(name)),
      sql`, `,
    )
  const shown = names.map((name) =>
    constant.has(name)
      ? sql`${columns[name]?.[0] ?? null}::text as ${sql.identifier(name)}`
      : sql.identifier(name),
  )
  const sources = sql.join(
    varying.map((name) => lines(columns[name] ?? [])),
    sql`, `,
  )
  return sql`(select ${sql.join(shown, sql`, `)} from rows from (${sources}) as line (${list(varying)}))`
}

const isConstant = (values: Column): boolean => values.every((value) => value === values[0])

function lines(values: Column): SQL {
  const isSaid = !values.includes(null) && !values.includes('')
  const text = isSaid ? values.join('\n') : ''
  return isSaid && countOf('\n', text) === values.length - 1
    ? sql`string_to_table(${text}::text, ${'\n'}::text)`
    : sql`unnest(${sql.param([...values])}::text[])`
}

function countOf(letter: string, text: string): number {
  let count = 0
  for (let at = text.indexOf(letter); at !== -1; at = text.indexOf(letter, at + 1)) count += 1
  return count
}
