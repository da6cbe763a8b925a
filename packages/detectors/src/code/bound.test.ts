import { describe, expect, it } from 'vitest'
import { scan } from '../testing/repository.ts'

const keys = (text: string, more: Record<string, string> = {}) => scan({ ...more, 'ask.py': text }).keys

describe('what a program binds, says by constants, and calls its own', () => {
  it.each([
    [
      'import functools, openai\nask = functools.partial(openai.chat.completions.create, model="gpt-4o")\n',
      ['model:openai:gpt-4o', 'service:openai'],
    ],
    [
      'from functools import partial\nfrom openai import OpenAI\nc = OpenAI(base_url="https://api.deepseek.com")\nask = partial(c.chat.completions.create, model="deepseek-chat")\n',
      ['model:deepseek:deepseek-chat', 'service:deepseek'],
    ],
    [
      'from camel.models import ModelFactory\nfrom camel.types import ModelPlatformType, ModelType\nm = ModelFactory.create(model_platform=ModelPlatformType.AWS_BEDROCK, model_type=ModelType.AWS_CLAUDE_3_5_SONNET)\n',
      ['model:aws-bedrock:claude-3-5-sonnet', 'service:aws-bedrock'],
    ],
  ])('counts as a call: %s', (text, expected) => {
    expect(keys(text)).toEqual(expect.arrayContaining(expected))
  })

  it.each([
    'from functools import partial\nhalf = partial(divide, model=gpt)\n',
    'from ours import partial\npartial("openai", model=size)\n',
  ])('is none where nothing of the catalogue is bound: %s', (text) => {
    expect(keys(text)).toEqual([])
  })

  it.each([
    [
      'from azure.search.documents import SearchClient\nc = SearchClient(endpoint=os.environ["AZURE_AI_ENDPOINT"], index_name="x", credential=k)\n',
      'service:azure-ai-search',
    ],
    [
      'from openai import AzureOpenAI\nc = AzureOpenAI(azure_endpoint=os.environ["AZURE_AI_ENDPOINT"])\n',
      'service:azure-openai',
    ],
    [
      'from azure.ai.documentintelligence import DocumentIntelligenceClient\nc = DocumentIntelligenceClient(endpoint=os.environ["AZURE_AI_ENDPOINT"], credential=k)\n',
      'service:azure-ai-services',
    ],
    [
      'from azure.ai.projects import AIProjectClient\nc = AIProjectClient(endpoint=os.environ["AZURE_AI_ENDPOINT"], credential=k)\n',
      'service:azure-ai-foundry',
    ],
  ])('lets the client say whose an Azure address is: %s', (text, service) => {
    expect(keys(`import os\n${text}`).filter((key) => key.startsWith('service:'))).toEqual([service])
  })

  it.each([
    [
      'from azure.ai.ml import MLClient\nml = MLClient(c)\nml.online_endpoints.invoke(endpoint_name="e", deployment_name="blue-v2")\n',
    ],
    [
      'from azure.ai.ml.entities import ManagedOnlineDeployment\nManagedOnlineDeployment(name="green", deployment_name="green-1")\n',
    ],
  ])('takes no name of a platform’s deployment for a model: %s', (text) => {
    expect(keys(text).filter((key) => key.startsWith('model:'))).toEqual([])
  })

  it('takes the name of a deployment of Azure OpenAI for what it serves', () => {
    const text =
      'from openai import AzureOpenAI\nc = AzureOpenAI(azure_deployment="desk-4o", azure_endpoint="https://desk.openai.azure.com")\n'
    expect(keys(text)).toContain('model:azure-openai:desk-4o')
  })

  it('knows ell by its package and a file of Whisper’s weights by its maker', () => {
    expect(
      keys('import ell\n\n@ell.simple(model="gpt-4o")\ndef hello(name: str):\n    return name\n', {
        'requirements.txt': 'ell-ai==0.0.14\n',
      }),
    ).toEqual(expect.arrayContaining(['library:pypi:ell-ai', 'model:openai:gpt-4o', 'service:openai']))
    expect(keys('import ell\narea = ell.area(2, 3)\n')).toEqual([])
    const { findings } = scan({
      'get.sh':
        'curl -LO https://huggingface.co/ggerganov/whisper.cpp/resolve/main/ggml-base.en.bin\n./whisper-cli -m models/ggml-base.en.bin -f a.wav\n',
    })
    expect(findings.filter(({ kind }) => kind === 'model').map(({ model }) => model?.publisher)).toEqual([
      'openai',
      'openai',
    ])
  })
})
