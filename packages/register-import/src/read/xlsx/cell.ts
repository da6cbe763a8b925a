import { dateOfSerial } from './dates.ts'
import { unescapeText } from './xml.ts'

export interface CellContext {
  readonly strings: readonly string[]
  readonly dateStyles: ReadonlySet<number>
  readonly date1904: boolean
}

export interface RawCell {
  readonly type: string
  readonly style: number
  value: string
  isFormula: boolean
}

interface ReadCell {
  readonly text: string
  /** Why the cell says nothing that can be used; follows its name in a sentence. */
  readonly fault?: string
}

/** A formula counts as the value that the spreadsheet computed last; nothing is computed here. */
export function readCell(cell: RawCell, inline: string, context: CellContext): ReadCell {
  const { type, value, isFormula } = cell
  if (type === 'inlineStr') return { text: inline }
  if (value === '')
    return isFormula
      ? {
          text: '',
          fault: 'holds a formula without a computed value. Open the workbook in a spreadsheet and save it.',
        }
      : { text: '' }
  switch (type) {
    case 's':
      return shared(value, context.strings)
    case 'str':
      return { text: unescapeText(value) }
    case 'b':
      return { text: value === '1' ? 'yes' : 'no' }
    case 'e':
      return { text: value, fault: `holds the error ${value.slice(0, 20)}. Put its formula right.` }
    case 'd':
      return { text: value.replace(/T00:00:00(\.0+)?Z?$/, '') }
    default:
      return { text: numeric(value, cell.style, context) }
  }
}

function shared(value: string, strings: readonly string[]): ReadCell {
  const text = strings[Number(value)]
  return text === undefined
    ? { text: '', fault: 'names a text that the workbook does not have: it is damaged. Save it again.' }
    : { text }
}

/** Fifteen digits are what a spreadsheet knows and shows of a number. */
function numeric(value: string, style: number, { dateStyles, date1904 }: CellContext): string {
  const number = Number(value)
  if (!Number.isFinite(number)) return value
  const date = dateStyles.has(style) ? dateOfSerial(number, date1904) : null
  return date ?? (/^-?\d{1,15}$/.test(value) ? value : String(Number(number.toPrecision(15))))
}
