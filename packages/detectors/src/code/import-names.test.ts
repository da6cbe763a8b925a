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
