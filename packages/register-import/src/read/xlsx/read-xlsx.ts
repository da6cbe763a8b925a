import { headerScore } from '../../columns/header-row.ts'
import { type RegisterTable, UnreadableFile } from '../table.ts'
import { type Archive, openArchive } from './archive.ts'
import type { CellContext } from './cell.ts'
import { readSheet } from './sheet.ts'
import { readStrings } from './strings.ts'
import { readDateStyles } from './styles.ts'
import { readWorkbook, type WorkbookSheet } from './workbook.ts'

/** Rows of a sheet that a first look at it reads. */
const GLANCE_ROWS = 40
const MOST_GLANCES = 50

export async function readXlsx(
  bytes: Uint8Array,
  options: { sheet?: string | undefined },
): Promise<RegisterTable> {
  const archive = await openArchive(bytes)
  const { sheets, date1904 } = await readWorkbook(archive)
  const folder = folderOf(sheets[0]?.path ?? '')
  const context: CellContext = {
    strings: await readStrings(archive, folder),
    dateStyles: await readDateStyles(archive, folder),
    date1904,
  }
  const { sheet, note } = await chooseSheet(archive, sheets, options.sheet, context)
  const { rows, notes } = await readSheet(await archive.open(sheet.path), context)
  return {
    format: 'xlsx',
    sheets: sheets.map(({ name, hidden }) => ({ name, hidden })),
    sheet: sheet.name,
    rows,
    notes: [...(note ? [note] : []), ...notes],
  }
}

/** `xl/worksheets/sheet1.xml` → `xl/`, where texts and styles lie. */
const folderOf = (sheet: string): string => sheet.slice(0, sheet.indexOf('/') + 1)

async function chooseSheet(
  archive: Archive,
  sheets: readonly WorkbookSheet[],
  wanted: string | undefined,
  context: CellContext,
): Promise<{ sheet: WorkbookSheet; note: string | null }> {
  if (wanted !== undefined) return { sheet: named(sheets, wanted), note: null }
  const visible = sheets.filter((sheet) => !sheet.hidden).slice(0, MOST_GLANCES)
  const [first, ...others] = visible.length > 0 ? visible : sheets
  if (!first) throw new UnreadableFile('The workbook has no sheet with cells.')
  if (others.length === 0) return { sheet: first, note: null }
  let best = { sheet: first, score: -1 }
  for (const sheet of [first, ...others]) {
    const { rows } = await readSheet(await archive.open(sheet.path), context, GLANCE_ROWS)
    const score = headerScore(rows)
    if (score > best.score) best = { sheet, score }
  }
  return {
    sheet: best.sheet,
    note: `Took the sheet “${best.sheet.name}”, whose columns look most like a register’s; the workbook has ${sheets.length}.`,
  }
}

function named(sheets: readonly WorkbookSheet[], wanted: string): WorkbookSheet {
  const fold = (name: string): string => name.trim().toLowerCase()
  const sheet = sheets.find(({ name }) => fold(name) === fold(wanted))
  if (sheet) return sheet
  const names = sheets.slice(0, 20).map(({ name }) => `“${name}”`)
  throw new UnreadableFile(`The workbook has no sheet “${wanted.slice(0, 100)}”; it has ${names.join(', ')}.`)
}
