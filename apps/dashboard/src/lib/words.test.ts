import {
  ComponentState,
  Context,
  CoverageStatus,
  EvidenceMethod,
  FieldSource,
  FindingKind,
  FlagId,
  Grade,
  SystemState,
  UnknownReason,
} from '@ai-census/schema'
import { expect, it } from 'vitest'
import {
  componentStateWords,
  contextWords,
  coverageWords,
  flagWords,
  gradeWords,
  kindLabels,
  methodLabels,
  riskWord,
  sortFlags,
  sourceLabels,
  stateWords,
  unknownLabels,
} from './words.ts'

it.each([
  ['flags', FlagId.options, flagWords],
  ['states', SystemState.options, stateWords],
  ['grades', Grade.options, gradeWords],
  ['contexts', Context.options, contextWords],
  ['component states', ComponentState.options, componentStateWords],
  ['coverage', CoverageStatus.options, coverageWords],
  ['kinds', FindingKind.options, kindLabels],
  ['methods', EvidenceMethod.options, methodLabels],
  ['sources', FieldSource.options, sourceLabels],
  ['unknowns', UnknownReason.options, unknownLabels],
])('has a word for each of the %s', (_, options, table) => {
  expect(Object.keys(table).sort()).toEqual([...options].sort())
})

it('puts the gravest flag first', () => {
  expect(sortFlags(['incomplete', 'unrated', 'exposed-key'])).toEqual([
    'exposed-key',
    'unrated',
    'incomplete',
  ])
})

it('shows a level of a scale it does not know under its own name', () => {
  expect(riskWord('tier-1')).toMatchObject({ label: 'tier-1', tone: 'notice' })
})
