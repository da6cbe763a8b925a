import { describe, expect, it } from 'vitest'
import { scan } from '../testing/repository.ts'

const services = (path: string, text: string) =>
  scan({ [path]: text }).keys.filter((key) => key.startsWith('service:'))

describe('a variable behind a prefix of the program’s own', () => {
  it.each([
    ['.env', 'MYAPP_OPENAI_API_KEY=\n', ['service:openai']],
    ['.env', 'APP__ANTHROPIC__API_KEY=\n', ['service:anthropic']],
    ['src/app.py', 'import os\nkey = os.environ["ACME_CHAT_GROQ_API_KEY"]\n', ['service:groq']],
    ['src/app.ts', 'const key = process.env.AGENT_TAVILY_API_KEY\n', ['service:tavily']],
    ['main.go', 'package main\n\nvar key = os.Getenv("PGPT_BRAVE_API_KEY")\n', ['service:brave-search']],
  ])('%s: %s', (path, text, keys) => expect(services(path, text)).toEqual(keys))

  it.each([
    'CUSTOM_OPENAI_API_KEY=\n',
    'LOCAL_OPENAI_BASE_URL=\n',
    'MYAPP_OPENAI_ENABLED=true\n',
    'MYAPP_API_KEY=\n',
    'MYAPP_ONE_TWO_OPENAI_API_KEY=\n',
    'AZURE_SWEDEN_OPENAI_API_KEY=\n',
    'MYAPP_DEEPEVAL_API_KEY_OPT_OUT=1\n',
    'DEEPEVAL_TELEMETRY_OPT_OUT=YES\n',
  ])('not %s', (text) => expect(services('.env', text)).toEqual([]))

  it('keeps a router’s own name for its key', () =>
    expect(services('.env', 'LITELLM_OPENAI_API_KEY=\n')).toEqual(['service:litellm']))
})

describe('a variable whose name a program keeps', () => {
  it.each([
    [
      'src/specs.ts',
      "export const specs = [{ id: 'x', apiKeyEnv: ['AIHUBMIX_API_KEY'] }]\n",
      ['service:aihubmix'],
    ],
    [
      'src/models.py',
      'keys = dict(groq="GROQ_API_KEY", fireworks_ai="FIREWORKS_API_KEY")\n',
      ['service:fireworks', 'service:groq'],
    ],
    ['src/models.py', 'SPEC = {"env_var": "COHERE_API_KEY"}\n', ['service:cohere']],
    ['src/models.py', 'ok = validate_variables(["COHERE_API_KEY"])\n', ['service:cohere']],
  ])('%s: %s', (path, text, keys) => expect(services(path, text)).toEqual(keys))
  it.each([
    ['src/mask.ts', "export const secrets = ['GROQ_API_KEY', 'COHERE_API_KEY']\n"],
    ['src/mask.ts', "export const excludedEnv = ['GROQ_API_KEY']\n"],
    ['src/mask.py', 'if name == "GROQ_API_KEY":\n    pass\n'],
  ])('not %s: %s', (path, text) => expect(services(path, text)).toEqual([]))
})

it('a list of models that reason chooses none of them', () => {
  const text =
    "import OpenAI from 'openai'\nconst client = new OpenAI()\nconst reasoningModels = ['o3-mini', 'o4-mini']\nexport const ask = () => client.chat.completions.create({ model: 'gpt-4o' })\n"
  expect(scan({ 'src/app.ts': text }).keys.filter((key) => key.startsWith('model:'))).toEqual([
    'model:openai:gpt-4o',
  ])
})

it('a library that counts tokens is nobody’s, and the one that trains is its own', () => {
  const project = (name: string) =>
    `<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><PackageReference Include="${name}" Version="2.0.0" /></ItemGroup></Project>`
  const code =
    'using Microsoft.ML.Tokenizers;\n\nvar tokenizer = TiktokenTokenizer.CreateForModel("gpt-4o");\n'
  expect(
    scan({ 'App.csproj': project('Microsoft.ML.Tokenizers'), 'Count.cs': code }).findings.map(
      ({ supplier }) => supplier,
    ),
  ).toEqual([])
  expect(scan({ 'App.csproj': project('Microsoft.ML') }).keys).toEqual(['library:nuget:microsoft.ml'])
})

it('a model without a number is one among others, and alone a word', () => {
  const names = ['gemini-1.5-flash', 'gemini-1.5-pro', 'gpt-4o', 'gpt-4-turbo', 'claude-3-haiku-20240307']
  const python = (all: readonly string[]) =>
    scan({
      'src/llm.py': `import google.generativeai as genai\n\nchoices = [${all.map((id) => `("Name", "${id}")`).join(', ')}]\nmodel = genai.GenerativeModel(chosen)\n`,
    }).keys
  expect(python([...names, 'gemini-pro'])).toContain('model:google-gemini:gemini-pro')
  expect(python([...names.slice(0, 2), 'gemini-pro'])).not.toContain('model:google-gemini:gemini-pro')
})

describe('a field of a program’s own settings', () => {
  it.each([
    ['a.py', (key: string) => `class Settings:\n    openai_api_key: str = "${key}"\n`],
    ['a.ts', (key: string) => `export const settings = { label: "x", openaiApiKey: "${key}" }\n`],
    ['A.cs', (key: string) => `class S { string OpenAiApiKey { get; set; } = "${key}"; }\n`],
    ['a.go', (key: string) => `package a\n\nvar c = Config{OpenAIAPIKey: "${key}"}\n`],
    ['a.kt', (key: string) => `val openaiApiKey = "${key}"\n`],
  ])('tells its supplier and never what it holds: %s', (path, text) => {
    for (const key of ['abcd1234', 'hunter2secretvalue', 'plainpassword']) {
      const { keys, findings } = scan({ [path]: text(key) })
      expect(keys).toContain('service:openai')
      expect(JSON.stringify(findings)).not.toContain(key)
    }
  })
})
