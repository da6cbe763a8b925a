import { writeFileSync } from 'node:fs'
import { UsageError } from '../exit-codes.ts'
import { fromCaller, reasonOf } from '../state.ts'
import { render, type ScanFormat, scanFormats } from './index.ts'
import type { ScanView } from './view.ts'

/** One form of a scan's result, and where it goes. */
export interface Output {
  readonly format: ScanFormat
  /** Null: standard output. */
  readonly file: string | null
}

/** `sarif=out.sarif` goes into a file, `json` to `--output` or to standard output. */
export function parseOutputs(written: readonly string[], output: string | undefined): Output[] {
  const outputs = (written.length > 0 ? written : ['terminal']).map((one): Output => {
    const [name = '', ...file] = one.split('=')
    const format = scanFormats.find((known) => known === name)
    if (!format || (file.length > 0 && file.join('=') === ''))
      throw new UsageError(
        `--format ${one}: it is one of ${scanFormats.join(', ')}, or one of them with a file (sarif=census.sarif)`,
      )
    return { format, file: file.length > 0 ? file.join('=') : (output ?? null) }
  })
  const places = outputs.map(({ file }) => file ?? '-')
  if (new Set(places).size < places.length)
    throw new UsageError(
      'two formats cannot go to one place; name a file for each (--format sarif=census.sarif)',
    )
  if (output !== undefined && !outputs.some(({ file }) => file === output))
    throw new UsageError('--output names a file, but every --format has its own')
  return outputs
}

export async function writeOutputs(outputs: readonly Output[], view: ScanView): Promise<void> {
  for (const { format, file } of outputs) {
    const text = await render(format, view, { color: isColored(file) })
    if (file === null) process.stdout.write(text)
    else writeText(file, text)
  }
}

/** Only what a person sees at once. */
export const isColored = (file: string | null): boolean =>
  file === null && process.stdout.isTTY === true && !process.env.NO_COLOR

export function writeText(file: string, text: string): void {
  try {
    writeFileSync(fromCaller(file), text)
  } catch (error) {
    throw new UsageError(`cannot write ${file}: ${reasonOf(error)}`)
  }
}
