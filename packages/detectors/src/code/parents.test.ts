import { describe, expect, it } from 'vitest'
import { scan } from '../testing/repository.ts'

describe('a class built upon a client', () => {
  it.each([
    [
      'src/a.py',
      'from langchain_openai import ChatOpenAI\n\nclass Writer(ChatOpenAI):\n    def __init__(self):\n        super().__init__(model="gpt-4o-mini", temperature=0)\n',
    ],
    [
      'src/a.ts',
      "import { ChatOpenAI } from '@langchain/openai'\nexport class Writer extends ChatOpenAI {\n  constructor() { super({ model: 'gpt-4o-mini' }) }\n}\n",
    ],
  ])('is a client with what it hands its parent: %s', (path, text) => {
    const found = scan({ [path]: text }).keys
    expect(found).toContain('service:openai')
    expect(found).toContain('model:openai:gpt-4o-mini')
  })
  it.each([
    [
      'src/a.py',
      'from openai import OpenAI\n\nclass Deep(OpenAI):\n    def __init__(self, key):\n        super().__init__(base_url="https://api.deepseek.com/v1", api_key=key)\n\nclient = Deep("k")\nclient.chat.completions.create(model="deepseek-chat", messages=[])\n',
    ],
    [
      'src/a.ts',
      "import OpenAI from 'openai'\nclass Deep extends OpenAI {\n  constructor(apiKey) { super({ baseURL: 'https://api.deepseek.com/v1', apiKey }) }\n}\nconst client = new Deep('k')\nclient.chat.completions.create({ model: 'deepseek-chat' })\n",
    ],
  ])('reaches whom its parent is made for, and nobody else: %s', (path, text) => {
    const found = scan({ [path]: text }).keys
    expect(found).toContain('service:deepseek')
    expect(found).toContain('model:deepseek:deepseek-chat')
    expect(found).not.toContain('service:openai')
  })
  it('through classes between', () => {
    const found = scan({
      'src/base.py': 'from anthropic import AsyncAnthropic\n\nclass Base(AsyncAnthropic):\n    pass\n',
      'src/mine.py':
        'from .base import Base\n\nclass Mine(Base):\n    async def ask(self, text):\n        return await super().messages.create(model="claude-sonnet-4-5", messages=text)\n',
    }).keys
    expect(found).toContain('model:anthropic:claude-sonnet-4-5')
  })
  it('and an agent, where it is built upon one', () => {
    expect(
      scan({
        'src/desk.py':
          'from livekit.agents import Agent, inference\n\nclass Desk(Agent):\n    def __init__(self):\n        super().__init__(llm=inference.LLM(model="openai/gpt-4.1-mini"))\n\ndesk = Desk()\n',
      }).keys,
    ).toContain('agent:src/desk.py#Agent')
  })
  it('not where the parent is nobody of the catalogue', () => {
    expect(
      scan({
        'src/a.py':
          'import openai_tools\n\nclass Mine(openai_tools.Base):\n    def __init__(self):\n        super().__init__(name="gpt-4o")\n',
      }).keys.filter((key) => key.startsWith('service:')),
    ).toEqual([])
  })
  it('and leads round in circles to nobody', () => {
    expect(
      scan({
        'src/a.py':
          'import openai\n\nclass A(B):\n    def __init__(self):\n        super().__init__()\n\nclass B(A):\n    def __init__(self):\n        super().__init__()\n\nA()\n',
      }).keys,
    ).not.toContain('service:openai')
  })
})
