import type { SheetInfo } from '../table.ts'
import { UnreadableFile } from '../table.ts'
import type { Archive } from './archive.ts'
import { readXml } from './xml.ts'

export interface WorkbookSheet extends SheetInfo {
  /** The part that holds its cells. */
  readonly path: string
}

export interface Workbook {
  readonly sheets: readonly WorkbookSheet[]
  /** Days are counted from 1904 instead of 1900. */
  readonly date1904: boolean
}

/** Where the workbook's parts are named; the usual place where it does not say. */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
  if (!archive.has('[Content_Types].xml')) throw new UnreadableFile(foreignMessage(archive))
  const targets = await relationships(archive, '_rels/.rels', '')
  const path = [...targets.values()].find(({ type }) => type.endsWith('/officeDocument'))?.target
  if (path?.endsWith('.bin'))
    throw new UnreadableFile('This is a binary workbook (.xlsb). Save it as .xlsx or .csv.')
  if (!path || !archive.has(path) || !/workbook/i.test(path))
    throw new UnreadableFile(
      'This is an office document and no workbook. Export the register as .xlsx or .csv.',
    )
  const slash = path.lastIndexOf('/')
  const folder = path.slice(0, slash + 1)
  const parts = await relationships(archive, `${folder}_rels/${path.slice(slash + 1)}.rels`, folder)
  return sheetsOf(archive, path, parts)
}

async function sheetsOf(
  archive: Archive,
  path: string,
  parts: ReadonlyMap<string, Relationship>,
): Promise<Workbook> {
  const sheets: WorkbookSheet[] = []
  let date1904 = false
  await readXml(await archive.open(path), {
    open(name, attributes) {
      if (name === 'workbookPr') date1904 = /^(1|true)$/.test(attributes.date1904 ?? '')
      if (name !== 'sheet') return
      const id = Object.entries(attributes).find(([key]) => /(^|:)id$/.test(key))?.[1] ?? ''
      const part = parts.get(id)
      // Charts and dialogs are sheets too, and hold no cells.
      if (part?.type.endsWith('/worksheet') && archive.has(part.target))
        sheets.push({
          name: attributes.name ?? '',
          hidden: attributes.state === 'hidden' || attributes.state === 'veryHidden',
          path: part.target,
        })
    },
  })
  if (sheets.length === 0) throw new UnreadableFile('The workbook has no sheet with cells.')
  return { sheets, date1904 }
}

interface Relationship {
  readonly type: string
  readonly target: string
}

async function relationships(
  archive: Archive,
  path: string,
  folder: string,
): Promise<Map<string, Relationship>> {
  const found = new Map<string, Relationship>()
  if (!archive.has(path)) return found
  await readXml(await archive.open(path), {
    open(name, { Id, Type, Target }) {
      if (name !== 'Relationship' || !Id || !Target) return
      found.set(Id, { type: Type ?? '', target: Target.startsWith('/') ? Target.slice(1) : folder + Target })
    },
  })
  return found
}

function foreignMessage(archive: Archive): string {
  return archive.has('content.xml')
    ? 'This is an OpenDocument file. Save it as .xlsx or .csv.'
    : 'This is an archive and no workbook. Unpack it and import the .xlsx or .csv inside.'
}
