/** Writes the JSON Schemas of the contracts: `node packages/schema/src/publish.ts`. A released file is never edited. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import { AiSystemFile } from './ai-system-file.ts'
import { ReportLine } from './report-lines.ts'
import { ScanOutput, ScanReport } from './scan-report.ts'

export const publishedFolder = join(import.meta.dirname, '..', 'published')

const contracts = {
  'scan-report-1': { title: 'AI Census ScanReport', schema: ScanReport },
  'report-line-1': { title: 'AI Census line of a ScanReport as NDJSON', schema: ReportLine },
  'scan-output-1': { title: 'AI Census output of `scan --format json`', schema: ScanOutput },
  'ai-system-1': { title: 'AI Census ai-system.yaml', schema: AiSystemFile },
}

/** File name to text, as they stand in `published/`. */
export function publishedSchemas(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(contracts).map(([name, { title, schema }]) => {
      const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12' })
      return [
        `${name}.json`,
        `${JSON.stringify({ $schema, $id: `urn:ai-census:schema:${name}`, title, ...rest }, null, 2)}\n`,
      ]
    }),
  )
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  mkdirSync(publishedFolder, { recursive: true })
  for (const [name, text] of Object.entries(publishedSchemas()))
    writeFileSync(join(publishedFolder, name), text)
}
