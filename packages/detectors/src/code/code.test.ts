import { describe, expect, it } from 'vitest'
import { finding, places, scan, signsOf } from '../testing/repository.ts'

const python = (text: string, more: Record<string, string> = {}) => scan({ 'src/app.py': text, ...more })

describe('who serves is decided by the base URL', () => {
  it('through a default of the environment in another file', () => {
    const files = {
      'requirements.txt': 'openai>=1.0\n',
      'app/config.py':
        'import os\nBASE_URL = os.getenv("LLM_BASE_URL", "https://api.deepseek.com/v1")\nMODEL = os.getenv("LLM_MODEL", "deepseek-chat")\n',
      'app/llm.py':
        'from openai import OpenAI\nfrom app.config import BASE_URL, MODEL\nimport os\n\nclass Llm:\n    def __init__(self):\n        self.client = OpenAI(base_url=BASE_URL, api_key=os.environ["OPENAI_API_KEY"])\n\n    def ask(self, q):\n        return self.client.chat.completions.create(\n            messages=[],\n            model=MODEL,\n        )\n',
    }
    const { findings, keys } = scan(files)
    expect(keys).toEqual(['library:pypi:openai', 'model:deepseek:deepseek-chat', 'service:deepseek'])
    expect(findings.map(({ supplier }) => supplier)).toEqual(['deepseek', 'deepseek', 'deepseek'])
    expect(findings[0]).toMatchObject({
      grade: 'configured',
      context: 'production',
      attributes: { publisher: 'openai', range: '>=1.0' },
    })
    expect(places(findings[1]!)).toContain('app/llm.py:12')
  })
  it('through an environment file, which outranks the default', () => {
    const { keys } = python(
      'import os\nfrom openai import OpenAI\nc = OpenAI(base_url=os.getenv("LLM_URL", "https://api.openai.com/v1"))\n',
      { '.env': 'LLM_URL=https://api.groq.com/openai/v1\n' },
    )
    expect(keys).toContain('service:groq')
    expect(
      finding(
        {
          'src/app.py': 'import os\nfrom openai import OpenAI\nc = OpenAI(base_url=os.environ["LLM_URL"])\n',
          '.env': 'LLM_URL=https://api.groq.com/openai/v1\n',
        },
        'library:pypi:openai',
      ).supplier,
    ).toBe('groq')
  })
  it('through a function of another TypeScript file, with an alias of the project', () => {
    const { keys } = scan({
      'src/lib/llm.ts':
        "import OpenAI from 'openai'\nexport function client() {\n  return new OpenAI({ baseURL: 'https://openrouter.ai/api/v1', apiKey: process.env.OPENROUTER_API_KEY })\n}\n",
      'src/app/route.ts':
        "import { client } from '@/lib/llm'\nexport const POST = async () => client().chat.completions.create({\n  model: 'anthropic/claude-3.5-sonnet',\n  messages: [],\n})\n",
    })
    expect(keys).toContain('model:openrouter:anthropic/claude-3.5-sonnet')
    expect(keys).toContain('service:openrouter')
    expect(keys).not.toContain('service:openai')
  })
  it('for the old form with a module-level base', () => {
    expect(
      python(
        'import openai\nopenai.api_base = "https://api.together.xyz/v1"\nopenai.ChatCompletion.create(model="mistralai/Mixtral-8x7B-Instruct-v0.1")\n',
      ).keys,
    ).toContain('service:together')
  })
  it('for Azure by the constructor, with its own endpoint', () => {
    const { keys, findings } = python(
      'from openai import AzureOpenAI\nc = AzureOpenAI(azure_endpoint="https://acme-prod.openai.azure.com", api_version="2024-06-01")\nc.chat.completions.create(model="chat-deployment", messages=[])\n',
    )
    expect(keys).toEqual([
      'endpoint:acme-prod.openai.azure.com',
      'library:pypi:openai',
      'model:azure-openai:chat-deployment',
      'service:azure-openai',
    ])
    expect(findings[0]!.identifiers).toContainEqual({ type: 'host', value: 'acme-prod.openai.azure.com' })
  })
  it('for an address of nobody: its own endpoint, and the package no longer names its publisher as the supplier', () => {
    const { findings, keys } = python(
      'from openai import OpenAI\nc = OpenAI(base_url="https://llm.corp.acme.io/v1", api_key="x")\n',
    )
    expect(keys).toEqual(['endpoint:llm.corp.acme.io', 'library:pypi:openai'])
    expect(findings.map(({ supplier, supplierName }) => [supplier, supplierName])).toEqual([
      [null, 'llm.corp.acme.io'],
      [null, 'llm.corp.acme.io'],
    ])
  })
  it('by the variable of an address that nothing tells', () => {
    expect(
      python(
        'import os\nfrom openai import AsyncOpenAI\nhost = os.environ["AZURE_OPENAI_ENDPOINT"]\nc = AsyncOpenAI(base_url=f"{host.rstrip(chr(47))}/v1/", api_key=token)\n',
      ).keys,
    ).toEqual(['library:pypi:openai', 'service:azure-openai'])
  })
  it('for a service of a cloud by its name', () => {
    const { keys, findings } = python(
      'import boto3\nc = boto3.client("bedrock-runtime", region_name="eu-west-1")\nc.invoke_model(modelId="anthropic.claude-3-haiku-20240307-v1:0", body=b"")\n',
    )
    expect(keys).toEqual(['model:aws-bedrock:anthropic.claude-3-haiku-20240307-v1:0', 'service:aws-bedrock'])
    expect(findings[0]!.model).toEqual({
      id: 'anthropic.claude-3-haiku-20240307-v1:0',
      publisher: 'anthropic',
    })
    expect(python('import boto3\nc = boto3.client("s3")\n').keys).toEqual([])
    const wrapped =
      'from aiobotocore.session import AioSession\n\nasync def speak(self, session):\n    polly = await self._create_client("polly", session)\n    return await polly.synthesize_speech(Text="x")\n'
    expect(python(wrapped).keys).toContain('service:aws-ai-services')
    expect(python(wrapped.replace('aiobotocore.session', 'acme.session')).keys).toEqual([])
  })
  it('for a router by the prefix of the model', () => {
    expect(
      python(
        'from litellm import completion\ncompletion(model="anthropic/claude-3-haiku-20240307", messages=[])\n',
      ).keys,
    ).toContain('service:anthropic')
  })
})

describe('models', () => {
  it('of providers made by calling them', () => {
    const { keys } = scan({
      'app/a.ts':
        "import { openai } from '@ai-sdk/openai'\nimport { generateText } from 'ai'\nawait generateText({\n  model: openai('gpt-4o-mini'),\n  prompt: 'x',\n})\n",
    })
    expect(keys).toContain('model:openai:gpt-4o-mini')
  })
  it.each([
    ["deepseek('deepseek-chat')", 'deepseek-chat'],
    ["deepseek(process.env.CHAT_MODEL || 'deepseek-reasoner')", 'deepseek-reasoner'],
    ["deepseek.chat('deepseek-chat')", 'deepseek-chat'],
  ])('handed to a client by position, without a digit in the name: %s', (call, id) => {
    const text = `import { deepseek } from '@ai-sdk/deepseek'\nexport const model = ${call}\n`
    expect(scan({ 'src/model.ts': text }).keys).toContain(`model:deepseek:${id}`)
  })
  it('are none where nobody of the catalogue is called', () => {
    const text =
      "import { deepseek } from '@ai-sdk/deepseek'\nimport { label } from './labels'\nexport const shown = label('deepseek-chat')\n"
    expect(scan({ 'src/model.ts': text }).keys).not.toContain('model:deepseek:deepseek-chat')
  })
  it('of several routers belong to none of them, and not to the publisher before the slash', () => {
    const { findings } = scan({
      'src/clients.ts':
        "import { createOpenRouter } from '@openrouter/ai-sdk-provider'\nimport { createGateway } from '@ai-sdk/gateway'\nexport const a = createOpenRouter({ apiKey: key })('openai/gpt-4o')\nexport const b = createGateway({ apiKey: key })('openai/gpt-4o')\n",
      'src/allowed.ts': "export const allowedModels = ['deepseek/deepseek-v3.2']\n",
    })
    expect(findings.map(({ supplier }) => supplier)).not.toContain('deepseek')
  })
  it('of a default parameter, a settings class and an option', () => {
    const text =
      'from openai import OpenAI\nfrom pydantic_settings import BaseSettings\nclass Settings(BaseSettings):\n    chat_model: str = "gpt-4o"\nsettings = Settings()\nclient = OpenAI()\ndef ask(model="gpt-4.1-mini"):\n    return client.responses.create(model=model)\nclient.responses.create(model=settings.chat_model)\n'
    expect(python(text).keys).toEqual(
      expect.arrayContaining(['model:openai:gpt-4o', 'model:openai:gpt-4.1-mini']),
    )
    expect(python(text, { '.env': 'CHAT_MODEL=gpt-5\n' }).keys).toContain('model:openai:gpt-5')
  })
  it('that nobody knows yet, where they are given to a known client', () => {
    expect(
      python('from openai import OpenAI\nOpenAI().responses.create(model="zeta-9-ultra")\n').keys,
    ).toContain('model:openai:zeta-9-ultra')
  })
  it('are none in comparisons, tables, prose and other meanings of the word', () => {
    const text =
      'from openai import OpenAI\nclient = OpenAI()\nPRICES = {"gpt-4o": 1}\nif name == "gpt-4-turbo" or name.startswith("gpt-3.5"):\n    pass\nprint("we like gpt-4o-mini a lot")\nclass Car:\n    data_model = "coupe-2020"\n'
    expect(python(text).keys.filter((key) => key.startsWith('model:'))).toEqual([])
    expect(python('class A(models.Model):\n    model = "auth.User"\n    car_model = "x-5"\n').keys).toEqual(
      [],
    )
  })
})

describe('what is not used', () => {
  it('comments, docstrings and code that is switched off', () => {
    expect(
      python(
        '# from openai import OpenAI\n"""\nfrom openai import OpenAI\n"""\nif False:\n    from openai import OpenAI\n    OpenAI()\n',
      ).keys,
    ).toEqual([])
    expect(python('USE_AI = False\nif USE_AI:\n    import openai\n    openai.OpenAI()\n').keys).toEqual([])
    expect(
      scan({
        'a.ts': "// import OpenAI from 'openai'\n/* new OpenAI() */\nif (false) { require('openai') }\n",
      }).keys,
    ).toEqual([])
  })
  it('imports of types', () => {
    expect(scan({ 'a.ts': "import type { ChatCompletion } from 'openai/resources'\n" }).keys).toEqual([])
    expect(
      python('from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from openai import OpenAI\n').keys,
    ).toEqual([])
  })
  it('a link in a sentence or a page for people', () => {
    expect(
      python(
        'HELP = "Get a key at https://platform.openai.com/api-keys and read https://api.openai.com/docs"\nimport os\n',
      ).keys,
    ).toEqual([])
  })
  it('minified and vendored code, though a key in it is real', () => {
    const bundle = `${'var a=1;'.repeat(2000)}fetch("https://api.openai.com/v1/chat/completions")`
    expect(
      scan({
        'public/app.js': bundle,
        'vendor/x/a.py': 'import openai\nopenai.OpenAI()\n',
        'dist/index.js': "require('openai')",
      }).keys,
    ).toEqual([])
  })
  it("the repository's own module of a package's name", () => {
    expect(
      scan({
        'agents/__init__.py': '',
        'agents/base.py': 'class Base: pass\n',
        'main.py': 'from agents import Base\nBase()\n',
      }).keys,
    ).toEqual([])
  })
})

describe('contexts and grades', () => {
  it('a test keeps its context', () => {
    expect(
      finding({ 'tests/test_a.py': 'import anthropic\nanthropic.Anthropic()\n' }, 'service:anthropic'),
    ).toMatchObject({ context: 'test', grade: 'configured' })
  })
  it('production with a declaration only stays declared though a test configures it', () => {
    expect(
      finding(
        { 'requirements.txt': 'anthropic\n', 'tests/test_a.py': 'import anthropic\nanthropic.Anthropic()\n' },
        'library:pypi:anthropic',
      ),
    ).toMatchObject({ context: 'production', grade: 'declared' })
  })
  it('documentation never makes a service', () => {
    expect(
      scan({
        'README.md':
          '```python\nfrom openai import OpenAI\nOpenAI()\n```\ncurl https://api.openai.com/v1/models\n',
      }).keys,
    ).toEqual([])
  })
})

describe('other languages', () => {
  it('Go with a base URL', () => {
    const { keys } = scan({
      'main.go':
        'package main\n\nimport (\n\t"os"\n\topenai "github.com/sashabaranov/go-openai"\n)\n\nfunc main() {\n\tcfg := openai.DefaultConfig(os.Getenv("KEY"))\n\tcfg.BaseURL = "https://api.groq.com/openai/v1"\n\tc := openai.NewClientWithConfig(cfg)\n\tc.CreateChatCompletion(ctx, openai.ChatCompletionRequest{\n\t\tModel: "llama-3.3-70b-versatile",\n\t})\n}\n',
    })
    expect(keys).toEqual(expect.arrayContaining(['service:groq', 'model:groq:llama-3.3-70b-versatile']))
    expect(keys).not.toContain('service:openai')
  })
  it('Java and its builders; a comment is nothing', () => {
    const files = {
      'src/main/java/A.java':
        'import com.anthropic.client.AnthropicClient;\n// import com.openai.client.OpenAIClient;\nclass A { void a() { var p = MessageCreateParams.builder().model("claude-sonnet-4-20250514").build(); } }\n',
    }
    expect(scan(files).keys).toContain('model:anthropic:claude-sonnet-4-20250514')
    expect(scan(files).findings.map(({ supplier }) => supplier)).not.toContain('openai')
  })
  it('Ruby reading its key from the environment', () => {
    expect(
      scan({
        'app.rb':
          'require "openai"\nclient = OpenAI::Client.new(access_token: ENV.fetch("OPENAI_API_KEY"))\nclient.chat(parameters: { model: "gpt-4o" })\n',
      }).keys,
    ).toEqual(expect.arrayContaining(['service:openai', 'model:openai:gpt-4o']))
  })
  it('a shell script that calls a host; what it only prints is no call', () => {
    expect(
      scan({
        'run.sh':
          'curl https://api.mistral.ai/v1/chat/completions -d \'{"model": "mistral-small-latest"}\'\n',
      }).keys,
    ).toEqual(['model:mistral:mistral-small-latest', 'service:mistral'])
    expect(
      scan({
        'run.sh': '# curl https://api.mistral.ai/v1/models\necho "see https://api.mistral.ai/v1/models"\n',
      }).keys,
    ).toEqual([])
  })
})

describe('broken and hostile code', () => {
  it('is an unknown with its place, and nothing else', () => {
    const { findings, unknowns } = scan({ 'a.ts': "import OpenAI from 'openai' ((((\n" })
    expect(findings).toEqual([])
    expect(unknowns).toEqual([{ place: 'a.ts', reason: 'malformed', detail: expect.any(String) }])
  })
  it('hides no other statement of its file, which stays an unknown', () => {
    const text = `import OpenAI from 'openai'
const client = new OpenAI()
const tool = client.tools({
  ...
})
await client.chat.completions.create({ model: 'gpt-4o' })
`
    const { keys, unknowns } = scan({ 'a.ts': text })
    expect(keys).toEqual(['library:npm:openai', 'model:openai:gpt-4o', 'service:openai'])
    expect(unknowns).toHaveLength(1)
  })
  it('of elements in TypeScript that is not called so, nothing is broken', () => {
    const text = `import OpenAI from 'openai'
const client = new OpenAI()
export const Page = () => <main>{client.baseURL}</main>
`
    expect(scan({ 'a.ts': text }).unknowns).toEqual([])
  })
  it('binary content under a name of code shows nothing', () => {
    expect(signsOf('a.py', new Uint8Array([105, 109, 0, 111, 112, 101, 110, 97, 105]))).toEqual({})
  })
})

describe('addresses in JSON that a program carries as a text', () => {
  it('are whole values of it', () => {
    const text =
      'package migrations\n\nvar providers = `[{"default_api_host":"https://api.openai.com","name":"openai"},{"default_api_host":"https://api.anthropic.com"}]`\n'
    expect(scan({ 'internal/migrations/init.go': text }).keys).toEqual([
      'service:anthropic',
      'service:openai',
    ])
  })
  it('are no part of a sentence', () => {
    const text = `export const help = '{"text": "ask https://api.openai.com for more"}'\n`
    expect(scan({ 'src/help.ts': text }).keys).toEqual([])
  })
  it('takes what an enumeration of models holds for models, also where no version is in the name', () => {
    const models = (name: string) =>
      scan({
        'src/models.ts': `import OpenAI from 'openai'\n\nexport enum ${name} {\n  CHAT = 'deepseek-chat',\n}\n`,
      })
        .findings.filter(({ kind }) => kind === 'model')
        .map((one) => one.name)
    expect(models('ChatModels')).toEqual(['deepseek-chat'])
    expect(models('Rooms')).toEqual([])
  })
  it('takes the latest of a family for a model, wherever it stands', () => {
    const text =
      'let base = "https://api.mistral.ai/v1"\n\nenum Ocr: String {\n  case newest = "mistral-ocr-latest"\n  case other = "build-latest"\n}\n'
    expect(modelNames({ 'Sources/Ocr.swift': text })).toEqual(['mistral-ocr-latest'])
  })
  it('finds the model in the path of a call, and none in that of a page', () => {
    const named = (text: string) => modelNames({ 'src/call.ts': `const url = '${text}'\n` })
    expect(named('https://generativelanguage.googleapis.com/v1beta/models/gemini-pro')).toEqual([
      'gemini-pro',
    ])
    expect(named('https://api.cloudflare.com/client/v4/accounts/a/ai/run/@cf/meta/m2m100-1.2b')).toEqual([
      'meta/m2m100-1.2b',
    ])
    expect(
      named('https://bedrock-runtime.us-east-1.amazonaws.com/model/amazon.titan-embed-text-v2:0/invoke'),
    ).toEqual(['amazon.titan-embed-text-v2:0'])
    expect(named('https://platform.openai.com/docs/models/gpt-4o')).toEqual([])
    expect(named('https://generativelanguage.googleapis.com/v1beta/models/list')).toEqual([])
  })
})

const modelNames = (files: Record<string, string>) =>
  scan(files)
    .findings.filter(({ kind }) => kind === 'model')
    .map(({ name }) => name)

describe('options of the command line', () => {
  it('give their default through the function that reads them', () => {
    expect(
      python(
        'import argparse\nfrom vllm import LLM\n\ndef options():\n    parser = argparse.ArgumentParser()\n    parser.add_argument("--weights_path", type=str, default="acme/support-7b")\n    return parser.parse_args()\n\ndef main():\n    given = options()\n    return LLM(model=given.weights_path)\n',
      ).keys,
    ).toContain('model:vllm:acme/support-7b')
  })
})

describe('names of models that end as other words do', () => {
  it.each(['embedding_model', 'routing_model', 'dev_model'])('%s', (name) => {
    const text = `impl Options {\n    fn new() -> Self {\n        Self {\n            ${name}: "nomic-embed-text".into(),\n        }\n    }\n}\nconst URL: &str = "http://localhost:11434/api/embeddings";\n`
    expect(scan({ 'src/ollama.rs': text }).keys).toContain('model:ollama:nomic-embed-text')
  })
  it("not Angular's and Vue's", () => {
    expect(
      scan({
        'src/form.ts':
          "import { Ollama } from 'ollama'\nexport const field = { ngModel: 'nomic-embed-text', vModel: 'nomic-embed-text' }\n",
      }).keys,
    ).not.toContain('model:ollama:nomic-embed-text')
  })
})

describe('data sets and models', () => {
  const manifest = { 'requirements.txt': 'datasets\ntransformers\n' }
  it('have names of one form, and a data set that is read is no model', () => {
    const code =
      'from datasets import load_dataset\nname = "google/boolq-2"\n\ndef read(path="openai/gsm8k"):\n    return load_dataset(path, "main")\n\nmore = load_dataset(name)\nlast = load_dataset("databricks/databricks-dolly-15k")\n'
    const { keys } = scan({ ...manifest, 'train.py': code })
    expect(keys.filter((key) => key.startsWith('model:'))).toEqual([])
    expect(keys).toContain('dataset:databricks/databricks-dolly-15k')
  })
})

describe('a variable in small letters', () => {
  it('is one where the environment alone can be meant', () => {
    const code = (read: string) =>
      `import os\nimport huggingface_hub\nfrom vllm import LLM\n\nhuggingface_hub.login()\nconfig = {"model": ${read}("model_name", "meta-llama/Llama-2-7b-chat-hf")}\nengine = LLM(**config)\n`
    const id = 'meta-llama/Llama-2-7b-chat-hf'
    for (const read of ['os.environ.get', 'os.getenv'])
      expect(scan({ 'serve.py': code(read) }).keys.filter((key) => key.endsWith(id))).toHaveLength(1)
  })
})

describe('what stands for another model', () => {
  it('is none itself', () => {
    const code =
      'from claude_agent_sdk import AgentDefinition\n\na = AgentDefinition(model="inherit")\nb = AgentDefinition(model="PASTE-MODEL-ARN")\nc = AgentDefinition(model="claude-opus-5")\n'
    expect(scan({ 'agents.py': code }).keys.filter((key) => key.startsWith('model:'))).toEqual([
      'model:anthropic:claude-opus-5',
    ])
  })
})

it('what a part of an alternative is compared with is mentioned, and not chosen', () => {
  const compared = (text: string) =>
    scan({ 'a.py': `from openai import OpenAI\nclient = OpenAI()\n${text}\n` }).keys.filter((key) =>
      key.startsWith('model:'),
    )
  expect(compared('pdfs = pdfs or "gpt-4o-2024-05-13" in self.model.name')).toEqual([])
  expect(
    compared('if "gpt-4.1" in model or "gpt-4.1-mini" == model and "gpt-4.1-nano" != model: pass'),
  ).toEqual([])
  expect(compared('model = model or "gpt-4o-mini"')).toEqual(['model:openai:gpt-4o-mini'])
})
