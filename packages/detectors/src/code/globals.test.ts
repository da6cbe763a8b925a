import { describe, expect, it } from 'vitest'
import { scan } from '../testing/repository.ts'

const keys = (text: string) => scan({ 'src/index.ts': text }).keys

describe('what a runtime has without an import', () => {
  it('is a call of its supplier, with the model that a class is given', () => {
    expect(keys("const model = new Supabase.ai.Session('gte-small')\n")).toEqual([
      'model:supabase-ai:gte-small',
      'service:supabase-ai',
    ])
    expect(keys("const answer = await puter.ai.chat('Hello there', { model: 'gpt-5-nano' })\n")).toContain(
      'service:puter',
    )
  })
  it('is nothing by the root alone, in a comment, or of the project itself', () => {
    expect(keys("await puter.fs.write('hello.txt', 'Hello')\n")).toEqual([])
    expect(keys("// new Supabase.ai.Session('gte-small')\nexport const x = 1\n")).toEqual([])
    expect(
      keys("import { Supabase } from './mine'\n\nconst model = new Supabase.ai.Session('gte-small')\n"),
    ).toEqual([])
  })
  it('is found behind the object that holds all globals, cast or kept under a name', () => {
    const found = ['service:chrome-built-in-ai']
    expect(keys('const found = (self as any).LanguageDetector.create()\n')).toEqual(found)
    expect(keys('export const ask = () => window.ai?.languageModel.create()\n')).toEqual(found)
    expect(keys('export const sum = () => globalThis.Summarizer.create()\n')).toEqual(found)
    expect(
      keys('const model = (window as any).ai?.languageModel\nexport const ask = () => model.create()\n'),
    ).toEqual(found)
  })
  it('is a host of models that others publish, by a binding that a function is handed', () => {
    expect(
      keys(
        "export const ask = (request, env) => env.AI.run('openai/gpt-4o-mini', { gateway: { id: 'a' } })\n",
      ),
    ).toEqual(['model:cloudflare-workers-ai:openai/gpt-4o-mini', 'service:cloudflare-workers-ai'])
    expect(keys("export const ask = (c) => c.env.AI.run('@cf/meta/llama-3.1-8b-instruct', {})\n")).toEqual([
      'model:cloudflare-workers-ai:meta/llama-3.1-8b-instruct',
      'service:cloudflare-workers-ai',
    ])
    expect(keys("export const put = (env) => env.DB.run('openai/gpt-4o-mini')\n")).not.toContain(
      'service:cloudflare-workers-ai',
    )
  })
  it('is not what a program calls so itself', () => {
    expect(keys('const self = this\nself.Summarizer.create()\n')).toEqual([])
    expect(keys('const ai = make()\nexport const model = ai.languageModel("small")\n')).toEqual([])
    expect(keys('export class Page { draw(self) { return self.Writer.create() } }\n')).toEqual([])
    expect(
      scan({ 'app.py': 'class Page:\n    def draw(self):\n        return self.Summarizer.create()\n' }).keys,
    ).toEqual([])
  })
})
