import { describe, expect, it } from 'vitest'
import { workbookOf, zipOf } from '../testing/index.ts'
import { readRegister } from './read-register.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('a file that is no register', () => {
  it.each([
    ['nothing', new Uint8Array(), /is empty/],
    ['a PDF', bytes('%PDF-1.7 …'), /is a PDF/],
    ['a web page', bytes('<!doctype html><table><tr><td>Name</td></tr></table>'), /is a web page/],
    ['JSON', bytes('{"systems": []}'), /is JSON/],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), /is a picture/],
    ['a program', Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 251), /no text and no workbook/],
    ['an archive of something', zipOf([{ name: 'a.txt', content: 'x' }]), /is an archive and no workbook/],
    ['an OpenDocument sheet', zipOf([{ name: 'content.xml', content: '<a/>' }]), /OpenDocument/],
    ['an old workbook', compound('Workbook'), /old kind \(\.xls\)/],
    ['a workbook under a password', compound('EncryptedPackage'), /protected by a password/],
  ])('is refused with what to do: %s', async (_, content, sentence) => {
    await expect(readRegister(content)).rejects.toThrow(sentence)
  })

  it('is told where it is cut off', async () => {
    const whole = workbookOf([{ rows: [['Name'], ['A']] }])
    for (const share of [0.2, 0.6, 0.95])
      await expect(readRegister(whole.subarray(0, Math.floor(whole.length * share)))).rejects.toThrow(
        /damaged or cut off/,
      )
  })
})

describe('a workbook that is built to harm', () => {
  it('is not inflated beyond the limit, whatever it declares', async () => {
    const bomb = (cell: string, declaredSize?: number) =>
      workbookOf([{ rows: [['Name']] }], {
        parts: [
          {
            name: 'xl/worksheets/sheet1.xml',
            content: `<worksheet><sheetData><row r="1">${cell.repeat(Math.ceil((200 * 1024 * 1024) / cell.length))}</row></sheetData></worksheet>`,
            ...(declaredSize === undefined ? {} : { declaredSize }),
          },
        ],
      })
    const cells = bomb(`<c t="inlineStr"><is><t>${'a'.repeat(5000)}</t></is></c>`)
    expect(cells.length).toBeLessThan(1024 * 1024)
    await expect(readRegister(cells)).rejects.toThrow(/grows to more than 128 MiB/)
    await expect(readRegister(bomb(' '))).rejects.toThrow(/a text that no cell can hold/)
    await expect(readRegister(bomb('<c/>', 1000))).rejects.toThrow(/damaged or cut off/)
  })

  it('cannot make the reader expand entities', async () => {
    const laughs = `<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>`
    const late = `<!--${' '.repeat(10_000)}-->${laughs.slice(21)}`
    for (const content of [laughs, late])
      await expect(
        readRegister(
          workbookOf([{ rows: [['Name']] }], { parts: [{ name: 'xl/sharedStrings.xml', content }] }),
        ),
      ).rejects.toThrow(/declares a document type/)
  })

  it('cannot make a row of a million cells, and that is said', async () => {
    const { rows, notes } = await readRegister(
      workbookOf([{ rows: [['Name', { xml: '<c r="XFD1"><v>1</v></c>' }]] }]),
    )
    expect(rows[0]?.cells).toHaveLength(256)
    expect(notes).toEqual([expect.stringContaining('beyond column 256 in row 1')])
  })

  it('that names texts it does not have is told so', async () => {
    const { rows } = await readRegister(
      workbookOf([{ rows: [['Name'], [{ xml: '<c r="A2" t="s"><v>99</v></c>' }]] }]),
    )
    expect(rows[1]?.faults?.[0]?.message).toContain('A2 names a text that the workbook does not have')
  })
})

describe('cells that are built to harm', () => {
  it('stay the text that they are', async () => {
    const cells = [
      "=cmd|' /C calc'!A0",
      '@SUM(1)',
      'مرحبا \u202Eevil',
      '👩‍👩‍👧‍👦 bot',
      '<script>alert(1)</script>',
      '{{7*7}}',
    ]
    const csv = `Name\n${cells.map((cell) => `"${cell}"`).join('\n')}\n`
    expect((await readRegister(bytes(csv))).rows.slice(1).map((row) => row.cells[0])).toEqual(cells)
    const sheet = workbookOf([{ rows: [['Name'], ...cells.map((cell) => [cell])] }])
    expect((await readRegister(sheet)).rows.slice(1).map((row) => row.cells[0])).toEqual(cells)
  })

  it('lose the characters that nothing can keep, and that is said', async () => {
    const { rows, notes } = await readRegister(bytes('Name,Risk\nShop\0 bot,low\n'))
    expect(rows[1]?.cells).toEqual(['Shop bot', 'low'])
    expect(notes).toEqual(['Left out control characters in A2.'])
    const half = workbookOf([{ rows: [['Shop _xD800_bot_x0000_']] }])
    expect((await readRegister(half)).rows[0]?.cells).toEqual(['Shop bot'])
  })

  it('may hold 10,000 characters, and not a book', async () => {
    const long = 'x'.repeat(10_000)
    expect((await readRegister(bytes(`Name,Purpose\nA,${long}\n`))).rows[1]?.cells[1]).toBe(long)
    await expect(readRegister(bytes(`Name,Purpose\nA,${'x'.repeat(40_000)}\n`))).rejects.toThrow(
      /B2 holds 40000/,
    )
  })
})

it.each(['csv', 'xlsx'])(
  'a hundred thousand rows of %s are read in bounded time and memory, one more is refused',
  async (format) => {
    const rows = Array.from({ length: 99_999 }, (_, i) => [
      `System ${i}`,
      'high',
      `Owner ${i % 100}`,
      'Answers customers',
    ])
    const table = [['Name', 'Risk', 'Owner', 'Purpose'], ...rows]
    const make = (all: string[][]) =>
      format === 'csv' ? bytes(all.map((row) => row.join(',')).join('\n')) : workbookOf([{ rows: all }])
    const content = make(table)
    const before = process.memoryUsage().rss
    const started = performance.now()
    expect((await readRegister(content)).rows).toHaveLength(100_000)
    const seconds = (performance.now() - started) / 1000
    const mebibytes = (process.memoryUsage().rss - before) / 1024 / 1024
    process.stdout.write(
      `${format}: ${(content.length / 1024 / 1024).toFixed(1)} MiB read in ${seconds.toFixed(1)} s, +${mebibytes.toFixed(0)} MiB\n`,
    )
    expect(seconds).toBeLessThan(30)
    await expect(
      readRegister(make([...table, ['One', 'too', 'many', '!'], ['x', 'y', 'z', '!']])),
    ).rejects.toThrow(/more than 100000 rows/)
  },
)

/** What a compound file begins with, and the name of its stream. */
function compound(stream: string): Uint8Array {
  const head = Buffer.alloc(512)
  head.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  return Buffer.concat([head, Buffer.from(stream, 'utf16le'), Buffer.alloc(512)])
}
