import { RowCollector } from '../rows.ts'
import { type CellFault, cellName, limits, type TableRow } from '../table.ts'
import { type CellContext, type RawCell, readCell } from './cell.ts'
import { fillMerged, type MergedRange, parseRange } from './merged.ts'
import { TextReader } from './strings.ts'
import { readXml } from './xml.ts'

export interface SheetContent {
  readonly rows: readonly TableRow[]
  readonly notes: readonly string[]
}

/** The cells of one sheet as text. `mostRows`: only so many, for a first look. */
export async function readSheet(
  part: AsyncIterable<Uint8Array>,
  context: CellContext,
  mostRows: number = limits.rows + 1,
): Promise<SheetContent> {
  const reader = new SheetReader(context, mostRows)
  await readXml(part, reader)
  return reader.content()
}

/** Follows the parser through `<row>` and `<c>`; a cell that does not say where it stands follows the one before. */
class SheetReader {
  readonly #context: CellContext
  readonly #mostRows: number
  readonly #rows = new RowCollector()
  readonly #merged: MergedRange[] = []
  readonly #text = new TextReader()
  #row = 0
  #column = -1
  #cells: string[] = []
  #faults: CellFault[] = []
  #cell: RawCell | null = null
  #element = ''

  constructor(context: CellContext, mostRows: number) {
    this.#context = context
    this.#mostRows = mostRows
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'row') this.#openRow(attributes.r)
    else if (name === 'c') this.#openCell(attributes)
    else if (name === 'mergeCell') {
      const range = parseRange(attributes.ref ?? '')
      if (range) this.#merged.push(range)
    } else if (this.#cell) {
      this.#element = name
      if (name === 'f') this.#cell.isFormula = true
      else this.#text.open(name)
    }
  }

  text(text: string): void {
    if (!this.#cell) return
    if (this.#element === 'v') this.#cell.value += text
    else this.#text.text(text)
  }

  close(name: string): void {
    if (name === 'c') this.#closeCell()
    else if (name === 'row') this.#rows.add(this.#row, this.#cells, this.#faults)
    else if (this.#cell) {
      this.#element = ''
      this.#text.close(name)
    }
  }

  done(): boolean {
    return this.#rows.rows.length >= this.#mostRows
  }

  content(): SheetContent {
    const filled = fillMerged(this.#rows.rows, this.#merged)
    return { rows: filled.rows, notes: [...this.#rows.notes(), ...filled.notes] }
  }

  #openRow(number: string | undefined): void {
    this.#row = number ? Number(number) : this.#row + 1
    this.#column = -1
    this.#cells = []
    this.#faults = []
  }

  #openCell({ r, t, s }: Readonly<Record<string, string>>): void {
    this.#column = (r ? columnOf(r) : null) ?? this.#column + 1
    this.#cell = { type: t ?? 'n', style: s ? Number(s) : 0, value: '', isFormula: false }
    this.#text.reset()
  }

  #closeCell(): void {
    const cell = this.#cell
    this.#cell = null
    // A cell far to the right must not make a row of empty ones; the collector tells what is left out.
    const column = Math.min(this.#column, limits.columns)
    if (!cell) return
    const { text, fault } = readCell(cell, this.#text.value(), this.#context)
    if (fault) this.#faults.push({ column, message: `${cellName(this.#row, column)} ${fault}` })
    if (text === '') return
    while (this.#cells.length < column) this.#cells.push('')
    this.#cells[column] = text
  }
}

function columnOf(reference: string): number | null {
  const letters = /^[A-Z]{1,3}/i.exec(reference)?.[0]
  if (!letters) return null
  let column = 0
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}
