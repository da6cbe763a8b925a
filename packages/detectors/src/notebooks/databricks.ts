import { querySigns } from '../datasets/queries.ts'
import { withoutComments } from '../datasets/sql-text.ts'
import type { Detector, Input } from '../detector.ts'
import { packageSign } from '../manifests/package-sign.ts'
import { mergeSigns } from '../merge.ts'
import type { FileSigns, PackageSign } from '../signs.ts'
import { Lines } from '../text/lines.ts'
import { installedBy } from './installs.ts'

/**
 * Notebooks of Databricks as it writes them into source files: other languages than the file's stand in comments, behind
 * `MAGIC` (docs.databricks.com/aws/en/notebooks/notebook-export-import).
 */
export const databricksSource: Detector = {
  id: 'notebooks/databricks',
  when: 'literal',
  limit: 5_000_000,
  claims: ({ extension }) => /^(py|scala|r|sql)$/.test(extension),
  analyse(input) {
    if (!/^\uFEFF?(?:#|\/\/|--) Databricks notebook source\s/.test(input.text)) return {}
    const cells = cellsOf(input.text)
    return mergeSigns([
      ...cells.filter(({ language }) => language === 'sql').map((cell) => queriesOf(cell, input)),
      { packages: cells.flatMap((cell) => installs(cell, input)) },
    ])
  },
}

interface Cell {
  /** Of its first line, from 1. */
  readonly line: number
  readonly language: string
  readonly text: string
}

const magic = /^(?:#|\/\/|--) MAGIC ?(.*)$/

/** Cells that are written in comments: what stands behind `MAGIC`, line by line. */
function cellsOf(text: string): Cell[] {
  const cells: { line: number; language: string; lines: string[] }[] = []
  let open = false
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const said = magic.exec(line)?.[1]
    const begins = said === undefined ? undefined : /^%(\w{1,20})/.exec(said)?.[1]
    const last = cells.at(-1)
    if (said !== undefined && (begins !== undefined || !open || !last))
      cells.push({ line: index + 1, language: begins ?? '', lines: [said] })
    else if (said !== undefined && last) last.lines.push(said)
    open = said !== undefined
  }
  return cells.map(({ line, language, lines }) => ({ line, language, text: lines.join('\n') }))
}

function queriesOf({ line, text }: Cell, input: Input): FileSigns {
  // The line that says it is SQL is none.
  const sql = withoutComments(text.replace(/^%sql\b/, '    '))
  const lines = new Lines(sql)
  return querySigns(sql, input.catalogue, (at) => {
    const found = line + lines.at(at) - 1
    return { line: found, excerpt: input.excerpt(found) }
  })
}

const installs = ({ line, language, text }: Cell, input: Input): PackageSign[] =>
  installedBy(text, language === 'sh').flatMap(({ ecosystem, name, range, line: within }) =>
    packageSign(input, ecosystem, name, line + within - 1, {
      method: 'manifest',
      range,
      excerpt: input.excerpt(line + within - 1),
    }),
  )
