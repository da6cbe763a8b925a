import { describe, expect, it } from 'vitest'
import { readRegister } from './read-register.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const cellsOf = async (content: Uint8Array) => (await readRegister(content)).rows.map(({ cells }) => cells)

describe('a CSV file', () => {
  it.each([',', ';', '\t', '|'])('is read whatever separates its fields: %j', async (separator) => {
    const text = `Name;Risk;Owner\nShop bot;high;Ada\nWiki, the; low;Ben\n`.replaceAll(';', separator)
    const quoted = separator === ',' ? text.replace('Wiki, the', '"Wiki, the"') : text
    expect(await cellsOf(bytes(quoted))).toEqual([
      ['Name', 'Risk', 'Owner'],
      ['Shop bot', 'high', 'Ada'],
      ['Wiki, the', 'low', 'Ben'],
    ])
  })

  it('keeps line breaks, quotes and separators inside quotes, and counts rows as a spreadsheet does', async () => {
    const { rows } = await readRegister(bytes('Name,Purpose\r\n"A","one\r\ntwo, ""three"""\r\n\r\nB,x\r\n'))
    expect(rows.map(({ row, cells }) => [row, ...cells])).toEqual([
      [1, 'Name', 'Purpose'],
      [2, 'A', 'one\r\ntwo, "three"'],
      [4, 'B', 'x'],
    ])
  })

  it('follows the line by which a spreadsheet names the separator', async () => {
    const { rows, notes } = await readRegister(bytes('sep=;\r\nName;Risk\r\nA;low\r\n'))
    expect(rows[0]).toEqual({ row: 2, cells: ['Name', 'Risk'] })
    expect(notes).toEqual([])
  })

  it.each([
    ['UTF-8 with a mark', Buffer.from('\uFEFFName;Owner\nÜber;Zoë\n', 'utf8')],
    ['UTF-16 with a mark', Buffer.from('\uFEFFName;Owner\nÜber;Zoë\n', 'utf16le')],
    ['UTF-16 with a mark, big endian', Buffer.from('\uFEFFName;Owner\nÜber;Zoë\n', 'utf16le').swap16()],
  ])('is read as %s and nothing is assumed', async (_, content) => {
    const { rows, notes } = await readRegister(content)
    expect(rows[1]?.cells).toEqual(['Über', 'Zoë'])
    expect(notes).toEqual([])
  })

  it.each([
    ['Windows-1252', Buffer.from('Name;Owner\nÜber;Zoë\n', 'latin1'), /Windows-1252/],
    ['UTF-16', Buffer.from('Name;Owner\nÜber;Zoë\n', 'utf16le'), /UTF-16/],
  ])('that can only be %s is read so, and that is said', async (_, content, said) => {
    const { rows, notes } = await readRegister(content)
    expect(rows[1]?.cells).toEqual(['Über', 'Zoë'])
    expect(notes).toEqual([expect.stringMatching(said)])
  })

  it('names the rows that are shorter than the others', async () => {
    const { notes } = await readRegister(bytes('Name,Risk,Owner\nA,low,x\nB,low\nC,low,y\n'))
    expect(notes).toEqual([
      'Fewer cells than in the other rows (3) in row 3: what is missing counts as empty.',
    ])
  })

  it('tells where text stands behind a closing quote', async () => {
    const { rows } = await readRegister(bytes('Name,Risk\n"Shop" bot,low\n'))
    expect(rows[1]).toMatchObject({ cells: ['Shop bot', 'low'], faults: [{ column: 0 }] })
  })

  it('is refused with the place where a quote is never closed', async () => {
    await expect(readRegister(bytes('Name,Purpose\nA,"open\nB,x\n'))).rejects.toThrow(
      /opens in B2 is never closed/,
    )
  })

  it('says which separator it took where that is not certain', async () => {
    const { notes } = await readRegister(bytes('Name, first;Owner, last\nA, b;C, d\n'))
    expect(notes).toEqual([expect.stringContaining('separated by')])
  })
})
