import { describe, expect, it } from 'vitest'
import { workbookOf } from '../../testing/index.ts'
import { readRegister } from '../read-register.ts'

const header = ['Name', 'Risk level', 'Next review']

describe('a workbook', () => {
  it('gives texts, numbers and days as a person sees them', async () => {
    const { rows } = await readRegister(
      workbookOf([
        {
          rows: [
            ['Name', 'Count', 'Share', 'Day', 'Day and time', 'Own format', 'Old day'],
            [
              'Shop',
              42,
              0.1 + 0.2,
              { xml: '<c r="D2" s="1"><v>46115</v></c>' },
              { xml: '<c r="E2" s="1"><v>46115.5</v></c>' },
              { xml: '<c r="F2" s="3"><v>46115</v></c>' },
              { xml: '<c r="G2" s="1"><v>59</v></c>' },
            ],
          ],
        },
      ]),
    )
    expect(rows[1]?.cells).toEqual([
      'Shop',
      '42',
      '0.3',
      '2026-04-03',
      '2026-04-03T12:00:00',
      '2026-04-03',
      '1900-02-28',
    ])
  })

  it('counts days from 1904 where it says so', async () => {
    const day = { xml: '<c r="A1" s="1"><v>44653</v></c>' }
    const { rows } = await readRegister(workbookOf([{ rows: [[day]] }], { date1904: true }))
    expect(rows[0]?.cells).toEqual(['2026-04-03'])
  })

  it('takes what a formula came to, and says where it has come to nothing', async () => {
    const { rows } = await readRegister(
      workbookOf([
        {
          rows: [
            header,
            [
              { xml: '<c r="A2" t="str"><f>CONCAT("a","b")</f><v>ab</v></c>' },
              { xml: '<c r="B2"><f>NOW()</f></c>' },
              { xml: '<c r="C2" t="e"><f>A9</f><v>#REF!</v></c>' },
            ],
          ],
        },
      ]),
    )
    expect(rows[1]?.cells[0]).toBe('ab')
    expect(rows[1]?.faults?.map(({ message }) => message)).toEqual([
      expect.stringContaining('B2 holds a formula without a computed value'),
      expect.stringContaining('C2 holds the error #REF!'),
    ])
  })

  it('reads inline, rich and escaped texts, and no readings above them', async () => {
    const rich = '<si><r><t>Shop </t></r><r><t>bot</t></r><rPh sb="0" eb="1"><t>kana</t></rPh></si>'
    const { rows } = await readRegister(
      workbookOf(
        [
          {
            rows: [
              [
                { xml: '<c r="A1" t="s"><v>0</v></c>' },
                { xml: '<c t="inlineStr"><is><t>in_x000A_line</t></is></c>' },
              ],
            ],
          },
        ],
        { parts: [{ name: 'xl/sharedStrings.xml', content: `<sst>${rich}</sst>` }] },
      ),
    )
    expect(rows[0]?.cells).toEqual(['Shop bot', 'in\nline'])
  })

  it('counts a cell that is merged downwards for each of its rows, and a heading once', async () => {
    const { rows, notes } = await readRegister(
      workbookOf([
        {
          rows: [
            ['Our register', '', ''],
            ['Name', 'Owner', 'Risk'],
            ['A', 'Ada', 'low'],
            ['B', '', 'low'],
            ['C', '', 'high'],
          ],
          after: '<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="B3:B4"/></mergeCells>',
        },
      ]),
    )
    expect(rows.map(({ cells }) => cells[1] ?? '')).toEqual(['', 'Owner', 'Ada', 'Ada', ''])
    expect(notes).toEqual(['Merged cells count for each of their rows: B3:B4.'])
  })

  it('takes the sheet that looks like a register, and another one by name', async () => {
    const workbook = workbookOf([
      { name: 'Read me', rows: [['How to fill this in'], ['Ask Ada']] },
      { name: 'Old', state: 'hidden', rows: [header, ['Hidden', 'low', '']] },
      { name: 'KI-Register', rows: [null, header, ['Shop', 'low', '']] },
    ])
    const guessed = await readRegister(workbook)
    expect(guessed).toMatchObject({ sheet: 'KI-Register', sheets: [{}, { hidden: true }, {}] })
    expect(guessed.rows[0]?.row).toBe(2)
    expect(guessed.notes[0]).toContain('Took the sheet “KI-Register”')
    expect((await readRegister(workbook, { sheet: 'old' })).rows[1]?.cells[0]).toBe('Hidden')
    await expect(readRegister(workbook, { sheet: 'None' })).rejects.toThrow(
      /no sheet “None”; it has “Read me”/,
    )
  })
})
