import { describe, expect, it } from 'vitest'
import { finding, scan } from '../testing/repository.ts'

const models = (files: Record<string, string>): string[] =>
  scan(files).keys.filter((key) => key.startsWith('model:'))

describe('the name of a product in a model’s place', () => {
  it.each([
    [
      'llm.py',
      'import boto3\nfrom llama_index.core.llms import LLMMetadata\nruntime = boto3.client("sagemaker-runtime")\nruntime.invoke_endpoint(EndpointName="x")\nmeta = LLMMetadata(model_name="Sagemaker")\n',
    ],
    [
      'chat.js',
      "import OpenAI from 'openai'\nnew OpenAI({ apiKey: process.env.OPENAI_API_KEY }).chat.completions.create({ model: 'text-generation-webui' })\n",
    ],
    [
      'models.js',
      "import OpenAI from 'openai'\nnew OpenAI().chat.completions.create({ model })\nconst supportedModels = ['openai', 'mistral', 'deepseek', 'qwen']\n",
    ],
  ])('is none: %s %s', (path, text) => {
    expect(models({ [path]: text })).toEqual([])
  })

  it('is one where a local server calls it so', () => {
    const files = { 'run.sh': 'ollama run mistral\nollama pull deepseek:7b\n' }
    expect(models(files)).toEqual(['model:ollama:deepseek:7b', 'model:ollama:mistral'])
    expect(finding(files, 'model:ollama:mistral').model?.publisher).toBe('mistral')
  })

  it('is one where its maker calls it so', () => {
    expect(
      models({ 'a.py': 'from langchain_gigachat import GigaChat\nGigaChat(model="GigaChat")\n' }),
    ).toEqual(['model:gigachat:GigaChat'])
  })
})

describe('models that a local server is asked for', () => {
  it.each([
    ['qwen2.5-coder', 'alibaba-qwen'],
    ['qwen3-vl:8b', 'alibaba-qwen'],
    ['qwq', 'alibaba-qwen'],
    ['mistral-small', 'mistral'],
    ['mistral-nemo:12b', 'mistral'],
    ['devstral', 'mistral'],
    ['codestral:22b', 'mistral'],
    ['mixtral:8x7b', 'mistral'],
    ['gemma:2b', 'google-gemini'],
    ['gemma2:9b', 'google-gemini'],
    ['codegemma', 'google-gemini'],
    ['command-r', 'cohere'],
    ['aya:8b', 'cohere'],
    ['llama3', 'meta'],
    ['phi3', 'microsoft'],
  ])('%s is served by it and published by %s', (id, publisher) => {
    const files = { 'a.py': `import ollama\nollama.chat(model="${id}", messages=[])\n` }
    expect(models(files)).toEqual([`model:ollama:${id}`])
    expect(finding(files, `model:ollama:${id}`).model?.publisher).toBe(publisher)
  })

  it('have tags, which are no prefix of a provider', () => {
    expect(models({ '.env': 'OLLAMA_MODEL=mistral:7b-instruct\nOLLAMA_HOST=http://ollama:11434\n' })).toEqual(
      ['model:ollama:mistral:7b-instruct'],
    )
    expect(
      models({
        'a.py':
          'from pydantic_ai import Agent\nAgent("mistral:mistral-large-latest")\nAgent(model="mistral:mistral-large-latest")\n',
      }),
    ).toEqual(['model:mistral:mistral-large-latest'])
  })

  it.each(['gpt-4o', 'mistral-large-latest', 'qwen-max', 'claude-sonnet-4-5'])('%s is not', (id) => {
    expect(models({ 'a.py': `import ollama\nollama.chat(model="${id}", messages=[])\n` })).not.toContain(
      `model:ollama:${id}`,
    )
  })
})

it('a data set of a hub is no model', () => {
  const files = {
    'a.py':
      'from huggingface_hub import hf_hub_download, snapshot_download\nhf_hub_download(repo_id="acme/products-2024", filename="food.parquet", repo_type="dataset")\nsnapshot_download("acme/questions-7k", repo_type="dataset")\nsnapshot_download(repo_id="acme/answers-7b")\n',
  }
  expect(models(files)).toEqual(['model:huggingface:acme/answers-7b'])
})
