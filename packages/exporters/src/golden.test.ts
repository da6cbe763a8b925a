import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { Inventory } from '@ai-census/schema'
import { describe, expect, it } from 'vitest'
import { exporters, type Format, isFormat } from './index.ts'
import { inventory } from './testing/inventory.ts'

const context = { at: '2026-11-23T08:00:00.000Z', version: '1.2.3' }
const goldenOf = (format: string, extension: string) =>
  new URL(`./__golden__/${format}.${extension}`, import.meta.url)

describe('exports', () => {
  it('are registered exactly as they lie on the disk', () => {
    const files = readdirSync(new URL('./formats/', import.meta.url), { withFileTypes: true })
    const onDisk = files.filter((file) => file.isFile()).map((file) => file.name.replace('.ts', ''))
    expect(Object.keys(exporters).sort()).toEqual(onDisk.sort())
  })

  it('are tried on a valid inventory', () => {
    expect(Inventory.parse(inventory)).toEqual(inventory)
  })

  // Object.keys forgets that the keys are the formats.
  it.each(Object.keys(exporters) as Format[])('in %s are what they were', async (format) => {
    const exporter = await exporters[format]()
    const text = exporter.write(inventory, context)
    const golden = goldenOf(format, exporter.extension)
    if (process.env.UPDATE_GOLDEN) writeFileSync(golden, text)
    expect(text).toBe(readFileSync(golden, 'utf8'))
  })

  it('know no format by the name of an object’s own properties', () => {
    expect(['csv', 'constructor', '__proto__', 'toString'].map(isFormat)).toEqual([true, false, false, false])
  })
})

describe('a spreadsheet', () => {
  it.each(['=HYPERLINK("http://evil")', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\r=1', '|cmd', '＝1'])(
    'shows %j as text',
    async (purpose) => {
      const [system] = inventory.systems
      if (!system) throw new Error('the sample has a system')
      const answer = { value: purpose, source: 'pin' as const, by: 'x', at: context.at }
      const hostile = { ...inventory, systems: [{ ...system, fields: { purpose: answer } }] }
      const text = (await exporters.csv()).write(hostile, context)
      expect(text).toContain(`'${purpose.replaceAll('"', '""')}`)
    },
  )

  it('keeps what holds commas, quotes and line breaks in one cell', async () => {
    const [system] = inventory.systems
    if (!system) throw new Error('the sample has a system')
    const answer = { value: 'a,"b"\nc', source: 'pin' as const, by: 'x', at: context.at }
    const text = (await exporters.csv()).write(
      { ...inventory, systems: [{ ...system, fields: { purpose: answer } }] },
      context,
    )
    expect(text).toContain(',"a,""b""\nc",')
  })
})
