import { describe, expect, it } from 'vitest'
import { infraFiles } from './infra.ts'

/**
 * What `terraform fmt` would change: indentation by brackets, and the equals signs of neighbouring lines in one column, unless
 * what stands behind one goes on in the next line.
 */
function formatProblems(text: string): string[] {
  const problems: string[] = []
  const say = (line: number, what: string) => void problems.push(`line ${line + 1}: ${what}`)
  let depth = 0
  let chain: { line: number; key: string; column: number }[] = []
  const close = () => {
    const column = Math.max(...chain.map(({ key }) => key.length)) + 1
    for (const one of chain) if (one.column !== column) say(one.line, 'its = is not in line')
    chain = []
  }
  const lines = text.split('\n')
  for (const [i, line] of lines.entries()) {
    const code = line.replace(/"(?:[^"\\]|\\.)*"/g, '""').replace(/#.*$/, '')
    const opens = code.match(/[{[(]/g)?.length ?? 0
    const closes = code.match(/[}\])]/g)?.length ?? 0
    const leading = /^\s*[}\])]/.test(code) ? 1 : 0
    if (line !== line.trimEnd()) say(i, 'white space at its end')
    if (line.trim() && /^ */.exec(line)?.[0].length !== 2 * (depth - leading)) say(i, 'indentation')
    const assigned = /^( *)("[^"]*"|[\w.-]+)( +)=(\s|$)/.exec(line)
    if (assigned && opens === closes) {
      const [, , key = '', gap = ''] = assigned
      chain.push({ line: i, key, column: key.length + gap.length })
    } else {
      if (assigned && assigned[3] !== ' ') say(i, 'one space before its =')
      close()
    }
    depth += opens - closes
  }
  close()
  if (depth !== 0) say(lines.length, 'brackets do not match')
  if (!text.endsWith('\n') || text.endsWith('\n\n')) say(lines.length, 'one line break at the end')
  return problems
}

describe('Terraform files', () => {
  it.each(Object.entries(infraFiles()).filter(([path]) => path.endsWith('.tf')))(
    '%s is as terraform fmt writes it',
    (_, text) => expect(formatProblems(text)).toEqual([]),
  )

  it('that are not would be noticed', () => {
    const bad = 'a "b" {\n  x = 1\n  long = 2\n   y = [\n    "z",\n  ] \n}\n'
    expect(formatProblems(bad).sort()).toEqual([
      'line 2: its = is not in line',
      'line 4: indentation',
      'line 6: white space at its end',
    ])
  })
})
