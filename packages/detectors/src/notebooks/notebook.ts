import type { Catalogue } from '../catalogue.ts'
import { evaluate } from '../code/evaluate.ts'
import type { CodeFacts } from '../code/facts.ts'
import { formNamed, type LanguageForm } from '../code/other/languages.ts'
import { readOther } from '../code/other/read.ts'
import { parsePython } from '../code/python/parse.ts'
import { codeSigns } from '../code/signs.ts'
import { querySigns } from '../datasets/queries.ts'
import { withoutComments } from '../datasets/sql-text.ts'
import { type Detector, type Input, Malformed } from '../detector.ts'
import { ignoresOf } from '../ignores.ts'
import { packageSign } from '../manifests/package-sign.ts'
import { mergeSigns } from '../merge.ts'
import type { FileSigns, PackageSign } from '../signs.ts'
import { Lines } from '../text/lines.ts'
import { excerptOf } from '../text/mask.ts'
import { installedBy, withoutCommands } from './installs.ts'

interface Cell {
  /** Counts code cells only, from 1. */
  readonly number: number
  readonly source: string
  /** In which language its first line or its tool says that it is; else in the kernel's. */
  readonly other: 'sql' | 'shell' | null
}

/** Jupyter notebooks: the code cells as one program, without their outputs. */
export const notebook: Detector = {
  id: 'notebooks/jupyter',
  when: 'literal',
  limit: 60_000_000,
  claims: ({ extension }) => extension === 'ipynb',
  analyse(input) {
    const cells = cellsOf(input.text)
    // Each cell's lines are moved behind those of the cells before it, and back afterwards.
    const starts: number[] = []
    let text = ''
    for (const cell of cells) {
      starts.push(text.split('\n').length)
      text += `${cell.other ? cell.source.replace(/[^\n]/g, '') : withoutCommands(cell.source)}\n`
    }
    const all = text.split('\n')
    const { secrets } = input
    const signs = codeSigns(factsOf(text, formOf(input.text), input.catalogue), input.catalogue, (line) =>
      excerptOf(all[line - 1] ?? '', secrets),
    )
    const ignores = cells.flatMap(({ number, source }) => ignoresOf(source, number))
    const queries = cells.filter(({ other }) => other === 'sql').map((cell) => queriesOf(cell, input))
    return {
      ...mergeSigns([placed(signs, starts, cells), ...queries]),
      packages: installs(input, cells),
      ...(ignores.length > 0 ? { ignores } : {}),
    }
  },
}

const factsOf = (text: string, form: LanguageForm | null, catalogue: Catalogue): CodeFacts =>
  form ? readOther(text, form, catalogue) : evaluate({ ...parsePython(text), partial: false }, 'python')

/** The language of a kernel that is not Python's; null: Python, or one that nobody reads here. */
function formOf(text: string): LanguageForm | null {
  // At the end or the beginning, and far from any cell that could say the same.
  const metadata = /"kernelspec"\s{0,20}:\s{0,20}\{[^{}]{0,400}\}/.exec(text)?.[0] ?? ''
  const name = /"language"\s{0,20}:\s{0,20}"([^"]{1,40})"/.exec(metadata)?.[1]?.toLowerCase() ?? ''
  return formNamed(name === 'c#' ? 'csharp' : name)
}

function cellsOf(text: string): Cell[] {
  let root: unknown
  try {
    root = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    throw new Malformed('no notebook: not JSON')
  }
  const cells =
    typeof root === 'object' && root !== null && 'cells' in root && Array.isArray(root.cells)
      ? root.cells
      : []
  let number = 0
  return cells.flatMap((cell: unknown): Cell[] => {
    if (typeof cell !== 'object' || cell === null || !('cell_type' in cell) || cell.cell_type !== 'code')
      return []
    number += 1
    const raw: unknown = 'source' in cell ? cell.source : ''
    const source = Array.isArray(raw)
      ? raw.filter((line) => typeof line === 'string').join('')
      : typeof raw === 'string'
        ? raw
        : ''
    const other = isSql(cell, source)
      ? 'sql'
      : /^\s*%%(?:bash|sh|shell|script (?:ba)?sh)\b/.test(source)
        ? 'shell'
        : null
    return other === null && /^\s*%%(?!time|capture)/.test(source) ? [] : [{ number, source, other }]
  })
}

/** A cell in SQL says so by its first line (`%%bigquery`), or by what its tool writes beside it. */
function isSql(cell: object, source: string): boolean {
  if (/^\s*%{1,2}(sql|bigquery)\b/.test(source)) return true
  const metadata = 'metadata' in cell ? cell.metadata : null
  if (typeof metadata !== 'object' || metadata === null) return false
  const beside = 'vscode' in metadata ? metadata.vscode : metadata
  if (typeof beside !== 'object' || beside === null) return false
  const named = 'languageId' in beside ? beside.languageId : 'language' in beside ? beside.language : null
  return named === 'sql'
}

function queriesOf({ number, source }: Cell, input: Input): FileSigns {
  const lines = new Lines(source)
  return querySigns(withoutComments(source), input.catalogue, (at) => {
    const line = lines.at(at)
    return { line, cell: number, excerpt: excerptOf(lines.line(line), input.secrets) }
  })
}

function installs(input: Input, cells: readonly Cell[]): PackageSign[] {
  return cells.flatMap(({ number, source, other }) => {
    const lines = new Lines(source)
    return installedBy(source, other === 'shell').flatMap(({ ecosystem, name, range, line }) =>
      packageSign(input, ecosystem, name, line, {
        method: 'manifest',
        range,
        cell: number,
        excerpt: excerptOf(lines.line(line), input.secrets),
      }),
    )
  })
}

/** Gives each sign its cell and the line within it. */
function placed(signs: FileSigns, starts: readonly number[], cells: readonly Cell[]): FileSigns {
  const place = (line: number): { line: number; cell: number } => {
    let index = starts.findLastIndex((start) => start <= line)
    if (index < 0) index = 0
    return { line: line - (starts[index] ?? 1) + 1, cell: cells[index]?.number ?? 1 }
  }
  const move = <T extends { readonly line: number }>(list: readonly T[] | undefined) =>
    list?.map((sign) => ({ ...sign, ...place(sign.line) }))
  const parts = {
    imports: move(signs.imports),
    calls: move(signs.calls)?.map(({ lines: _, ...call }) => call),
    models: move(signs.models),
    hosts: move(signs.hosts),
    environment: move(signs.environment),
    named: move(signs.named),
  }
  const kept = Object.fromEntries(Object.entries(parts).filter(([, list]) => list !== undefined))
  return {
    ...signs,
    ...kept,
    settings: signs.settings?.map((setting) => ({ ...setting, line: 1, own: true })) ?? [],
  }
}
