import { Finding } from '@ai-census/schema'
import { loadCatalogue } from '@ai-census/signatures'
import { describe, expect, it } from 'vitest'
import { scan, signsOf } from '../testing/repository.ts'
import { type AnalysedFile, conclude, concludeWhole } from './conclude.ts'

const files: Record<string, string> = {
  'requirements.txt': 'openai\nanthropic\n',
  'app/a.py':
    'from openai import OpenAI\nimport os\nc = OpenAI(base_url="https://api.groq.com/openai/v1", api_key=os.environ["OPENAI_API_KEY"])\nc.chat.completions.create(model="llama-3.3-70b-versatile")\n',
  'app/b.py': 'import anthropic\nanthropic.Anthropic().messages.create(model="claude-sonnet-4-20250514")\n',
  'tests/test_a.py': 'from openai import OpenAI\nOpenAI().chat.completions.create(model="gpt-4o")\n',
  '.env': 'OPENAI_API_KEY=\nANTHROPIC_API_KEY=\n',
  'compose.yaml': 'services:\n  db:\n    image: qdrant/qdrant:v1.12.1\n',
}

describe('a conclusion', () => {
  it('is the same for the files in any order', () => {
    const signs = Object.entries(files).map(([path, text]) => ({ path, signs: signsOf(path, text) }))
    expect(conclude([...signs].reverse(), loadCatalogue())).toEqual(conclude(signs, loadCatalogue()))
  })
  it('holds findings of the schema, each with its own key, sorted', () => {
    const { findings, keys } = scan(files)
    for (const finding of findings) expect(() => Finding.parse(finding)).not.toThrow()
    expect(new Set(keys).size).toBe(keys.length)
    expect([...keys].sort()).toEqual(keys)
  })
  it('leaves out the supplier whose package only leads elsewhere, but keeps it where a test reaches it', () => {
    const { findings } = scan(files)
    expect(
      findings.filter(({ context }) => context === 'production').map(({ supplier }) => supplier),
    ).not.toContain('openai')
    expect(findings.find(({ key }) => key === 'service:openai')).toMatchObject({ context: 'test' })
  })
  it('lets packages that nothing calls follow those of their publisher that lead elsewhere', () => {
    const { findings } = scan({
      'requirements.txt': 'openai\nlangchain-openai\n',
      'a.py':
        'from langchain_openai import ChatOpenAI\nChatOpenAI(base_url="https://api.deepseek.com", model="deepseek-chat")\n',
    })
    expect(new Set(findings.map(({ supplier }) => supplier))).toEqual(new Set(['deepseek']))
  })
  it('of many pieces of evidence keeps the fifty best, production first, and says how many there were', () => {
    const many = `from openai import OpenAI\nc = OpenAI()\n${'c.responses.create(model="gpt-4o")\n'.repeat(120)}`
    const { findings } = scan({ 'src/a.py': many, 'tests/test_a.py': many })
    const service = findings.find(({ key }) => key === 'service:openai')!
    expect(service.evidence).toHaveLength(50)
    expect(service.attributes.evidenceTotal).toBe(244)
    expect(service.evidence.every(({ location }) => 'path' in location && location.path === 'src/a.py')).toBe(
      true,
    )
  })
  it('survives values that lead in circles', () => {
    expect(() =>
      scan({
        'a.py': 'from b import x\nimport openai\ny = x\nopenai.OpenAI(base_url=y)\n',
        'b.py': 'from a import y\nimport openai\nx = y\nz = z or x\nopenai.OpenAI(base_url=z)\n',
      }),
    ).not.toThrow()
  })
})

it('ids of Bedrock without a version are served by it where it is called, not by a library of translations', () => {
  const { keys } = scan({
    'src/llm.ts':
      "import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime'\nimport { config } from './config'\nexport const ask = (messages) => new BedrockRuntimeClient({}).send(new ConverseCommand({ modelId: config().model, messages }))\n",
    'src/config.ts': "export const config = () => ({ bedrock: { modelId: 'qwen.qwen3-next-80b-a3b' } })\n",
    'requirements.txt': 'ctranslate2==4.4.0\n',
  })
  expect(keys).toContain('model:aws-bedrock:qwen.qwen3-next-80b-a3b')
})

describe('names that every object has', () => {
  it('lead nowhere', () => {
    const lines = ['constructor', 'toString', 'valueOf', 'hasOwnProperty'].flatMap((name) => [
      `const a_${name} = ${name}.call(x)`,
      `const b_${name} = new ${name}({ model: ${name}, baseURL: this.${name} })`,
      `new OpenAI({ baseURL: ${name}(), apiKey: a_${name}.${name} })`,
    ])
    const code = `import OpenAI from 'openai'\n${lines.join('\n')}\n`
    expect(scan({ 'a.js': code }).keys).toContain('library:npm:openai')
  })
})

describe('a file that nothing can be concluded from', () => {
  /** Signs as no detector makes them, of a file that holds a secret. */
  const broken: AnalysedFile['signs'] = JSON.parse(
    '{"hosts": [{"host": {"secret": "hunter2"}, "path": "/"}], "unknowns": [{"reason": "malformed", "detail": "no JSON"}]}',
  )
  const analysed = Object.entries(files).map(([path, text]) => ({ path, signs: signsOf(path, text) }))
  const with_ = (...paths: string[]) => [...analysed, ...paths.map((path) => ({ path, signs: broken }))]

  it('does not fail the others: it becomes an unknown, and they count as if it showed nothing', () => {
    for (const paths of [['app/a.json'], ['0.json', 'app/c.json', 'zz/z.json']]) {
      expect(() => concludeWhole(with_(...paths), loadCatalogue())).toThrow()
      const { findings, unknowns } = conclude(with_(...paths), loadCatalogue())
      expect(findings).toEqual(conclude(analysed, loadCatalogue()).findings)
      expect(unknowns).toEqual(
        paths.flatMap((place) => [
          { place, reason: 'malformed', detail: 'no JSON' },
          { place, reason: 'unavailable', detail: expect.stringContaining('TypeError') },
        ]),
      )
      expect(JSON.stringify(unknowns)).not.toContain('hunter2')
    }
  })
  it('is the same for the files in any order', () => {
    const all = with_('a.json', 'b.json')
    expect(conclude([...all].reverse(), loadCatalogue())).toEqual(conclude(all, loadCatalogue()))
  })
  it('never says a word of what the error says', () => {
    const signs = {
      ...broken,
      get hosts(): never[] {
        throw new Error('hunter2\n    at hunter2 (x)')
      },
    }
    const { unknowns } = conclude([{ path: 'a.json', signs }], loadCatalogue())
    expect(unknowns.map(({ reason }) => reason)).toEqual(['malformed', 'unavailable'])
    expect(JSON.stringify(unknowns)).not.toContain('hunter2')
  })
  it('fails the whole where there are more of them than files alone could be to blame for', () => {
    const paths = Array.from({ length: 11 }, (_, index) => `${index}.json`)
    expect(() => conclude(with_(...paths), loadCatalogue())).toThrow(TypeError)
    expect(conclude(with_(...paths.slice(1)), loadCatalogue()).unknowns).toHaveLength(20)
  })
  it('still counts among the paths that tell own modules from packages', () => {
    const own = (signs: AnalysedFile['signs']) =>
      conclude(
        [
          { path: 'agents.py', signs },
          { path: 'main.py', signs: signsOf('main.py', 'from agents import Agent\nAgent(name="x")\n') },
        ],
        loadCatalogue(),
      ).findings
    expect(own(broken)).toEqual(own({}))
  })
})
