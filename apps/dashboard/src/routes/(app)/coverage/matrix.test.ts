import { expect, it } from 'vitest'
import type { CoverageStatus, ScopeRow } from '#lib/types.ts'
import { gapsOf, hasCells, matrixOf, placeOf } from './matrix.ts'

const row = (key: string, status: CoverageStatus, types: Record<string, CoverageStatus> = {}): ScopeRow => ({
  scope: { key, title: key },
  scanner: 'aws',
  version: '1.0.0',
  catalogue: 'c1',
  coverage: {
    status,
    cells: Object.entries(types).map(([type, of]) => ({
      type,
      status: of,
      pages: 1,
      resources: 0,
      milliseconds: 1,
    })),
  },
  lookedAt: '2026-11-23T08:00:00.000Z',
  completeAt: null,
  findingCount: 0,
  unknowns: [],
  unknownCount: 0,
  held: false,
})

it('an account is services down and regions across, what is global first', () => {
  const rows = [
    row('aws:1/us-east-1/sagemaker', 'complete', { 'sagemaker-endpoint': 'complete' }),
    row('aws:1/eu-west-1/sagemaker', 'partial', {
      'sagemaker-endpoint': 'denied',
      'sagemaker-model': 'complete',
    }),
    row('aws:1/global/account', 'complete'),
  ]
  const { regions, services } = matrixOf(rows, 'aws:1')
  expect(regions).toEqual(['global', 'eu-west-1', 'us-east-1'])
  expect(services.map(({ name, types }) => [name, types.map((t) => t.name)])).toEqual([
    ['account', []],
    ['sagemaker', ['sagemaker-endpoint', 'sagemaker-model']],
  ])
  const endpoints = services[1]?.types[0]
  expect(endpoints && gapsOf(endpoints)).toBe(1)
  expect(endpoints?.cells.get('eu-west-1')?.scope.scope.key).toBe('aws:1/eu-west-1/sagemaker')
  expect(hasCells(rows)).toBe(true)
  expect(hasCells([row('git:a/b', 'complete')])).toBe(false)
})

it('a cloud without regions in its keys has one column', () => {
  expect(placeOf('azure:s/openai', 'azure:s')).toEqual({ region: '–', service: 'openai' })
  expect(placeOf('azure:s', 'azure:s')).toEqual({ region: '–', service: '–' })
  expect(matrixOf([row('azure:s/openai', 'complete')], 'azure:s').regions).toEqual(['–'])
})
