import { readCsv } from './csv.ts'
import { kindOf } from './sniff.ts'
import { limits, type RegisterTable, UnreadableFile } from './table.ts'
import { readXlsx } from './xlsx/read-xlsx.ts'

export interface ReadOptions {
  /** Which sheet of a workbook; without it the one that looks most like a register. */
  readonly sheet?: string | undefined
}

/**
 * The table in a CSV file or an XLSX workbook, told apart by its bytes. Throws `UnreadableFile` with what to do. The
 * event loop stays free for others meanwhile.
 */
export async function readRegister(bytes: Uint8Array, options: ReadOptions = {}): Promise<RegisterTable> {
  if (bytes.length > limits.fileBytes)
    throw new UnreadableFile(`The file may have at most ${limits.fileBytes / 1024 / 1024} MiB.`)
  const table = kindOf(bytes) === 'xlsx' ? await readXlsx(bytes, options) : await readCsv(bytes)
  if (table.rows.length === 0)
    throw new UnreadableFile(
      table.sheet === null ? 'The file holds no rows.' : `The sheet “${table.sheet}” is empty.`,
    )
  return table
}
