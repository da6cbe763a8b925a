import { expect, it } from 'vitest'
import { finding, scan } from '../testing/repository.ts'

const gateway =
  'from openai import OpenAI\nclient = OpenAI(base_url="https://openrouter.ai/api/v1")\nclient.chat.completions.create(model="openai/gpt-4o", messages=[])\n'
const azure =
  'from openai import AzureOpenAI\nc = AzureOpenAI(azure_endpoint="https://acme.openai.azure.com")\n'
const menu = (ids: readonly string[]) => `MODELS = [\n${ids.map((id) => `    "${id}",`).join('\n')}\n]\n`
const many = (prefix: string) => Array.from({ length: 24 }, (_, n) => `${prefix}gpt-4o-2024-${10 + n}`)

it('a menu of a routing library’s ids names whom each says that serves it, and no gateway that is used besides', () => {
  const ids = [
    ...many('azure/'),
    'bedrock/anthropic.claude-3-haiku-20240307-v1:0',
    'groq/llama-3.3-70b-versatile',
    'openrouter/anthropic/claude-3.5-sonnet',
  ]
  const files = { 'app/menu.py': menu(ids), 'app/ask.py': gateway, 'app/azure.py': azure }
  const { keys } = scan(files)
  expect(keys).toEqual(
    expect.arrayContaining([
      'model:azure-openai:gpt-4o-2024-10',
      'model:openrouter:anthropic/claude-3.5-sonnet',
      'model:unknown:anthropic.claude-3-haiku-20240307-v1:0',
      'model:unknown:llama-3.3-70b-versatile',
    ]),
  )
  expect(keys.filter((key) => /openrouter:(azure|bedrock|groq)/.test(key))).toEqual([])
  const { supplier, model, grade, attributes } = finding(files, 'model:unknown:llama-3.3-70b-versatile')
  expect({ supplier, publisher: model?.publisher, grade, hosts: attributes.listedHosts }).toEqual({
    supplier: null,
    publisher: 'meta',
    grade: 'available',
    hosts: ['groq'],
  })
})

it('a gateway’s own menu, whose ids begin with who published them, stays the gateway’s', () => {
  const ids = [
    ...many('openai/'),
    'anthropic/claude-3.5-sonnet',
    'mistralai/mistral-large',
    'cohere/command-r-plus',
  ]
  const { keys } = scan({ 'app/menu.py': menu(ids), 'app/ask.py': gateway })
  expect(keys).toEqual(
    expect.arrayContaining([
      'model:openrouter:anthropic/claude-3.5-sonnet',
      'model:openrouter:cohere/command-r-plus',
    ]),
  )
  expect(keys.filter((key) => /^model:(openai|anthropic|cohere|unknown):/.test(key))).toEqual([])
})

it('a menu’s hosts are offered where the program has an adapter for them or knows their keys, though others share the name', () => {
  const ids = [
    ...many('azure/'),
    'bedrock/anthropic.claude-3-haiku-20240307-v1:0',
    'groq/llama-3.3-70b-versatile',
    'gemini/gemini-1.5-pro',
    'cerebras/llama3.1-8b',
  ]
  const files = {
    'app/menu.py': menu(ids),
    'app/azure.py': azure,
    'app/keys.py': 'import os\nkeys = [os.environ["GROQ_API_KEY"], os.environ["GOOGLE_API_KEY"]]\n',
    'tests/keys.py': 'import os\nkey = os.environ["CEREBRAS_API_KEY"]\n',
  }
  const { keys } = scan(files)
  expect(keys).toEqual(
    expect.arrayContaining(['model:groq:llama-3.3-70b-versatile', 'model:google-gemini:gemini-1.5-pro']),
  )
  expect(finding(files, 'model:google-gemini:gemini-1.5-pro').grade).toBe('available')
  expect(keys).toContain('model:unknown:anthropic.claude-3-haiku-20240307-v1:0')
})
