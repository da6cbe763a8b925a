import type { Archive } from './archive.ts'
import { isDateFormat } from './dates.ts'
import { readXml } from './xml.ts'

/** Which cell styles show a date, by the number that a cell names its style with. */
export async function readDateStyles(archive: Archive, folder: string): Promise<ReadonlySet<number>> {
  const dates = new Set<number>()
  const path = `${folder}styles.xml`
  if (!archive.has(path)) return dates
  const codes = new Map<number, string>()
  const formats: number[] = []
  let inCellFormats = false
  await readXml(await archive.open(path), {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
      else if (name === 'cellXfs') inCellFormats = true
      else if (name === 'xf' && inCellFormats) formats.push(Number(attributes.numFmtId ?? 0))
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false
    },
  })
  for (const [style, format] of formats.entries()) if (isDateFormat(format, codes)) dates.add(style)
  return dates
}
