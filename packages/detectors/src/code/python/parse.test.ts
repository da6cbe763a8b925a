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
  it('sees what stands behind another statement on its line', () => {
    expect(
      imports(
        'import a; from b import c; import d\nif x: pass; import e\nx: int; import f\ndef g(): return 1; import h\n',
      ),
    ).toEqual(['a:null>a@1', 'b:c>c@1', 'd:null>d@1', 'e:null>e@2', 'f:null>f@3', 'h:null>h@4'])
  })
  it('sees what the cases of a match hold, on their line or below', () => {
    const source =
      'match x:\n    case "a": import a\n    case {"b": 1} | None:\n        import b\n    case _: import c\ncase = 1\ncase.d = 2\n'
    expect(imports(source)).toEqual(['a:null>a@2', 'b:null>b@4', 'c:null>c@5'])
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
    expect(performance.now() - start).toBeLessThan(15_000)
  })
})
