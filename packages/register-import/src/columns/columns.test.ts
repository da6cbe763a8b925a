import type { ImportMapping } from '@ai-census/schema'
import { describe, expect, it } from 'vitest'
import { headerNames } from './headers.ts'
import { layOut } from './mapping.ts'

const levels = ['low', 'medium', 'high']
const table = (...rows: string[][]) => ({
  format: 'csv' as const,
  rows: rows.map((cells, i) => ({ row: i + 1, cells })),
})
const mapped = (rows: string[][], mapping: ImportMapping = {}) =>
  layOut(table(...rows), mapping, levels)?.columns.map(({ header, target }) => [header, target])

describe('the names of columns', () => {
  it('stand for one thing each', () => {
    const twice = headerNames.filter(([name], i) => headerNames.findIndex(([other]) => other === name) !== i)
    expect(twice).toEqual([])
  })

  it.each([
    [
      'English',
      'AI System Name|Business Owner|Technical owner|Intended Purpose|Vendor|Model|Risk classification|Data categories|Lifecycle stage|In scope?|Next review date|Monitoring|Repository URL|System ID',
    ],
    [
      'German',
      'Bezeichnung|Fachverantwortlicher|Technischer Ansprechpartner|Zweckbestimmung|Anbieter|KI-Modell|Risikoklasse|Datenkategorien|Lebenszyklus|Geltungsbereich|Nächste Überprüfung|Überwachung|Quellcode|Lfd. Nr.',
    ],
    [
      'French',
      'Nom du système|Responsable métier|Responsable technique|Finalité|Fournisseur|Modèle|Niveau de risque|Catégories de données|Cycle de vie|Périmètre|Prochaine revue|Surveillance|Dépôt|Identifiant',
    ],
    [
      'Spanish',
      'Nombre del sistema|Responsable de negocio|Responsable técnico|Finalidad|Proveedor|Modelo|Nivel de riesgo|Categorías de datos|Ciclo de vida|Alcance|Próxima revisión|Supervisión|Repositorio|Identificador',
    ],
  ])('are understood in %s', (_, header) => {
    const names = header.split('|')
    expect(mapped([names])?.map(([, target]) => target)).toEqual([
      'name',
      'businessOwner',
      'technicalOwner',
      'purpose',
      'supplier',
      'model',
      'riskLevel',
      'data',
      'lifecycle',
      'scope',
      'nextReview',
      'monitoringMethod',
      'repository',
      'id',
    ])
  })

  it('are those of our own export, which can be imported again', () => {
    const header =
      'ID,State,Name,Business owner,Technical owner,Purpose,User impact,Data used,Risk level,Risk rationale,Monitoring method,Scope,Scope justification,Value chain role,Lifecycle,Next review,Suppliers,Models,Components,Grade,Contexts,Flags,Found in,Live,First seen,Last seen'
    const targets = new Map(mapped([header.split(',')])?.map(([name, target]) => [name, target]))
    expect(targets.get('Scope justification')).toBe('scopeJustification')
    expect(targets.get('Found in')).toBe('repository')
    expect([...targets].filter(([, target]) => target === null).map(([name]) => name)).toEqual([
      'State',
      'Components',
      'Grade',
      'Contexts',
      'Flags',
      'Live',
      'First seen',
      'Last seen',
    ])
  })
})

describe('a mapping', () => {
  it('finds the header below a title and a legend, and says why', () => {
    const layout = layOut(
      table(
        ['AI Register of Acme', '', ''],
        ['As of 1 May 2026'],
        [],
        ['System', 'Owner', 'Risk'],
        ['A', 'Ada', 'low'],
      ),
      {},
      levels,
    )
    expect(layout).toMatchObject({ headerRow: 4, headerReason: expect.stringContaining('3 names') })
    expect(layout?.rows.map(({ row }) => row)).toEqual([5])
  })

  it('says how sure it is of each column, and why', () => {
    const columns = layOut(table(['Name', 'Owner', 'Vendor (legal entity)', 'Colour']), {}, levels)?.columns
    expect(columns).toMatchObject([
      { column: 'A', target: 'name', confidence: 'certain' },
      {
        column: 'B',
        target: 'businessOwner',
        confidence: 'likely',
        reason: expect.stringContaining('other things'),
      },
      { column: 'C', target: 'supplier', confidence: 'certain' },
      {
        column: 'D',
        target: null,
        confidence: 'none',
        reason: expect.stringContaining('No usual name'),
      },
    ])
  })

  it('does not trust a name whose values say something else', () => {
    const columns = layOut(
      table(['Name', 'Status'], ['A', 'Approved'], ['B', 'Rejected']),
      {},
      levels,
    )?.columns
    expect(columns?.[1]).toMatchObject({ target: null, reason: expect.stringContaining('“Approved”') })
    expect(
      mapped([
        ['Name', 'Status'],
        ['A', 'In production'],
        ['B', 'Pilot'],
      ])?.[1],
    ).toEqual(['Status', 'lifecycle'])
  })

  it('gives each field to one column, the surest', () => {
    expect(
      mapped([
        ['Name', 'Verantwortlicher', 'Business owner'],
        ['A', 'x', 'y'],
      ]),
    ).toEqual([
      ['Name', 'name'],
      ['Verantwortlicher', null],
      ['Business owner', 'businessOwner'],
    ])
  })

  it('knows a column by what is in it where its name says nothing', () => {
    expect(
      mapped([
        ['Name', 'Where'],
        ['A', 'https://github.com/acme/shop'],
      ])?.[1],
    ).toEqual(['Where', 'repository'])
  })

  it('is what a person says, by name or by letter, and tells which names no column has', () => {
    const layout = layOut(
      table(['Name', 'Status', 'Colour'], ['A', 'x', 'red']),
      { columns: { C: 'riskLevel', Status: null, Colur: 'purpose' } },
      levels,
    )
    expect(layout?.columns.map(({ target, confidence }) => [target, confidence])).toEqual([
      ['name', 'certain'],
      [null, 'chosen'],
      ['riskLevel', 'chosen'],
    ])
    expect(layout?.unknownColumns).toEqual(['Colur'])
  })
})
