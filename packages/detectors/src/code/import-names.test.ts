import { describe, expect, it } from 'vitest'
import { scan } from '../testing/repository.ts'

describe('several names of one import', () => {
  it('are all of its package, also where one is made within another call', () => {
    const text =
      'from crewai import Agent\nfrom crewai_tools import FileReadTool, SerperDevTool, TavilySearchTool\n\nreader = Agent(role="Reader", tools=[FileReadTool(), SerperDevTool(), TavilySearchTool()])\n'
    const { keys } = scan({ 'desk/crew.py': text })
    expect(keys).toEqual(expect.arrayContaining(['service:serper', 'service:tavily']))
  })
})

describe('modules that moved', () => {
  it.each([
    ['src/a.py', 'from langchain.vectorstores import FAISS\n\nstore = FAISS.load_local("x", e)\n', 'faiss'],
    [
      'src/a.ts',
      "import { ZepMemory } from 'langchain/memory/zep'\nexport const memory = new ZepMemory({ apiKey })\n",
      'zep',
    ],
    [
      'src/a.ts',
      "import { TavilySearchResults } from '@langchain/community/tools/tavily_search'\nexport const search = new TavilySearchResults({ apiKey })\n",
      'tavily',
    ],
  ])('are whose they were, where they were: %s %s', (path, text, supplier) => {
    expect(scan({ [path]: text }).findings.map((found) => found.supplier)).toContain(supplier)
  })
  it('but not the framework’s own', () => {
    const own = 'from langchain.chains import LLMChain\n\nchain = LLMChain(prompt=p)\n'
    expect(scan({ 'src/a.py': own }).findings.map(({ supplier }) => supplier)).not.toContain('faiss')
  })
})
