import type { ImportMapping, ImportTarget } from '@ai-census/schema'
import { describe, expect, it } from 'vitest'
import { readRow } from './read-row.ts'

const levels = ['low', 'medium', 'high']

/** One row that has a name and this cell, as it is understood. */
function read(target: ImportTarget, text: string, mapping: ImportMapping = {}, riskLevels = levels) {
  const column = (letter: string, to: ImportTarget | null) => ({
    column: letter,
    header: to ?? 'Notes',
    target: to,
    confidence: 'certain' as const,
    reason: '',
    samples: [],
  })
  const columns = [column('A', 'name'), column('B', target)]
  return readRow({ row: 7, cells: ['Shop bot', text] }, { columns, mapping, riskLevels })
}

describe('a risk level', () => {
  it.each([
    ['High', 'high'],
    ['high risk', 'high'],
    ['HOCH', 'high'],
    ['3 - High', 'high'],
    ['High (3)', 'high'],
    ['Hohes Risiko', 'high'],
    ['élevé', 'high'],
    ['Alto', 'high'],
    ['M', 'medium'],
    ['moderate', 'medium'],
    ['Mittel', 'medium'],
    ['niveau faible', 'low'],
    ['gering', 'low'],
  ])('%s is %s', (text, level) => {
    expect(read('riskLevel', text)).toMatchObject({ fields: { riskLevel: level }, problems: [] })
  })

  it.each([
    ['3', /number without a name/],
    ['Amber', /no level of the scale\. Write one of low, medium, high/],
    ['limited', /no level of the scale/],
    ['medium-high', /no level of the scale/],
  ])('%s is asked about, with what to do', (text, message) => {
    const { fields, problems } = read('riskLevel', text)
    expect(fields.riskLevel).toBeUndefined()
    expect(problems).toEqual([
      { column: 'B', header: 'riskLevel', value: text, message: expect.stringMatching(message) },
    ])
  })

  it('is one of the organisation’s own scale, in its words', () => {
    expect(read('riskLevel', 'high', {}, ['niedrig', 'mittel', 'hoch']).fields.riskLevel).toBe('hoch')
    expect(read('riskLevel', 'Stufe 3', {}, ['Stufe 1', 'Stufe 2', 'Stufe 3']).fields.riskLevel).toBe(
      'Stufe 3',
    )
  })

  it('is what a person says that a word stands for', () => {
    const mapping = { values: { riskLevel: { amber: 'medium', grey: '' } } }
    expect(read('riskLevel', 'Amber', mapping).fields.riskLevel).toBe('medium')
    expect(read('riskLevel', 'Grey', mapping)).toMatchObject({ fields: { name: 'Shop bot' }, problems: [] })
  })
})

describe('a date', () => {
  it.each([
    ['2026-04-03', '2026-04-03'],
    ['2026-04-03T00:00:00', '2026-04-03'],
    ['2026/4/3', '2026-04-03'],
    ['03.04.2026', '2026-04-03'],
    ['3.4.26', '2026-04-03'],
    ['25/04/2026', '2026-04-25'],
    ['04/25/2026', '2026-04-25'],
    ['05/05/2026', '2026-05-05'],
    ['3 April 2026', '2026-04-03'],
    ['April 3rd, 2026', '2026-04-03'],
    ['3. März 2026', '2026-03-03'],
    ['1er août 2026', '2026-08-01'],
    ['3 de abril de 2026', '2026-04-03'],
    ['03-Apr-2026', '2026-04-03'],
  ])('%s is %s', (text, day) => {
    expect(read('nextReview', text)).toMatchObject({ fields: { nextReview: day }, problems: [] })
  })

  it('that may be two days is asked about, until a person says which number comes first', () => {
    expect(read('nextReview', '03/04/2026').problems[0]?.message).toMatch(
      /may be 2026-04-03 or 2026-03-04\. Say whether the day or the month comes first/,
    )
    expect(read('nextReview', '03/04/2026', { dates: 'day-first' }).fields.nextReview).toBe('2026-04-03')
    expect(read('nextReview', '03/04/2026', { dates: 'month-first' }).fields.nextReview).toBe('2026-03-04')
  })

  it.each(['31.02.2026', '46115', 'Q3 2026', 'soon', '2026', '13/13/2026'])('%s is none', (text) => {
    expect(read('nextReview', text).problems).toHaveLength(1)
  })
})

describe('an answer from a closed list', () => {
  it.each<[ImportTarget, string, string]>([
    ['lifecycle', 'In production', 'deployed'],
    ['lifecycle', 'im Einsatz', 'deployed'],
    ['lifecycle', '2 - Pilot', 'development'],
    ['lifecycle', 'mis hors service', 'retired'],
    ['scope', 'Yes', 'in-scope'],
    ['scope', 'nein', 'out-of-scope'],
    ['userImpact', 'Customers', 'customer-facing'],
    ['userImpact', 'Mitarbeiter', 'internal'],
    ['valueChainRole', 'Betreiber', 'deployer'],
    ['valueChainRole', 'Fournisseur', 'provider'],
  ])('%s: %s is %s', (target, text, answer) => {
    const { fields, rewritten } = read(target, text)
    expect(fields).toMatchObject({ [target]: answer })
    expect(rewritten).toEqual([{ field: target, from: text, to: answer }])
  })

  it('that is none of them is asked about', () => {
    expect(read('lifecycle', 'Approved').problems[0]?.message).toContain(
      'planned, development, deployed, retired',
    )
  })
})

describe('a cell', () => {
  it.each(['', '-', 'n/a', 'TBD', 'k.A.', 'sans objet'])('%j says nothing', (text) => {
    expect(read('businessOwner', text)).toMatchObject({ fields: { name: 'Shop bot' }, problems: [] })
  })

  it.each(['👩‍👩‍👧‍👦', '+', 'مرحبا', '中'])('%j says something', (text) => {
    expect(read('businessOwner', text).fields.businessOwner).toBe(text)
  })

  it('“none” is no monitoring, and is an answer of data', () => {
    expect(read('monitoringMethod', 'None').fields.monitoringMethod).toBeUndefined()
    expect(read('data', 'None').fields.data).toBe('None')
  })

  it('that begins like a formula stays a text, without the mark that our export puts before it', () => {
    expect(read('purpose', '=cmd|x').fields.purpose).toBe('=cmd|x')
    expect(read('purpose', "'=cmd|x").fields.purpose).toBe('=cmd|x')
    expect(read('purpose', "'t is").fields.purpose).toBe("'t is")
  })

  it('that is too long for its field is told, with the limit', () => {
    expect(read('purpose', 'x'.repeat(10_000)).problems[0]?.message).toMatch(
      /10000 characters; the purpose takes 2000/,
    )
  })
})

describe('a repository', () => {
  it.each([
    'https://github.com/acme/shop',
    'https://github.com/acme/shop/tree/main/bot',
    'github.com/acme/shop',
    'git@github.com:acme/shop.git',
    'git:github.com/acme/shop',
    'repository:git:github.com/acme/shop',
  ])('has the key that a scan gives it: %s', (text) => {
    expect(read('repository', text).repositories).toEqual(['git:github.com/acme/shop'])
  })

  it('may be several, a name without a host, or neither, which is kept', () => {
    const { repositories, repositoryNames, kept } = read(
      'repository',
      'https://gitlab.com/a/b/c/-/tree/main; acme/wiki\nask-ada',
    )
    expect(repositories).toEqual(['git:gitlab.com/a/b/c'])
    expect(repositoryNames).toEqual(['acme/wiki'])
    expect(kept).toEqual({ 'Repository (not understood)': 'ask-ada' })
  })
})

describe('a row', () => {
  const context = { columns: [], mapping: {}, riskLevels: levels }

  it('without a name, and a sheet without a column for it, are told', () => {
    expect(readRow({ row: 2, cells: [] }, context).problems[0]?.message).toContain(
      'No column is taken for the name',
    )
  })

  it('keeps what goes nowhere', () => {
    const notes = {
      column: 'A',
      header: 'Notes',
      target: null,
      confidence: 'none' as const,
      reason: '',
      samples: [],
    }
    expect(readRow({ row: 2, cells: ['Ask Ada'] }, { ...context, columns: [notes] }).kept).toEqual({
      Notes: 'Ask Ada',
    })
  })

  it('is not kept from its fields by a fault in a column that goes nowhere', () => {
    const column = (letter: string, target: 'name' | null) => ({
      column: letter,
      header: letter,
      target,
      confidence: 'certain' as const,
      reason: '',
      samples: [],
    })
    const faulty = (at: number) =>
      readRow(
        { row: 2, cells: ['A', '#REF!'], faults: [{ column: at, message: 'holds an error' }] },
        { ...context, columns: [column('A', 'name'), column('B', null)] },
      ).problems
    expect([faulty(0), faulty(1)]).toEqual([[expect.objectContaining({ message: 'holds an error' })], []])
  })

  it('with more cells than the header is told where', () => {
    const { problems } = readRow({ row: 2, cells: ['x'] }, context)
    expect(problems[0]).toMatchObject({
      column: 'A',
      message: expect.stringContaining('has 1 cells and the header 0'),
    })
  })
})
