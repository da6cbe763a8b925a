import { describe, expect, it } from 'vitest'
import { scan } from '../testing/repository.ts'

describe('what a folder beside the product sets', () => {
  const client = {
    'package.json': '{"dependencies": {"openai": "6.0.0"}}',
    'src/llm.ts':
      "import OpenAI from 'openai'\nexport const client = new OpenAI({ baseURL: process.env.OPENAI_BASE_URL })\n",
  }
  const production = (files: Record<string, string>) =>
    scan({ ...client, ...files })
      .findings.filter(({ context }) => context === 'production')
      .map(({ supplier }) => supplier)

  it('does not decide for the product: a sample of a tool, a mock of the tests', () => {
    expect(
      production({
        'tools/compare/.env.example': 'OPENAI_BASE_URL=https://openrouter.ai/api/v1\n',
        'packages/e2e_tests/compose.yaml':
          'services:\n  web:\n    environment:\n      OPENAI_BASE_URL: http://mock:4010/v1\n',
      }),
    ).toEqual(['openai', 'openai'])
  })
  it('but a sample of the real thing does', () => {
    expect(production({ '.env.example': 'OPENAI_BASE_URL=https://openrouter.ai/api/v1\n' })).toContain(
      'openrouter',
    )
  })
  it('a package of Python called cookbook is the product itself', () => {
    const text = 'import litellm\n\nanswer = litellm.completion(model="gpt-4o", messages=[])\n'
    const contexts = (files: Record<string, string>) =>
      scan({ 'cookbook/views.py': text, ...files }).findings.map(({ context }) => context)
    expect(contexts({ 'cookbook/__init__.py': '' })).toContain('production')
    expect(contexts({})).not.toContain('production')
  })
})

const variable = (name: string) => `$${name}`

describe('an address that is another supplier’s variable', () => {
  const keys = (value: string) =>
    scan({
      'compose.yaml': `services:\n  app:\n    build: .\n    environment:\n      OPENAI_BASE_URL: ${value}\n      OPENAI_API_KEY: none\n`,
      'desk/app.py': 'from openai import OpenAI\n\nclient = OpenAI()\n',
    }).keys
  it('leads to that supplier, whatever it holds', () => {
    expect(keys(variable('VLLM_API_URL'))).toContain('service:vllm')
    expect(keys(variable('VLLM_API_URL'))).not.toContain('service:openai')
  })
  it('but not where nobody knows the variable', () => {
    expect(keys(variable('LLM_URL'))).toContain('service:openai')
  })
  it('also where a program sets what is not set yet', () => {
    const text =
      'import os\nfrom openai import OpenAI\n\nos.environ.setdefault("OPENAI_BASE_URL", "https://api.deepseek.com")\nclient = OpenAI()\n'
    expect(scan({ 'desk/app.py': text }).keys).toContain('service:deepseek')
  })
})

describe('a framework', () => {
  const agent = (env: string, text: string) =>
    scan({ '.env': env, 'desk/agent.py': text }).findings.find(({ kind }) => kind === 'agent')?.supplier
  it('is led by the settings of its publisher, who serves models', () => {
    const text =
      'from google.adk.agents import Agent\n\nroot = Agent(name="desk", model="gemini-2.5-flash")\n'
    expect(agent('GOOGLE_GENAI_USE_VERTEXAI=1\n', text)).toBe('google-vertex-ai')
    expect(agent('GOOGLE_GENAI_USE_VERTEXAI=0\n', text)).toBe('google-gemini')
  })
  it('is not led by where a hub has its files', () => {
    const text = 'from smolagents import CodeAgent\n\nagent = CodeAgent(tools=[])\n'
    expect(agent('HF_ENDPOINT=https://hub.acme.example\n', text)).toBe('huggingface')
  })
})

describe('a field that another file fills in', () => {
  const builder =
    'using Azure.AI.OpenAI;\n\nclass Builder {\n  AzureOpenAIClient Build(Settings config) => new AzureOpenAIClient(new Uri(config.Endpoint), new DefaultAzureCredential());\n}\n'
  const filled = 'var config = new Settings { Endpoint = "http://localhost:1234/v1/" };\n'
  const contextOf = (path: string) =>
    scan({ 'src/Builder.cs': builder, [path]: filled }).findings.find(
      ({ key }) => key === 'service:lm-studio',
    )?.context

  it.each([
    ['examples/local/Program.cs', 'example'],
    ['tests/Program.cs', 'test'],
    ['src/Settings.cs', 'production'],
  ])('decides for what is built with it: %s', (path, context) => expect(contextOf(path)).toBe(context))
})
