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
})
