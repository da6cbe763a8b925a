import { describe, expect, it } from 'vitest'
import { compileWhole, linearFault, literalPrefix } from './match.ts'

describe('the check for linear patterns', () => {
  it.for([
    'gpt-4(-.*)?',
    'sk-[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}',
    'claude-3[.-]5-(opus|sonnet)[a-z0-9@:-]*',
    '[a-z]+-[0-9]+',
    '(abc)*d',
  ])('lets %s pass', (pattern) => {
    expect(linearFault(pattern)).toBeNull()
  })

  it.for([
    ['(a+)+', /nested/],
    ['(a|ab)*', /varying/],
    ['.*.*', /share/],
    ['.*-.*', /share/],
    ['[a-z]*[a-z0-9]+', /share/],
    ['[a-z]*(x|-?)[a-z]*', /share/],
    ['(a)\\1', /not allowed/],
    ['a(?=b)', /look-around/],
    ['(?<!a)b', /look-around/],
    ['a**', /quantifier/],
    ['(a', /unclosed/],
    ['[a', /unclosed/],
  ] as const)('refuses %s', ([pattern, reason]) => {
    expect(linearFault(pattern)).toMatch(reason)
  })

  it('knows that a separator outside both repetitions parts them', () => {
    expect(linearFault('[0-9]+-.*')).toBeNull()
    expect(linearFault('[0-9-]+-.*')).not.toBeNull()
  })
})

describe('a compiled pattern', () => {
  it('matches whole texts only', () => {
    const matches = compileWhole('gpt-4(-.*)?')
    expect(matches('gpt-4')).toBe(true)
    expect(matches('gpt-4-turbo')).toBe(true)
    expect(matches('my-gpt-4')).toBe(false)
    expect(matches('gpt-4o')).toBe(false)
  })

  it('refuses texts beyond its window instead of running on them', () => {
    expect(compileWhole('a-.*')(`a-${'x'.repeat(5000)}`)).toBe(false)
  })
})

it('reads the literal beginning of a pattern', () => {
  expect(literalPrefix('gpt-4\\.1(-.*)?')).toBe('gpt-4.1')
  expect(literalPrefix('claude-(v)?2')).toBe('claude-')
  expect(literalPrefix('phi-?3')).toBe('phi')
  expect(literalPrefix('a|b')).toBe('')
})
