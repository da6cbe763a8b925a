import { describe, expect, it } from 'vitest'
import { parseJavaScript } from './parse.ts'

const imports = (path: string, source: string): string[] =>
  parseJavaScript(path, source).body.flatMap((stmt) =>
    stmt.s === 'import'
      ? [
          `${stmt.module}:${stmt.names.map(({ name, as }) => `${name}>${as}`).join(',')}${stmt.typeOnly ? ' type' : ''}@${stmt.line}`,
        ]
      : [],
  )

describe('reading JavaScript and TypeScript', () => {
  it('sees imports, requires and re-exports', () => {
    expect(
      imports(
        'a.ts',
        "import A, { b as c } from 'x'\nimport * as d from 'y'\nconst { e } = require('z')\nconst f = await import('w')\nexport { g } from './g'\nexport * from './h'\n",
      ),
    ).toEqual(['x:default>A,b>c@1', 'y:null>d@2', 'z:e>e@3', 'w:null>f@4', './g:g>g@5', './h:*>*@6'])
  })
  it('knows an import of types alone', () => {
    expect(imports('a.ts', "import type { A } from 'x'\nimport { type B } from 'y'\n")).toEqual([
      'x:A>A type@1',
      'y:B>B type@2',
    ])
  })
  it('takes nothing from comments, strings and templates', () => {
    expect(
      imports(
        'a.js',
        "// import a from 'openai'\n/* require('openai') */\nconst s = \"import x from 'openai'\"\nconst t = `import y from 'openai'`\n",
      ),
    ).toEqual([])
  })
  it('reads JSX in .js files and types in .js files that hold them', () => {
    expect(imports('a.js', 'import A from \'x\'\nexport const B = () => <A model="m" />\n')).toEqual([
      'x:default>A@1',
    ])
    expect(imports('a.js', "import A from 'x'\nconst b: string = A\n")).toEqual(['x:default>A@1'])
  })
  it('says so where it can read nothing', () => {
    expect(parseJavaScript('a.ts', 'const = = (((').partial).toBe(true)
  })
})
