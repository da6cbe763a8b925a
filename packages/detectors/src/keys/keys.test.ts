import { createHash } from 'node:crypto'
import { keyLiterals, loadCatalogue, madeUpKey } from '@ai-census/signatures'
import { describe, expect, it } from 'vitest'
import { createMatcher } from '../matcher.ts'
import { scan, signsOf } from '../testing/repository.ts'
import { isPlaceholder } from './keys.ts'

const catalogue = loadCatalogue()
const shape = catalogue.keyShapes.find(
  ({ supplier, needsContext }) => supplier === 'anthropic' && !needsContext,
)!
const key = madeUpKey(shape.pattern)

describe('keys', () => {
  it('are kept as fingerprint and redacted form, never as they are', () => {
    const { findings } = scan({ 'src/a.py': `import os\nKEY = "${key}"\n` })
    const credential = findings.find(({ kind }) => kind === 'credential')!
    const fingerprint = createHash('sha256').update(key).digest('hex')
    expect(credential).toMatchObject({
      key: `credential:anthropic:${fingerprint}`,
      supplier: 'anthropic',
      grade: 'configured',
      evidence: [{ location: { path: 'src/a.py', startLine: 2 } }],
    })
    expect(credential.identifiers).toContainEqual({
      type: 'key-redacted',
      value: `anthropic:${shape.anchor}…${key.slice(-4)}`,
    })
    expect(JSON.stringify(findings)).not.toContain(key.slice(shape.anchor.length + 2, -6))
  })
  it('of any supplier leak nowhere, in any kind of file', () => {
    for (const one of catalogue.keyShapes) {
      const value = madeUpKey(one.pattern)
      const files = {
        '.env': `${one.supplier.toUpperCase()}_API_KEY=${value}\nOPENAI_API_KEY=${value}\n`,
        'a.py': `from openai import OpenAI\nc = OpenAI(api_key="${value}", base_url="https://u:${value}@api.deepseek.com/v1?key=${value}")\n`,
        '.mcp.json': JSON.stringify({
          mcpServers: {
            a: { command: 'npx', args: ['x', '--api-key', value, value], env: { KEY: value } },
            b: {
              url: `https://mcp.acme.io/${value}?k=${value}`,
              headers: { Authorization: `Bearer ${value}` },
            },
          },
        }),
        'config.yaml': `openai:\n  api_key: ${value}\n  base_url: https://api.openai.com/v1\n`,
        'run.sh': `curl https://api.openai.com/v1/models -H "Authorization: Bearer ${value}"\n`,
      }
      const { findings, unknowns } = scan(files)
      const signs = Object.entries(files).map(([path, text]) => signsOf(path, text))
      expect(JSON.stringify({ findings, unknowns, signs }), `${one.supplier}/${one.id}`).not.toContain(value)
    }
  })
  it('that no shape tells are not kept in texts of a program and in XML', () => {
    const files = {
      'a.ts':
        'import OpenAI from \'openai\'\nawait $`curl https://api.openai.com/v1 -H "Authorization: Bearer hunter2secret"`\n',
      'web.config':
        '<configuration><appSettings><add key="OpenAI:ApiKey" value="hunter2secret"/><add key="OpenAI:Endpoint" value="https://api.openai.com/v1"/></appSettings></configuration>',
      Jenkinsfile: `pipeline { environment { OPENAI_API_KEY = 'hunter2secret' } }`,
    }
    const { findings, unknowns } = scan(files)
    expect(findings.map((one) => one.supplier)).toContain('openai')
    const signs = Object.entries(files).map(([path, text]) => signsOf(path, text))
    expect(JSON.stringify({ findings, unknowns, signs })).not.toContain('hunter2secret')
  })
  describe('of a shape that several services share', () => {
    const google = madeUpKey(catalogue.keyShapes.find(({ anchor }) => anchor === 'AIza')!.pattern)
    const hex = madeUpKey(catalogue.keyShapes.find(({ supplier }) => supplier === 'deepseek')!.pattern)
    const credentials = (path: string, text: string) =>
      scan({ [path]: text }).keys.flatMap((one) => one.match(/^credential:([^:]+)/)?.[1] ?? [])
    const far = '\n\n\n\n\n\n'
    const cell = (...source: string[]) =>
      JSON.stringify({ cells: source.map((text) => ({ cell_type: 'code', source: [text] })) }, null, 1)

    it.each([
      [
        'a.ipynb',
        cell('import google.generativeai as genai', 'print(1)', `genai.configure(api_key="${google}")`),
        'google-gemini',
      ],
      ['a.py', `from google import genai${far}client = genai.Client(api_key="${google}")\n`, 'google-gemini'],
      [
        'a.ts',
        `import { GoogleGenAI } from '@google/genai'${far}const apiKey = '${google}'\n`,
        'google-gemini',
      ],
      ['a.py', `URL = "https://api.deepseek.com"${far}api_key = "${hex}"\n`, 'deepseek'],
    ])('are whose the file speaks of: %s', (path, text, supplier) => {
      expect(credentials(path, text)).toEqual([supplier])
    })
    it.each([
      ['a.py', `import requests${far}client = Client(api_key="${google}")\n`],
      ['a.py', `import google.generativeai${far}MAPS_API_KEY = "${google}"\n`],
      [
        'a.js',
        `import { GoogleGenAI } from '@google/genai'${far}const config = {\n  apiKey: "${google}",\n  authDomain: "acme.firebaseapp.com",\n}\n`,
      ],
      [
        'a.py',
        `A = "https://api.deepseek.com"\nB = "https://dashscope.aliyuncs.com"${far}api_key = "${hex}"\n`,
      ],
      ['a.py', `import google.generativeai${far}digest = sha("${google}")\n`],
    ])('are nobody’s where it does not tell: %s', (path, text) => {
      expect(credentials(path, text)).toEqual([])
    })
  })
  it('make a file a text only where more than an anchor is there', () => {
    const anchored = (text: string) => createMatcher(catalogue)(new TextEncoder().encode(text)).anchored
    const long = catalogue.keyShapes.filter((one) => keyLiterals(one).includes(one.anchor))
    for (const one of long) {
      const value = madeUpKey(one.pattern)
      if (isPlaceholder(value)) continue
      const far = 'ä'.repeat(2000)
      expect(anchored(`${far}\n"${value}"\n${far}`), `${one.supplier}/${one.id}`).toBe(true)
      expect(anchored(`${one.anchor} ${one.anchor}\n`), `${one.supplier}/${one.id}`).toBe(false)
    }
    expect(anchored(`key = "${key.slice(0, 5).toUpperCase()}${key.slice(5)}"`)).toBe(false)
    expect(anchored(`key = "${shape.anchor}your-key-here-000000"`)).toBe(false)
  })
  it('in minified and vendored code count too', () => {
    expect(scan({ 'dist/a.js': `x="${key}"` }).findings.map(({ kind }) => kind)).toEqual(['credential'])
  })
  it('that are made to be replaced are none', () => {
    for (const value of [
      'sk-your-key-here-000000',
      'sk-ant-xxxxxxxxxxxxxxxx',
      'sk-EXAMPLEEXAMPLE',
      'sk-aaaaaaaaaaaaaaaaaaaa',
      'sk-abcdefghijklmnopqrst',
      'sk-1234567890123456',
    ])
      expect(isPlaceholder(value), value).toBe(true)
    expect(isPlaceholder('sk-T3gK9vQz0LmXw7RbYc2N')).toBe(false)
  })
})
