import { safe } from './safe.ts'

/** Aligned columns; the last one is as long as it is. Names may come from anybody: no control character is printed. */
export function renderTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, ...rows].map((row) => row.map(safe))
  const widths = head.map((_, column) => Math.max(...lines.map((row) => row[column]?.length ?? 0)))
  return lines
    .map(
      (row) =>
        `${row
          .map((cell, n) => cell.padEnd(widths[n] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('')
}

export const printTable = (head: readonly string[], rows: readonly (readonly string[])[]): void =>
  void process.stdout.write(renderTable(head, rows))

export const printJson = (value: unknown): void =>
  void process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
