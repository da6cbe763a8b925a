import { describe, expect, it } from 'vitest'
import type { Stmt } from '../tree.ts'
import { parsePython } from './parse.ts'

const imports = (source: string): string[] => {
  const found: string[] = []
  const walk = (list: readonly Stmt[]): void => {
    for (const stmt of list) {
      if (stmt.s === 'import')
        found.push(
          `${stmt.module}:${stmt.names.map(({ name, as }) => `${name}>${as}`).join(',')}@${stmt.line}`,
        )
      else if (stmt.s === 'branch') walk([...stmt.body, ...stmt.otherwise])
      else if ('body' in stmt) walk(stmt.body)
    }
  }
  walk(parsePython(source).body)
  return found
}

describe('reading Python', () => {
  it('sees imports in all their forms', () => {
    expect(imports('import a, b.c as d\nfrom e.f import (\n  g,\n  h as i,\n)\nfrom . import j\n')).toEqual([
      'a:null>a@1',
      'b.c:null>d@1',
      'e.f:g>g,h>i@2',
      '.:j>j@6',
    ])
  })
  it('takes nothing from comments, docstrings and strings', () => {
    expect(
      imports(
        '"""\nimport openai\n"""\n# import openai\nx = "import openai"\ny = \'\'\'\nimport openai\n\'\'\'\n',
      ),
    ).toEqual([])
  })
  it('finds imports inside functions, classes, try and if', () => {
    expect(
      imports(
        'try:\n    import a\nexcept ImportError:\n    import b\ndef f():\n    if x:\n        import c\nclass D:\n    def g(self): import d\n',
      ),
    ).toEqual(['a:null>a@2', 'b:null>b@4', 'c:null>c@7', 'd:null>d@9'])
  })
  it('reads calls with keyword arguments over several lines', () => {
    const [stmt] = parsePython('client = OpenAI(\n    base_url=URL,\n    api_key="k",\n)\n').body
    expect(stmt).toMatchObject({
      s: 'assign',
      value: {
        t: 'call',
        constructs: true,
        args: [
          { name: 'base_url', value: { t: 'name', name: 'URL', line: 2 } },
          { name: 'api_key', value: { text: 'k', line: 3 } },
        ],
      },
    })
  })
  it('reads f-strings into their parts', () => {
    const [stmt] = parsePython('u = f"https://{os.environ[\'H\']}/{{v1}}/{x!r:>10}"\n').body
    expect(stmt).toMatchObject({
      value: {
        t: 'join',
        parts: [{ text: 'https://' }, { t: 'get', name: 'H' }, { text: '/{v1}/' }, { t: 'name', name: 'x' }],
      },
    })
  })
  it('survives code that is broken, and goes on behind it', () => {
    expect(imports('def f(:\n  x = = )\n}\nimport after\n')).toEqual(['after:null>after@4'])
    expect(imports('x = "unclosed\nimport after\n')).toEqual(['after:null>after@2'])
  })
  it('does not run out of stack on deep nesting, and says that something was left out', () => {
    expect(parsePython(`x = ${'('.repeat(20_000)}`).partial).toBe(true)
    expect(parsePython(`x = ${'f('.repeat(5000)}${')'.repeat(5000)}\nimport a\n`).partial).toBe(true)
  })
  it('reads a long file in time linear to its length', () => {
    const source = 'a.b(c=d, e=[1, "x", {"k": v}])\n'.repeat(20_000)
    const start = performance.now()
    expect(parsePython(source).body).toHaveLength(20_000)
    expect(performance.now() - start).toBeLessThan(5000)
  })
})
