import {
  type ColumnMapping,
  type ImportMapping,
  type ImportTarget,
  type RowProblem,
  type SystemField,
  SystemFields,
} from '@ai-census/schema'
import { targetTitles } from '../columns/target.ts'
import { wordsOf } from '../columns/words.ts'
import { columnLetter, type TableRow } from '../read/table.ts'
import { isChoiceField, readChoice } from './choices.ts'
import { readDate } from './dates.ts'
import { isEmptyAnswer } from './empty.ts'
import { readRepositories } from './repository.ts'
import { readRisk } from './risk.ts'
import { type CellValue, nothing, problem, value } from './value.ts'

/** A row in the domain's words. */
export interface RowReading {
  readonly row: number
  readonly name: string | null
  readonly id: string | null
  readonly repositories: readonly string[]
  readonly repositoryNames: readonly string[]
  readonly suppliers: readonly string[]
  readonly models: readonly string[]
  readonly fields: Readonly<Partial<Record<SystemField, string>>>
  /** What the sheet writes where the inventory has another word for it. */
  readonly rewritten: readonly { readonly field: SystemField; readonly from: string; readonly to: string }[]
  /** Cells of columns that go nowhere, by their header: kept with the import. */
  readonly kept: Readonly<Record<string, string>>
  readonly problems: readonly RowProblem[]
}

export interface ReadRowContext {
  readonly columns: readonly ColumnMapping[]
  readonly mapping: ImportMapping
  readonly riskLevels: readonly string[]
}

const SHOWN_VALUE = 100
const isField = (target: ImportTarget): target is SystemField => target in SystemFields.shape

/** Pure; what cannot be understood is told, never guessed. */
export function readRow(table: TableRow, context: ReadRowContext): RowReading {
  const fields: Partial<Record<SystemField, string>> = {}
  const rewritten: { field: SystemField; from: string; to: string }[] = []
  const kept: Record<string, string> = {}
  const problems: RowProblem[] = faultsOf(table, context.columns)
  const places: Partial<Record<ImportTarget, string>> = {}
  for (const [index, column] of context.columns.entries()) {
    const text = unmarked(table.cells[index] ?? '')
    if (column.target === null) {
      if (text !== '') kept[column.header || `Column ${column.column}`] = text
      continue
    }
    const read = readCell(column.target, text, context)
    if (read.type === 'problem') problems.push(problemAt(column, text, read.message))
    if (read.type !== 'value') continue
    if (!isField(column.target)) {
      places[column.target] = read.value
      continue
    }
    fields[column.target] = read.value
    if (read.value !== text && isClosed(column.target))
      rewritten.push({ field: column.target, from: text.slice(0, SHOWN_VALUE), to: read.value })
  }
  const where = readRepositories(places.repository ?? '')
  if (fields.name === undefined) addMissingName(problems, context.columns)
  return {
    row: table.row,
    name: fields.name ?? null,
    id: places.id ?? null,
    repositories: where.keys,
    repositoryNames: where.names,
    suppliers: partsOf(places.supplier),
    models: partsOf(places.model),
    fields,
    rewritten,
    kept: where.unread.length > 0 ? { ...kept, 'Repository (not understood)': where.unread.join(' ') } : kept,
    problems,
  }
}

/** Spreadsheets write an apostrophe before a text that would run as a formula; it is no part of the text. */
const unmarked = (text: string): string => (/^'\s*[=+\-@|＝＋－＠]/.test(text) ? text.slice(1) : text)

const isClosed = (field: SystemField): boolean =>
  isChoiceField(field) || field === 'riskLevel' || field === 'nextReview'

function readCell(target: ImportTarget, text: string, context: ReadRowContext): CellValue {
  const meant = meaningOf(target, text, context.mapping)
  if (meant === '') return nothing
  const given = meant ?? text
  if (meant === null && isEmptyAnswer(target, text)) return nothing
  if (target === 'riskLevel') return readRisk(given, context.riskLevels)
  if (target === 'nextReview') return readDate(given, context.mapping.dates ?? null)
  if (isChoiceField(target)) return readChoice(target, given)
  if (target === 'name') return checkLength(target, given.replace(/\s+/g, ' '))
  return isField(target) ? checkLength(target, given) : value(given.slice(0, LONGEST_PLACE))
}

/** Of what a row is known by; longer ones are no ids and no addresses. */
const LONGEST_PLACE = 2000

/** What the person said that this text stands for; null where nothing was said. */
function meaningOf(target: ImportTarget, text: string, { values }: ImportMapping): string | null {
  const said = values?.[target]
  if (!said || text === '') return null
  const words = wordsOf(text)
  const match = Object.entries(said).find(
    ([written]) => written === text || (words !== '' && wordsOf(written) === words),
  )
  return match ? match[1].trim() : null
}

function checkLength(field: SystemField, text: string): CellValue {
  if (SystemFields.shape[field].safeParse(text).success) return value(text)
  const limit = limitOf(field)
  return problem(
    `holds ${text.length} characters; the ${targetTitles[field]} takes ${limit}. Shorten it, or let the column go nowhere.`,
  )
}

function limitOf(field: SystemField): number | null {
  const shape = SystemFields.shape[field]
  return 'maxLength' in shape ? shape.maxLength : null
}

function faultsOf({ cells, faults = [] }: TableRow, columns: readonly ColumnMapping[]): RowProblem[] {
  const extra = cells.slice(columns.length).filter((cell) => cell !== '')
  // What is wrong with a column that goes nowhere keeps nothing from going where it belongs.
  const telling = faults.filter(({ column }) => columns[column]?.target !== null)
  return [
    ...telling.map(({ column, message }) => ({
      column: columnLetter(column),
      header: columns[column]?.header ?? null,
      value: (cells[column] ?? '').slice(0, SHOWN_VALUE),
      message,
    })),
    ...(extra.length === 0
      ? []
      : [
          {
            column: columnLetter(columns.length),
            header: null,
            value: extra[0]?.slice(0, SHOWN_VALUE) ?? '',
            message: `The row has ${cells.length} cells and the header ${columns.length}: put quotes around texts that hold the separator.`,
          },
        ]),
  ]
}

const problemAt = ({ column, header }: ColumnMapping, text: string, message: string): RowProblem => ({
  column,
  header,
  value: text.slice(0, SHOWN_VALUE).toWellFormed(),
  message,
})

function addMissingName(problems: RowProblem[], columns: readonly ColumnMapping[]): void {
  const column = columns.find(({ target }) => target === 'name')
  if (problems.some((one) => column !== undefined && one.column === column.column)) return
  problems.push({
    column: column?.column ?? null,
    header: column?.header ?? null,
    value: '',
    message: column
      ? 'is empty. Every system needs a name.'
      : 'No column is taken for the name. Say which one it is under “columns”.',
  })
}

/** `OpenAI; Anthropic` → both. */
const partsOf = (text: string | undefined): string[] =>
  (text ?? '')
    .split(/[;,/|\n]+|\s+(?:and|und|et|y|&)\s+/)
    .map((part) => part.trim())
    .filter(Boolean)
