import { describe, expect, it } from 'vitest'
import { finding, places, scan } from '../testing/repository.ts'

const keys = (files: Record<string, string>) => scan(files).keys

describe('configuration', () => {
  it('hosts and models in YAML, JSON and TOML, with their lines', () => {
    expect(
      finding(
        { 'config/app.yaml': 'llm:\n  base_url: https://api.mistral.ai/v1\n  model: mistral-large-latest\n' },
        'model:mistral:mistral-large-latest',
      ).evidence[0]!.location,
    ).toEqual({ path: 'config/app.yaml', startLine: 3 })
    expect(keys({ 'config.json': '{"provider": "groq", "model": "llama-3.3-70b-versatile"}' })).toEqual([
      'model:groq:llama-3.3-70b-versatile',
    ])
    expect(keys({ 'config.toml': '[llm]\napi_base = "https://api.deepseek.com"\n' })).toEqual([
      'service:deepseek',
    ])
  })
  it('names of variables in environment files, and no value of a key in the evidence', () => {
    const { findings } = scan({ '.env': 'ANTHROPIC_API_KEY=averysecretvalue1234567\nFOO=1\n' })
    expect(findings.map(({ key, context }) => [key, context])).toEqual([['service:anthropic', 'production']])
    expect(JSON.stringify(findings)).not.toContain('averysecretvalue')
  })
  it('a sample of an environment file is an example', () => {
    expect(finding({ '.env.example': 'ANTHROPIC_API_KEY=\n' }, 'service:anthropic').context).toBe('example')
  })
  it('variables of compose files lead to suppliers', () => {
    const files = {
      'compose.yaml':
        'services:\n  app:\n    image: acme/app\n    environment:\n      - LLM_URL=https://api.together.xyz/v1\n',
      'app.py':
        'import os\nfrom openai import OpenAI\nOpenAI(base_url=os.environ["LLM_URL"]).chat.completions.create(model="x-1")\n',
    }
    expect(finding(files, 'library:pypi:openai').supplier).toBe('together')
  })
  it('what is switched off, commented out, described or linked is not used', () => {
    expect(
      keys({
        'config.yaml':
          'llm:\n  enabled: false\n  base_url: https://api.mistral.ai/v1\n# other: https://api.openai.com/v1\ndescription: see https://api.anthropic.com/v1\n',
      }),
    ).toEqual([])
    expect(
      keys({
        'links.json': '{"homepage": "https://api.openai.com/v1", "docs": "https://platform.openai.com/docs"}',
      }),
    ).toEqual([])
  })
  it('block lists and translations are nothing', () => {
    expect(
      keys({
        'robots.txt': 'User-agent: GPTBot\nDisallow: /\n',
        'locales/en.json': '{"model": "gpt-4o", "title": "Claude"}',
      }),
    ).toEqual([])
  })
})

describe('what is too large for a tree', () => {
  const rows = Array.from({ length: 60_000 }, (_, i) => i)
  it.each([
    [
      'data/huge.json',
      '.json',
      `{"rows": [${rows.map((i) => `{"id": ${i}, "text": "${'word '.repeat(16)}"}`).join(',\n')}],\n"base_url": "https://api.groq.com/openai/v1"}`,
    ],
    [
      'huge.yaml',
      '.yaml',
      `${rows.map((i) => `row${i}: some words of data`).join('\n')}\nbase_url: https://api.groq.com/openai/v1\n`,
    ],
    [
      'huge.template.yaml',
      '.yaml',
      `Resources:\n${rows.map((i) => `  Row${i}:\n    Type: AWS::S3::Bucket`).join('\n')}\n  E:\n    Type: AWS::SageMaker::Endpoint\n`,
    ],
  ])('%s is read by lines, and the look is complete', (path, _, text) => {
    const { findings, unknowns } = scan({ [`config${path.replace('data', '')}`]: text })
    expect(unknowns).toEqual([])
    expect(findings).toHaveLength(1)
    expect(places(findings[0]!)).toEqual([expect.stringMatching(/:(60001|120003)$/)])
  })
})

describe('containers', () => {
  it('images of compose, with the model that arguments name', () => {
    const files = {
      'compose.yaml':
        'services:\n  llm:\n    image: registry.acme.io/mirror/vllm/vllm-openai:v0.6.3\n    command: ["--model", "meta-llama/Llama-3.1-8B-Instruct"]\n',
    }
    const { findings } = scan(files)
    expect(findings.map(({ kind, supplier }) => [kind, supplier])).toEqual([
      ['model-server', 'vllm'],
      ['model', 'vllm'],
    ])
    expect(findings[1]!.model).toEqual({ id: 'meta-llama/Llama-3.1-8B-Instruct', publisher: 'meta' })
  })
  it('Dockerfiles with arguments, stages and variables', () => {
    const text =
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a Dockerfile's own substitution
      'ARG TAG=0.5.4\nFROM ollama/ollama:${TAG} AS base\nFROM base\nENV OPENAI_API_KEY=""\n# FROM vllm/vllm-openai\n'
    expect(keys({ Dockerfile: text })).toEqual(['model-server:ollama/ollama', 'service:openai'])
    expect(finding({ Dockerfile: text }, 'model-server:ollama/ollama').attributes.tag).toBe('0.5.4')
  })
})

describe('infrastructure and pipelines', () => {
  it('Terraform resources, and none that are switched off or commented out', () => {
    expect(
      keys({
        'main.tf':
          'resource "aws_bedrockagent_agent" "help" {\n  agent_name = "help"\n  foundation_model = "anthropic.claude-3-haiku-20240307-v1:0"\n}\n',
      }),
    ).toEqual(expect.arrayContaining(['agent:aws_bedrockagent_agent.help']))
    expect(
      keys({
        'main.tf':
          '# resource "aws_bedrockagent_agent" "a" {}\nresource "aws_bedrockagent_agent" "b" {\n  count = 0\n}\nresource "aws_s3_bucket" "c" {}\n',
      }),
    ).toEqual([])
  })
  it('CloudFormation and Bicep, where the kind decides', () => {
    expect(
      keys({ 'template.yaml': 'Resources:\n  Endpoint:\n    Type: AWS::SageMaker::Endpoint\n' }),
    ).toEqual(['endpoint:AWS::SageMaker::Endpoint.Endpoint'])
    const bicep = (kind: string) =>
      scan({
        'main.bicep': `resource ai 'Microsoft.CognitiveServices/accounts@2023-05-01' = {\n  name: 'x'\n  kind: '${kind}'\n}\n`,
      }).findings.map(({ supplier }) => supplier)
    expect(bicep('OpenAI')).toEqual(['azure-openai'])
    expect(bicep('SpeechServices')).not.toContain('azure-openai')
  })
  it('records of Bicep that are handed on, with the models in them', () => {
    const text =
      "var ai = {\n  chatModelName: 'gpt-4o'\n  embeddingModelName: 'text-embedding-3-large'\n  dimensions: 1024\n}\nvar tags = {\n  model: 'coupe-2020'\n}\n"
    expect(keys({ 'infra/main.bicep': text })).toEqual([
      'model:azure-openai:gpt-4o',
      'model:azure-openai:text-embedding-3-large',
    ])
  })
  it('quoted texts of a workflow over many lines', () => {
    const text =
      "on: push\njobs:\n  a:\n    steps:\n      - run: |\n          ruby -e '\n            puts 1\n          '\n          curl https://api.openai.com/v1/models\n"
    expect(scan({ '.github/workflows/a.yml': text })).toMatchObject({
      unknowns: [],
      keys: ['service:openai'],
    })
  })
  it('actions of a workflow', () => {
    expect(
      finding(
        {
          '.github/workflows/review.yml':
            'jobs:\n  a:\n    steps:\n      - uses: anthropics/claude-code-action@v1\n',
        },
        'assistant:anthropics/claude-code-action',
      ),
    ).toMatchObject({ supplier: 'anthropic', context: 'ci', attributes: { version: 'v1' } })
  })
})

describe('a prompt with a head', () => {
  const head = (model: string) =>
    `---\nname: chat\nmodel:\n  api: chat\n  configuration:\n${model}inputs:\n  question:\n    sample: Is gpt-4 good?\n---\nsystem:\nYou are gpt-4.\n`
  it('says who answers it and where', () => {
    const text = head(
      // biome-ignore lint/suspicious/noTemplateCurlyInString: how such a head names a variable
      '    type: azure_openai\n    azure_deployment: gpt-4o-mini\n    azure_endpoint: ${env:AZURE_OPENAI_ENDPOINT}\n',
    )
    expect(scan({ 'src/chat.prompty': text }).keys).toEqual([
      'model:azure-openai:gpt-4o-mini',
      'service:azure-openai',
    ])
  })
  it('says it of another supplier', () => {
    expect(
      scan({ 'src/chat.prompty': head('    type: openai\n    name: gpt-4.1\n    model: gpt-4.1\n') }).keys,
    ).toEqual(['model:openai:gpt-4.1', 'service:openai'])
  })
  it('without a head is an unknown', () => {
    expect(scan({ 'src/chat.prompty': 'system: you are gpt-4 of openai\n' }).unknowns).toMatchObject([
      { reason: 'malformed' },
    ])
  })
})

describe('a model in configuration', () => {
  it('is the default of an input', () => {
    const files = {
      'action.yml': "inputs:\n  openai_heavy_model:\n    default: 'gpt-4'\n",
      'a.py': 'import openai\nopenai.OpenAI()\n',
    }
    expect(scan(files).keys).toContain('model:openai:gpt-4')
  })
  it('belongs to the provider above it', () => {
    const text =
      'spring.ai.ollama.chat.options.model=acme-chat:1b\nquarkus.langchain4j.openai.chat-model.model-name=gpt-4o\n'
    expect(scan({ 'src/main/resources/application.properties': text }).keys).toEqual([
      'model:ollama:acme-chat:1b',
      'model:openai:gpt-4o',
    ])
  })
})

it('a chart names its image by a repository, also where a template makes it no YAML', () => {
  const text = 'image:\n  repository: ghcr.io/open-webui/open-webui\n  tag: {{ .Chart.AppVersion }}\n'
  expect(scan({ 'charts/chat/values.yaml': text }).findings).toMatchObject([{ supplier: 'open-webui' }])
})

it('the open catalogue of models.dev, carried along, says what there is and not what is used', () => {
  const provider = (name: string, more: object) => ({
    [name]: { id: name, npm: '@ai-sdk/openai-compatible', api: `https://api.${name}.com/v1`, ...more },
  })
  const names = ['groq', 'deepseek', 'deepinfra', 'a', 'b', 'c', 'd', 'e', 'f']
  const all = (more: object) =>
    JSON.stringify(Object.assign({}, ...names.map((name) => provider(name, more))))
  expect(keys({ 'src/models/defaults.json': all({ doc: 'https://docs.acme.dev' }) })).toEqual([])
  expect(keys({ 'src/models/defaults.json': all({}) })).toContain('service:groq')
})

describe('configuration under another name', () => {
  it.each([
    [
      'deploy/values.yaml.gotmpl',
      '{{ if .Values.a }}\nenv:\n  URL: https://api.openai.com/v1\n{{ end }}\n',
      'production',
    ],
    ['roles/app/templates/app.toml.j2', 'url = "https://api.openai.com/v1"\n', 'production'],
    ['config/app.yaml.sample', 'url: https://api.openai.com/v1\n', 'example'],
    ['env.d/common', 'OPENAI_API_KEY=x\n', 'production'],
    ['.envs/.production/.django', 'OPENAI_API_KEY=\n', 'production'],
    ['.envs/.local/.django', 'OPENAI_API_KEY=\n', 'development'],
  ])('%s', (path, text, context) => {
    expect(finding({ [path]: text }, 'service:openai')).toMatchObject({ context })
  })
})

describe('JSON within a value', () => {
  const json =
    '{"provider": "groq", "model": "llama-3.3-70b-versatile", "url": "https://api.groq.com/openai/v1"}'
  it.each([
    ['.env', `LLM_CONFIG='${json}'\n`],
    ['k8s/config.yaml', `kind: ConfigMap\ndata:\n  settings: '${json}'\n`],
    ['k8s/config.yaml', `kind: ConfigMap\ndata:\n  llm.json: |\n    ${json}\n`],
    ['compose.yaml', `services:\n  a:\n    image: acme/app\n    environment:\n      LLM_CONFIG: '${json}'\n`],
    ['main.tf', `locals {\n  llm = "${json.replaceAll('"', '\\"')}"\n}\n`],
  ])('is read as what it is: %s', (path, text) => {
    expect(keys({ [path]: text })).toEqual(['model:groq:llama-3.3-70b-versatile', 'service:groq'])
    expect(finding({ [path]: text }, 'service:groq').grade).toBe('configured')
  })
  it('is on its own line', () => {
    const text = `kind: ConfigMap\ndata:\n  llm.json: |\n    {\n      "model": "gpt-4o",\n      "url": "https://api.openai.com/v1"\n    }\n`
    expect(places(finding({ 'k8s/a.yaml': text }, 'service:openai'))).toEqual(['k8s/a.yaml:6'])
  })
  it('is on its own line in a variable too', () => {
    const text =
      'envVars:\n  MODELS: >\n    [\n      { "id": "x", "model": "gpt-4o" },\n      { "url": "https://api.openai.com/v1" }\n    ]\n'
    expect(places(finding({ 'chart/env/dev.yaml': text }, 'service:openai'))).toEqual([
      'chart/env/dev.yaml:5',
    ])
  })
  it('is nothing where it is none, or tells nothing', () => {
    expect(keys({ '.env': 'A={"model": "x\nB=[1, 2]\nC={"title": "See https://api.openai.com"}\n' })).toEqual(
      [],
    )
  })

  it('models that a manifest of Python tells a tool, and none of what tools build and check', () => {
    const text = (table: string) =>
      `[project]\nname = "desk"\nversion = "0"\n\n[tool.${table}]\nmodel_id = "Qwen/Qwen3-8B"\n`
    const models = (table: string) =>
      scan({ 'pyproject.toml': text(table) }).keys.filter((key) => key.startsWith('model:'))
    expect(models('acme.serve.args')).toEqual(['model:unknown:Qwen/Qwen3-8B'])
    expect(models('ruff.lint')).toEqual([])
    expect(models('uv.sources')).toEqual([])
  })
  it('each table of a list of them as a table of its own', () => {
    const text =
      '[other]\nname = "x"\n\n[[models]]\nprovider = "groq"\nmodel = "llama-3.3-70b-versatile"\n\n[[models]]\nprovider = "mistral"\nmodel = "mistral-large-latest"\n'
    expect(scan({ 'settings.toml': text }).keys).toEqual(
      expect.arrayContaining(['model:groq:llama-3.3-70b-versatile', 'model:mistral:mistral-large-latest']),
    )
  })
  it('reads what Hydra makes of classes, and the variables that it resolves', () => {
    const { keys } = scan({
      'configs/logger/mlflow.yaml':
        'mlflow:\n  _target_: lightning.pytorch.loggers.mlflow.MLFlowLogger\n  tags: null\n',
      'configs/logger/neptune.yaml': `neptune:\n  api_key: \${oc.env:NEPTUNE_API_TOKEN}\n`,
      'configs/model/shop.yaml': '_target_: shop.models.mlflow.Cart\n',
    })
    expect(keys).toContain('service:neptune')
    expect(keys.filter((key) => key.startsWith('library:'))).toEqual(['library:pypi:mlflow'])
  })
})

describe('a model under the name of what it is', () => {
  it('is the one that an agent of a crew is given', () => {
    expect(
      scan({ 'config/agents.yaml': 'researcher:\n  role: Researcher\n  llm: azure/gpt-4o\n' }).keys,
    ).toEqual(['model:azure-openai:gpt-4o'])
  })
  it('is none where a switch, a path or a provider stands there', () => {
    const text = 'llm: enabled\nroutes:\n  llm: /api/v1/llm\nsettings:\n  llm: openai\n  model: gpt-4o\n'
    expect(scan({ 'settings.yaml': text }).keys).toEqual(['model:openai:gpt-4o'])
  })
  it('goes to the provider that its record says, as AutoGen writes it', () => {
    expect(
      scan({
        'a.py':
          'import autogen\n\nmodels = [{"model": "gpt-4o", "api_type": "azure"}, {"model": "gpt-4", "api_key": key}]\n',
      }).keys,
    ).toEqual(expect.arrayContaining(['model:azure-openai:gpt-4o', 'model:openai:gpt-4']))
  })
})

describe('data with the addresses of everybody', () => {
  const hosts = [
    'api.openai.com',
    'api.anthropic.com',
    'api.groq.com',
    'api.mistral.ai',
    'api.deepseek.com',
    'api.x.ai',
    'api.cohere.com',
    'api.together.xyz',
    'api.fireworks.ai',
    'api.perplexity.ai',
    'openrouter.ai/api',
    'api.cerebras.ai',
    'api.moonshot.cn',
    'api.minimax.io',
    'api.deepinfra.com',
    'api.hyperbolic.xyz',
    'api.novita.ai',
    'api.siliconflow.cn',
    'api.sambanova.ai',
    'llm.chutes.ai',
    'api.friendli.ai',
    'api.voyageai.com',
    'api.jina.ai',
    'router.requesty.ai',
  ]
  const keysOf = (path: string, few: number) =>
    scan({
      [path]: JSON.stringify(
        Object.fromEntries(hosts.slice(0, few).map((host) => [host, { api: `https://${host}/v1` }])),
      ),
    }).keys
  it('says who there is, and not whom the program reaches', () => {
    expect(keysOf('src/catalogue.json', hosts.length)).toEqual([])
    expect(keysOf('src/catalogue.json', 3)).toContain('service:groq')
  })
})

describe('a variable that configuration names', () => {
  const services = (text: string) => scan({ 'llm_config.yaml': text }).keys
  it.each(['api_key: GROQ_API_KEY', 'api_key_env_var: GROQ_API_KEY', 'env_key: GROQ_API_KEY'])(
    'is read where a key is told by it: %s',
    (line) => expect(services(`endpoints:\n  - ${line}\n`)).toEqual(['service:groq']),
  )
  it.each(['description: GROQ_API_KEY', 'label: GROQ_API_KEY', 'title: GROQ_API_KEY'])(
    'is not where it is shown: %s',
    (line) => expect(services(`endpoints:\n  - ${line}\n`)).toEqual([]),
  )
})
