import { describe, expect, it, vi } from 'vitest'
import { type AwsCall, look, organisationData } from './testing/index.ts'

const SECRET = 'sk-must-not-be-carried-0123456789'
/** Of the form of a key, and made up. */
const KEY = ['hf', 'qWvTzKpLmNrYsDgXcBfHjUaEiOwPqZxRtV'].join('_')

const families: Readonly<Record<string, readonly object[]>> = {
  vllm: [
    {
      name: 'llm',
      image: 'vllm/vllm-openai:v0.10.1',
      command: ['--model', 'Qwen/Qwen2.5-7B-Instruct', '--api-key', SECRET],
    },
  ],
  // Of an image of one's own the command alone says what runs.
  mirror: [
    {
      name: 'llm',
      image: '111122223333.dkr.ecr.eu-west-1.amazonaws.com/llm:7',
      entryPoint: ['sh', '-c'],
      command: [`vllm serve mistralai/Mistral-7B-Instruct-v0.3 --api-key ${SECRET}`],
    },
  ],
  tgi: [
    {
      name: 'tgi',
      image: 'ghcr.io/huggingface/text-generation-inference:3.0',
      environment: [
        { name: 'MODEL_ID', value: 'meta-llama/Llama-3.1-8B-Instruct' },
        { name: 'HF_TOKEN', value: SECRET },
      ],
    },
  ],
  ollama: [{ name: 'o', image: 'ollama/ollama', command: ['sh', '-c', 'ollama pull llama3.1:8b'] }],
  // Somebody took the one variable for the other.
  swapped: [
    {
      name: 'tgi',
      image: 'ghcr.io/huggingface/text-generation-inference:3.0',
      command: ['--model-id', KEY],
      environment: [{ name: 'MODEL_ID', value: KEY }],
    },
  ],
  folder: [{ name: 'llm', image: 'vllm/vllm-openai', command: ['--model', '/models/ours'] }],
  shop: [
    { name: 'shop', image: 'acme/shop', command: ['--model', 'hatchback'], environment: [{ name: 'PORT' }] },
  ],
  // Maps, mail and models all have keys of this name.
  shared: [{ name: 'web', image: 'acme/web', environment: [{ name: 'GOOGLE_API_KEY', value: SECRET }] }],
}

const at = (name: string) => `arn:aws:secretsmanager:eu-west-1:111122223333:secret:${name}-AbCdEf`

const data = ({ operation, input, ...call }: AwsCall): object | undefined => {
  if (operation === 'ecs:ListTaskDefinitionFamilies') return { families: Object.keys(families) }
  if (operation === 'ssm:DescribeParameters')
    return {
      Parameters: ['/prod/MISTRAL_API_KEY', '/prod/GOOGLE_API_KEY'].map((Name) => ({
        Name,
        Type: 'SecureString',
      })),
    }
  if (operation === 'resource-explorer-2:Search')
    return { Resources: ['prod/cohere-api-key', 'prod/google-api-key'].map((name) => ({ Arn: at(name) })) }
  if (operation !== 'ecs:DescribeTaskDefinition') return organisationData({}, { operation, input, ...call })
  const family = String(input.taskDefinition)
  return { taskDefinition: { family, revision: 3, containerDefinitions: families[family] } }
}

// The first look loads clients of the SDK.
vi.setConfig({ testTimeout: 120_000 })

describe('a task of ECS', () => {
  it('says which model it serves, by its command or its variables, and nothing else of them', async () => {
    const { reports } = await look({ data }, { services: ['ecs'] })
    const { findings = [] } = reports['eu-west-1/ecs'] ?? {}
    expect(
      findings
        .map(({ name, kind, supplier, model }) => [name, kind, supplier, model?.id, model?.publisher])
        .sort(),
    ).toEqual([
      ['folder', 'model-server', 'vllm', undefined, undefined],
      ['mirror', 'model-server', 'vllm', 'mistralai/Mistral-7B-Instruct-v0.3', 'mistral'],
      ['ollama', 'model-server', 'ollama', 'llama3.1:8b', 'meta'],
      ['swapped', 'model-server', 'huggingface', undefined, undefined],
      ['tgi', 'model-server', 'huggingface', 'meta-llama/Llama-3.1-8B-Instruct', 'meta'],
      ['vllm', 'model-server', 'vllm', 'Qwen/Qwen2.5-7B-Instruct', 'alibaba-qwen'],
    ])
    for (const secret of [SECRET, KEY]) expect(JSON.stringify(reports)).not.toContain(secret)
  })
})

describe('a name', () => {
  it('of a parameter or secret that others use as well proves nothing alone', async () => {
    const { reports } = await look({ data }, { services: ['ssm', 'secrets'] })
    const findings = Object.values(reports).flatMap((report) => report.findings)
    expect(findings.map(({ name, supplier }) => [name, supplier]).sort()).toEqual([
      ['/prod/MISTRAL_API_KEY', 'mistral'],
      ['prod/cohere-api-key', 'cohere'],
    ])
  })
})
