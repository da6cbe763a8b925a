import { expect, it } from 'vitest'
import { matchWords } from './match-words.ts'

it('says each part that a rule asks for, and nothing of those that it does not', () => {
  expect(matchWords({ contexts: ['test', 'example'], path: 'tests/*', suppliers: ['openai'] })).toEqual([
    'Only test or example',
    'Only of openai',
    'In tests/*',
  ])
  expect(matchWords({ kinds: ['library'], scope: 'git:github.com/acme/*' })).toEqual([
    'Only library',
    'Of git:github.com/acme/*',
  ])
})
