import { Readable } from 'node:stream'
import { csvText, exporters, type PackContext, type PackPart, writeEvidencePack } from '@ai-census/exporters'
import { type AuditHead, canonicalJson, type Inventory } from '@ai-census/schema'
import type { Deps } from '../deps.ts'
import { coverageLines } from './coverage-lines.ts'
import { decisionsUntil } from './export-log.ts'
import { ledgerLines } from './ledger-lines.ts'
import { createHeadMaker } from './log-head.ts'
import { readPackInventory } from './pack-inventory.ts'
import { sampleLines } from './samples/read.ts'

/** All that an audit of the inventory rests on, as one ZIP, made while it is read. */
export async function evidencePack(deps: Deps, asOf: string | undefined): Promise<Response> {
  const { inventory, instant, position } = await readPackInventory(deps, asOf)
  const context: PackContext = {
    at: deps.now().toISOString(),
    version: deps.version,
    asOf: instant,
    position,
  }
  const parts = [...inventoryParts(inventory, context), ...ledgerParts(deps, position)]
  const body = Readable.from(writeEvidencePack(parts, context), { objectMode: false })
  // Both are byte streams of the web; the types of Node.js and of fetch name them apart.
  return new Response(Readable.toWeb(body) as ReadableStream<Uint8Array>, {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="ai-census-evidence-${instant.slice(0, 10)}.zip"`,
      'cache-control': 'private, no-store',
    },
  })
}

function inventoryParts(inventory: Inventory, { at, version }: PackContext): PackPart[] {
  const exported = (name: string, title: string, format: 'json' | 'csv'): PackPart => ({
    name,
    title,
    text: async function* () {
      yield (await exporters[format]()).write(inventory, { at, version })
    },
  })
  return [
    exported('inventory.json', 'The inventory', 'json'),
    exported('inventory.csv', 'Its systems, for spreadsheets', 'csv'),
    {
      name: 'flags.csv',
      title: 'What needed attention',
      text: async function* () {
        yield flagsText(inventory)
      },
    },
  ]
}

const flagsText = ({ flags }: Inventory): string =>
  csvText([
    ['Flag', 'Of', 'ID', 'Reason', 'Cleared by'],
    ...flags.map(({ id, subject, reason, clearedBy }) => [id, subject.type, subject.id, reason, clearedBy]),
  ])

function ledgerParts(deps: Deps, position: number): PackPart[] {
  const head = createHeadMaker()
  return [
    lines('coverage.ndjson', 'What was looked at, and how completely', () => coverageLines(deps, position)),
    lines('decisions.ndjson', 'The log of decisions', async function* () {
      for await (const decision of decisionsUntil(deps, position)) {
        head.addDecision(decision)
        yield canonicalJson(decision)
      }
    }),
    lines('ledger.ndjson', 'Every look and decision', async function* () {
      for await (const { line } of ledgerLines(deps, position)) {
        head.addLine(line)
        yield line
      }
    }),
    lines('samples.ndjson', 'Samples with their conclusions', () => sampleLines(deps)),
    {
      name: 'head.json',
      title: 'Where log and ledger ended',
      // Its turn comes after those that it tells of.
      text: async function* () {
        yield headText(head.end(position, deps.now().toISOString()))
      },
    },
  ]
}

const headText = (head: AuditHead): string => `${JSON.stringify(head, null, 2)}\n`

const lines = (name: string, title: string, read: () => AsyncIterable<string>): PackPart => ({
  name,
  title,
  text: async function* () {
    for await (const line of read()) yield `${line}\n`
  },
})
