import { loadCatalogue } from '@ai-census/signatures'
import { describe, expect, it } from 'vitest'
import { createMatcher } from './matcher.ts'

const matcher = createMatcher(loadCatalogue())
const opens = (text: string): boolean => matcher(new TextEncoder().encode(text)).opens

describe('what makes a file worth a reader', () => {
  it.each([
    'from openai import OpenAI\n',
    "import { generateText } from 'ai'\n",
    "const { useChat } = await import('ai/react')\n",
    "import {\n  Agent,\n} from '@openai/agents'\n",
    'key = os.environ["OPENAI_API_KEY"]\n',
    'base: https://api.groq.com/openai/v1\n',
    'model = "gpt-4o-mini"\n',
    'boto3.client("translate")\n',
    'use async_openai::Client;\n',
    'import dev.langchain4j.model.openai.OpenAiChatModel;\n',
  ])('is: %s', (text) => {
    expect(opens(text)).toBe(true)
  })
  it.each([
    'transform: translate(10px, 20px);\n',
    'const openai_key_label = reopenaiing()\n',
    'const step = code.play(evaluate)\n',
    'a gpt-powered gptless thing\n',
    'let opus_count = 1\n',
    '',
  ])('is not: %s', (text) => {
    expect(opens(text)).toBe(false)
  })
})
