import { describe, expect, it } from 'vitest'
import { commandsOf } from './commands.ts'

const texts = (script: string): string[] =>
  commandsOf(script).map((command) => command.map(({ text }) => text).join(' '))

describe('the commands of a script', () => {
  it.each([
    ['a b\nc', ['a b', 'c']],
    ['a && b || c; d | e & f', ['a', 'b', 'c', 'd', 'e', 'f']],
    ['a \\\n  b', ['a b']],
    ['a `\n  b', ['a b']],
    ['a # b', ['a']],
    ["a 'b # c' d", ['a b # c d']],
    ['x="$(a -p "b c")" d', ['a -p b c', 'x= d']],
    ['if ! (a); then b; fi', ['if !', 'a', 'then b', 'fi']],
    ['cat <<EOF | a -p\nb -p\nEOF\nc', ['cat', 'a -p', 'c']],
    ["cat <<-'END'\n\tb\n\tEND\nc", ['cat', 'c']],
    ['bash -lc "a -p; b"', ['bash -lc a -p; b', 'a -p', 'b']],
    ["don't", ["don't"]],
    [`a --model $\{{ inputs.model }} b`, ['a --model $_ b']],
  ])('%j', (script, expected) => {
    expect(texts(script)).toEqual(expected)
  })

  it('keep the lines on which their words stand', () => {
    const [, second] = commandsOf('a\nb "c\nd" \\\n  e', 10)
    expect(second!.map(({ text, line }) => [text, line])).toEqual([
      ['b', 11],
      ['c\nd', 11],
      ['e', 13],
    ])
  })

  it.each(['"$(', "'", '<<A\n', '$(', '"', '(', '\\', '`', '<<A1\nA1\n'])(
    'are read in a moment, however often %j stands in a script',
    (part) => {
      const start = performance.now()
      commandsOf(part.repeat(Math.floor(1_000_000 / part.length)))
      expect(performance.now() - start).toBeLessThan(15_000)
    },
  )
})
