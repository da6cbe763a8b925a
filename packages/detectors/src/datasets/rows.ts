import { isModelPlace, looksLikeModel } from '../code/places.ts'
import type { Input } from '../detector.ts'
import type { FileSigns, HostSign, ModelSign } from '../signs.ts'
import { addressSign } from './address.ts'

/** One value that a statement puts into a column. */
interface Cell {
  readonly table: string
  readonly column: string
  readonly text: string
  readonly at: number
}

const inserting =
  /\binsert\s{1,20}into\s{1,20}(?:["'`\w]{1,60}\.)?["`]?(\w{1,80})["`]?\s{0,20}\(([^()]{1,2000})\)\s{0,20}(?:values|select)\b/gi

const mostStatements = 2000
const mostCells = 20_000

/** Columns that hold where requests go. */
const addressing = /(url|uri|endpoint|host|address|base)$/i

/**
 * What a program's database begins with: providers with their addresses, models by their names. Only columns that say what they
 * hold are read, and only models that the catalogue knows.
 */
export function rowSigns(input: Input, text: string): FileSigns {
  const hosts: HostSign[] = []
  const models: ModelSign[] = []
  for (const { table, column, text: value, at } of cellsIn(text)) {
    if (addressing.test(column)) {
      const host = addressSign(input, value, at, column)
      if (host) hosts.push(host)
      continue
    }
    const holds = isModelPlace(column) || (/^(name|slug|identifier)$/i.test(column) && isModelPlace(table))
    const line = input.lines.at(at)
    if (holds && looksLikeModel(value) && input.catalogue.modelOwner(value) !== null)
      models.push({
        value,
        place: 'model',
        method: 'configuration',
        strength: 'strong',
        line,
        excerpt: input.excerpt(line),
      })
  }
  return {
    ...(hosts.length > 0 ? { hosts } : {}),
    ...(models.length > 0 ? { models } : {}),
  }
}

function* cellsIn(text: string): Generator<Cell> {
  let cells = 0
  const statements = [...text.matchAll(inserting)]
  for (const [n, match] of statements.slice(0, mostStatements).entries()) {
    const [whole, table = '', list = ''] = match
    const columns = list.split(',').map((column) => column.trim().replaceAll(/["`]/g, ''))
    if (!columns.some((column) => addressing.test(column) || isModelPlace(column)) && !isModelPlace(table))
      continue
    const end = statements[n + 1]?.index ?? text.length
    for (const { column, text: value, at } of valuesIn(text, match.index + whole.length, end)) {
      cells += 1
      if (cells > mostCells) return
      const name = columns[column]
      if (name !== undefined) yield { table, column: name, text: value, at }
    }
  }
}

/**
 * The texts of each row, by their column, to the end of the statement: `('a', 1), ('b', 2);`, `select 'a', 1`. Not every
 * dialect ends one with a semicolon, so it ends before the next one as well.
 */
function* valuesIn(
  text: string,
  from: number,
  end: number,
): Generator<{ column: number; text: string; at: number }> {
  const tokens = text.slice(from, end).matchAll(/'((?:[^']|'')*)'|[(),;]/g)
  let depth = 0
  let column = 0
  for (const match of tokens) {
    const [sign, value] = match
    if (sign === ';') return
    if (value !== undefined) {
      if (depth <= 1 && value !== '')
        yield { column, text: value.replaceAll("''", "'"), at: from + match.index + 1 }
    } else if (sign === '(') {
      depth += 1
      if (depth === 1) column = 0
    } else if (sign === ')') depth -= 1
    else if (depth <= 1) column += 1
  }
}
