import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { catalogueFrom, FORM_VERSION } from './catalogue.ts'
import type { Catalogue } from './catalogue-form.ts'
import { compileToJson, loadCatalogue } from './compile.ts'

const catalogue = loadCatalogue()

describe('packages', () => {
  it('compares names as their registries do', () => {
    expect(catalogue.packageOwner('pypi', 'LangChain_OpenAI[all]')?.supplier).toBe('openai')
    expect(catalogue.packageOwner('nuget', 'azure.ai.openai')?.supplier).toBe('azure-openai')
    expect(catalogue.packageOwner('cargo', 'async_openai')?.supplier).toBe('openai')
  })

  it('takes the exact name before a prefix', () => {
    expect(catalogue.packageOwner('npm', '@ai-sdk/openai')?.supplier).toBe('openai')
    expect(catalogue.packageOwner('npm', '@traceloop/node-server-sdk')?.supplier).toBe('traceloop')
    expect(catalogue.packageOwner('npm', '@traceloop')).toBeNull()
  })

  it('keeps ecosystems apart: groq is Sanity’s query language on npm', () => {
    expect(catalogue.packageOwner('pypi', 'groq')?.supplier).toBe('groq')
    expect(catalogue.packageOwner('npm', 'groq')).toBeNull()
    expect(catalogue.packageOwner('npm', 'groq-sdk')?.supplier).toBe('groq')
  })

  it('says which packages reach nobody by themselves', () => {
    expect(catalogue.packageOwner('pypi', 'langchain')?.role).toBe('framework')
    expect(catalogue.packageOwner('pypi', 'transformers')?.role).toBe('local')
    expect(catalogue.packageOwner('pypi', 'openai')?.role).toBe('client')
  })

  it('falls back from conda to the PyPI name', () => {
    expect(catalogue.packageOwner('conda', 'anthropic')?.supplier).toBe('anthropic')
  })
})

describe('imports', () => {
  it.for([
    ['python', 'google.genai.types', 'google-gemini'],
    ['python', 'google.cloud.aiplatform', 'google-vertex-ai'],
    ['python', 'llama_index.llms.anthropic', 'anthropic'],
    ['python', 'llama_index.core', 'llamaindex'],
    ['javascript', 'openai/helpers/zod', 'openai'],
    ['javascript', 'npm:@anthropic-ai/sdk@0.30/messages', 'anthropic'],
    ['javascript', 'https://esm.sh/openai@4', 'openai'],
    ['javascript', 'firebase/ai', 'google-gemini'],
    ['go', 'github.com/openai/openai-go/v2/option', 'openai'],
    ['java', 'com.openai.client.okhttp.OpenAIOkHttpClient', 'openai'],
    ['csharp', 'Azure.AI.OpenAI', 'azure-openai'],
    ['csharp', 'OpenAI.Chat', 'openai'],
    ['rust', 'async_openai::types', 'openai'],
    ['ruby', 'anthropic', 'anthropic'],
  ] as const)('in %s, %s is of %s', ([language, name, supplier]) => {
    expect(catalogue.importOwner(language, name)?.supplier).toBe(supplier)
  })

  it.for([
    ['python', 'openai_like'],
    ['python', 'google.cloud.storage'],
    ['javascript', './openai'],
    ['javascript', 'firebase/auth'],
    ['go', 'github.com/openai/other'],
    ['java', 'com.openaix.Client'],
  ] as const)('in %s, %s is nobody’s', ([language, name]) => {
    expect(catalogue.importOwner(language, name)).toBeNull()
  })

  it.for([
    ['agents', 'openai'],
    ['inference', 'roboflow'],
    ['ray', 'anyscale'],
    ['cog', 'replicate'],
    ['union', 'flyte'],
    ['tts', 'coqui'],
    ['kernel', 'kernel'],
    ['prime', 'prime-intellect'],
  ] as const)('marks %s, which local modules are called too', ([module, supplier]) => {
    expect(catalogue.importOwner('python', module)).toMatchObject({ supplier, shared: true })
  })
})

describe('hosts', () => {
  it.for([
    ['api.openai.com', '/v1', 'openai'],
    ['API.OpenAI.com.', '/v1', 'openai'],
    ['eu.api.openai.com', '/v1', 'openai'],
    ['shop.openai.azure.com', '/', 'azure-openai'],
    ['{resource}.openai.azure.com', '/', 'azure-openai'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a host name as a template writes it
    ['${region}-aiplatform.googleapis.com', '/v1', 'google-vertex-ai'],
    ['bedrock-runtime.eu-west-1.amazonaws.com', '/', 'aws-bedrock'],
    ['shop.cognitiveservices.azure.com', '/openai/deployments/chat', 'azure-openai'],
    ['shop.cognitiveservices.azure.com', '/vision/v3.2', 'azure-ai-services'],
    ['openrouter.ai', '/api/v1', 'openrouter'],
    ['api.cloudflare.com', '/client/v4/accounts/{account}/ai/run/model', 'cloudflare-workers-ai'],
  ] as const)('%s%s is of %s', ([host, path, supplier]) => {
    expect(catalogue.hostOwner(host, path)?.supplier).toBe(supplier)
  })

  it.for([
    'api.openai.com.evil.com',
    'notapi-openai.com',
    'xapi.openai.com',
    'openai.azure.com.evil.example',
    'storage.googleapis.com',
    's3.eu-west-1.amazonaws.com',
    'localhost',
  ])('%s is nobody’s', (host) => {
    expect(catalogue.hostOwner(host, '/')).toBeNull()
  })

  it('tells local runtimes by their port, behind any local name', () => {
    expect(catalogue.hostOwner('localhost', '/v1', 11434)?.supplier).toBe('ollama')
    expect(catalogue.hostOwner('ollama', '/api/chat', 11434)?.supplier).toBe('ollama')
    expect(catalogue.hostOwner('example.com', '/v1', 11434)).toBeNull()
    expect(catalogue.hostOwner('localhost', '/v1', 3000)).toBeNull()
  })

  it('compares whole parts of a path', () => {
    expect(catalogue.hostOwner('ollama.com', '/api')?.site).toBe(false)
    expect(catalogue.hostOwner('ollama.com', '/apiary')?.site).toBe(true)
    expect(catalogue.hostOwner('api.cloudflare.com', '/client/v4/accounts/1/workers')?.shared).toBe(true)
  })

  it('knows pages for people from interfaces', () => {
    expect(catalogue.hostOwner('platform.openai.com', '/docs')?.site).toBe(true)
    expect(catalogue.hostOwner('openrouter.ai', '/models')?.site).toBe(true)
  })
})

describe('models', () => {
  it.for([
    ['gpt-4o-2024-08-06', 'openai'],
    ['ft:gpt-4o-mini:acme::abc', 'openai'],
    ['openrouter/anthropic/claude-sonnet-4.5', 'anthropic'],
    ['us.anthropic.claude-3-5-sonnet-20241022-v2:0', 'anthropic'],
    ['claude-3-haiku@20240307', 'anthropic'],
    ['meta-llama/Llama-3.1-8B-Instruct', 'meta'],
    ['meta.llama3-70b-instruct-v1:0', 'meta'],
    ['llama3.2:1b', 'meta'],
    ['nvidia/llama-3.1-nemotron-70b-instruct', 'nvidia-nim'],
    ['accounts/fireworks/models/llama-v3p1-70b-instruct', 'meta'],
    ['@cf/meta/llama-3.1-8b-instruct', 'meta'],
    ['publishers/google/models/gemini-2.5-pro', 'google-gemini'],
    ['models/gemini-2.5-flash', 'google-gemini'],
    ['mistral-large-latest', 'mistral'],
    ['amazon.nova-pro-v1:0', 'aws-bedrock'],
    ['cohere.command-r-plus-v1:0', 'cohere'],
    ['deepseek-r1:14b', 'deepseek'],
    ['deepseek-ai/DeepSeek-R1-Distill-Llama-70B', 'deepseek'],
    ['Qwen/Qwen2.5-7B-Instruct', 'alibaba-qwen'],
    ['qwen3-coder:30b', 'alibaba-qwen'],
    ['microsoft/Phi-4-mini-instruct', 'microsoft'],
    ['sentence-transformers/all-MiniLM-L6-v2', 'huggingface'],
    ['all-MiniLM-L6-v2', 'huggingface'],
    ['grok-4', 'xai'],
    ['text-embedding-3-small', 'openai'],
    ['whisper-large-v3', 'openai'],
    // Not released when this was written: families are open.
    ['gpt-6.2-sol', 'openai'],
    ['claude-opus-9', 'anthropic'],
    ['gemini-4.5-pro', 'google-gemini'],
    ['meta-llama/Anything-New', 'meta'],
  ] as const)('%s is published by %s', ([id, publisher]) => {
    expect(catalogue.modelOwner(id)?.publisher).toBe(publisher)
  })

  it.for([
    'gpt',
    'claude',
    'gemini',
    'model',
    'default',
    'llama',
    'o2k',
    'base',
    'turbo',
    'large',
    'user',
    '',
  ])('%s is no model', (id) => {
    expect(catalogue.modelOwner(id)).toBeNull()
  })

  it('knows announced retirements of exact ids', () => {
    expect(catalogue.modelOwner('openai/gpt-4o-2024-05-13')?.retiresOn).toBe('2026-10-23')
    expect(catalogue.modelOwner('claude-2.1')?.retiresOn).toBe('2025-07-21')
    expect(catalogue.modelOwner('gpt-4o-2099-01-01')?.retiresOn).toBeUndefined()
  })

  it('parts a router’s prefix from the id', () => {
    expect(catalogue.modelPrefixOwner('bedrock/anthropic.claude-v2')).toEqual({
      supplier: 'aws-bedrock',
      rest: 'anthropic.claude-v2',
    })
    expect(catalogue.modelPrefixOwner('gpt-4o')).toBeNull()
  })
})

describe('other signs', () => {
  it('finds images behind any registry and mirror, anchored at a path part', () => {
    for (const image of [
      'vllm/vllm-openai:v0.6',
      'docker.io/vllm/vllm-openai',
      'r.example:5000/m/vllm/vllm-openai@sha256:0',
    ])
      expect(catalogue.imageOwner(image)?.supplier, image).toBe('vllm')
    expect(catalogue.imageOwner('nvcr.io/nim/meta/llama3:1')?.supplier).toBe('nvidia-nim')
    const registry = '763104351884.dkr.ecr.eu-west-1.amazonaws.com'
    expect(catalogue.imageOwner(`${registry}/huggingface-pytorch-inference:2`)?.supplier).toBe('huggingface')
    expect(catalogue.imageOwner('acme/huggingface-pytorch-inference:2')).toBeNull()
    expect(catalogue.imageOwner('x/notvllm/vllm-openai')).toBeNull()
    expect(catalogue.imageOwner('nvidia/cuda:12')).toBeNull()
  })
  it('knows a product by its image in whatever registry or namespace', () => {
    const owner = (image: string) => catalogue.imageOwner(image)?.supplier ?? null
    expect(owner('registry.internal.example/mirror/ollama:0.5')).toBe('ollama')
    expect(owner('acme.azurecr.io/vllm-openai:v0.6')).toBe('vllm')
    expect(owner('ghcr.io/acme/mlflow:2')).toBe('mlflow')
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a Compose file's own substitution
    expect(owner('${REGISTRY}/qdrant:v1')).toBe('qdrant')
    expect(owner('acme.example:5000/tritonserver')).toBe('nvidia-nim')
    const others = [
      'ollama',
      'acme/ollama-proxy:1',
      '/usr/bin/ollama',
      './ollama:1',
      'icons/ollama',
      '$HOME/ollama',
    ]
    for (const one of [...others, 'https://acme.example/ollama', 'data/x:/opt/mlflow', 'acme/chroma:1'])
      expect(owner(one), one).toBeNull()
  })

  it('tells resources of one type apart by their kind', () => {
    const type = 'Microsoft.CognitiveServices/accounts@2024-10-01'
    expect(catalogue.resourceOwner(type, 'OpenAI')?.supplier).toBe('azure-openai')
    expect(catalogue.resourceOwner(type, 'AIServices')?.supplier).toBe('azure-ai-foundry')
    expect(catalogue.resourceOwner(type, 'Face')?.supplier).toBe('azure-ai-services')
    expect(catalogue.resourceOwner('aws_bedrockagent_agent')?.supplier).toBe('aws-bedrock')
    expect(catalogue.resourceOwner('AWS::SageMaker::Endpoint')?.supplier).toBe('aws-sagemaker')
    expect(catalogue.resourceOwner('aws_s3_bucket')).toBeNull()
  })

  it('knows services, actions, files and environment names', () => {
    expect(catalogue.awsServiceOwner('bedrock-runtime')?.supplier).toBe('aws-bedrock')
    expect(catalogue.awsServiceOwner('s3')).toBeNull()
    expect(catalogue.awsActionOwner('bedrock:InvokeModel')?.supplier).toBe('aws-bedrock')
    expect(catalogue.gcpServiceOwner('aiplatform.googleapis.com')?.supplier).toBe('google-vertex-ai')
    expect(catalogue.actionOwner('anthropics/claude-code-action@v1')?.supplier).toBe('anthropic')
    expect(catalogue.fileOwner('apps/web/.cursor/rules/style.mdc')?.supplier).toBe('cursor')
    expect(catalogue.environmentOwner('AZURE_OPENAI_ENDPOINT')?.supplier).toBe('azure-openai')
    expect(catalogue.environmentOwner('GOOGLE_API_KEY')?.shared).toBe(true)
    expect(catalogue.environmentOwner('DATABASE_URL')).toBeNull()
    expect(catalogue.clientOwner('python', 'AzureChatOpenAI')?.supplier).toBe('azure-openai')
  })
})

describe('the compiled catalogue', () => {
  it('is the same from JSON as from YAML', () => {
    const again = loadCatalogue({ json: JSON.parse(JSON.stringify(compileToJson())) })
    expect(again.hash).toBe(catalogue.hash)
    expect(again.literals).toEqual(catalogue.literals)
  })

  it('has packed literals that are those which its signatures have', () => {
    const { literals, ...unpacked } = compileToJson()
    expect(literals).toBeDefined()
    const collected = catalogueFrom(unpacked)
    expect(catalogue.literals).toEqual(collected.literals)
    const meanings = (of: Catalogue) => of.literals.map((_, index) => of.literalMeaning(index))
    expect(meanings(catalogue)).toEqual(meanings(collected))
  })

  it('refuses another form with a sentence', () => {
    expect(() => catalogueFrom({ form: FORM_VERSION + 1, hash: '', suppliers: {} })).toThrow(/form/)
    expect(() => catalogueFrom([])).toThrow(/not a compiled catalogue/)
  })

  it('says what each literal stands for', () => {
    const at = catalogue.literals.indexOf('api.openai.com')
    expect(catalogue.literalMeaning(at)).toContainEqual({
      kind: 'host',
      supplier: 'openai',
      entry: 'api.openai.com',
    })
    expect(catalogue.literals.every((_, index) => catalogue.literalMeaning(index).length > 0)).toBe(true)
    expect(new Set(catalogue.literals).size).toBe(catalogue.literals.length)
  })

  it('has 250 suppliers and more', () => {
    expect(catalogue.suppliers.size).toBeGreaterThanOrEqual(250)
  })

  it('keeps keys in one order in every file', () => {
    const order = ['name', 'roles', 'packages', 'imports', 'hosts', 'models', 'sources', 'found', 'ignored']
    for (const slug of catalogue.suppliers.keys()) {
      const text = readFileSync(new URL(`../suppliers/${slug}.yaml`, import.meta.url), 'utf8')
      const keys = [...text.matchAll(/^([a-z]\w*):/gm)].map((m) => m[1]!).filter((key) => order.includes(key))
      expect(keys, slug).toEqual(order.filter((key) => keys.includes(key)))
    }
  })
})
