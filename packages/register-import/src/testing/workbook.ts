import { columnLetter } from '../read/table.ts'
import { type ZipPart, zipOf } from './zip.ts'

/** A cell: a text, a number, or XML of one's own (`<c r="B2" …>`). */
export type Cell = string | number | null | { readonly xml: string }

export interface Sheet {
  readonly name?: string
  readonly state?: 'hidden' | 'veryHidden'
  /** The first is row 1; null: no such row. */
  readonly rows: readonly (readonly Cell[] | null)[]
  /** After the cells, such as `<mergeCells>`. */
  readonly after?: string
}

export interface WorkbookOptions {
  readonly date1904?: boolean
  /** In place of, or besides, the parts that are made. */
  readonly parts?: readonly ZipPart[]
}

/** Style 1 is a date, 2 a number with two digits, 3 a date in a format of its own. */
const STYLES = `<styleSheet xmlns="${ns('main')}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy\\ &quot;Uhr&quot;"/></numFmts>
<cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs>
<cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="2"/><xf numFmtId="164"/></cellXfs></styleSheet>`

function ns(name: 'main' | 'relationships'): string {
  return name === 'main'
    ? 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
    : 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
}

/** A workbook as spreadsheets write it, with shared texts. */
export function workbookOf(sheets: readonly Sheet[], options: WorkbookOptions = {}): Uint8Array {
  const strings = new Map<string, number>()
  const sheetParts = sheets.map((sheet, i) => ({
    name: `xl/worksheets/sheet${i + 1}.xml`,
    content: sheetXml(sheet, strings),
  }))
  const parts = new Map<string, ZipPart>(
    [
      ...framework(sheets, options),
      ...sheetParts,
      { name: 'xl/sharedStrings.xml', content: stringsXml(strings) },
    ].map((part) => [part.name, part]),
  )
  for (const part of options.parts ?? []) parts.set(part.name, part)
  return zipOf([...parts.values()])
}

function framework(sheets: readonly Sheet[], { date1904 }: WorkbookOptions): ZipPart[] {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${ns('relationships')}/${type}" Target="${target}"/>`
  const relations = (...all: string[]) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`
  const listed = sheets.map(
    ({ name, state }, i) =>
      `<sheet name="${escaped(name ?? `Sheet${i + 1}`)}" sheetId="${i + 1}" ${state ? `state="${state}"` : ''} r:id="rId${i + 1}"/>`,
  )
  return [
    {
      name: '[Content_Types].xml',
      content: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    },
    { name: '_rels/.rels', content: relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')) },
    {
      name: 'xl/workbook.xml',
      content: `<?xml version="1.0"?><workbook xmlns="${ns('main')}" xmlns:r="${ns('relationships')}"><workbookPr ${date1904 ? 'date1904="1"' : ''}/><sheets>${listed.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relations(
        ...sheets.map((_, i) => relation(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`)),
      ),
    },
    { name: 'xl/styles.xml', content: STYLES },
  ]
}

function sheetXml({ rows, after }: Sheet, strings: Map<string, number>): string {
  const lines = rows.map((cells, i) => {
    if (cells === null) return ''
    const written = cells.map((cell, column) => cellXml(cell, `${columnLetter(column)}${i + 1}`, strings))
    return `<row r="${i + 1}">${written.join('')}</row>`
  })
  return `<worksheet xmlns="${ns('main')}"><sheetData>${lines.join('')}</sheetData>${after ?? ''}</worksheet>`
}

function cellXml(cell: Cell, at: string, strings: Map<string, number>): string {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`
  if (typeof cell === 'object') return cell.xml
  const known = strings.get(cell) ?? strings.size
  strings.set(cell, known)
  return `<c r="${at}" t="s"><v>${known}</v></c>`
}

const stringsXml = (strings: ReadonlyMap<string, number>): string =>
  `<sst xmlns="${ns('main')}">${[...strings.keys()].map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`

const escaped = (text: string): string => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`)
