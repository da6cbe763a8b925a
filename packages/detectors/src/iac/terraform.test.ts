import { describe, expect, it } from 'vitest'
import { finding, places, scan } from '../testing/repository.ts'

const agent = (model: string): string =>
  `resource "aws_bedrockagent_agent" "a" {\n  agent_name       = "a"\n  foundation_model = ${model}\n}\n`
const haiku = 'anthropic.claude-3-haiku-20240307-v1:0'
const sonnet = 'anthropic.claude-sonnet-4-5-20250929-v1:0'
const models = (files: Record<string, string>): string[] =>
  scan(files).keys.filter((key) => key.startsWith('model:'))

describe('the model of a resource', () => {
  it('is the default of a variable, with both lines as evidence', () => {
    const files = { 'tf/main.tf': `variable "m" {\n  default = "${haiku}"\n}\n${agent('var.m')}` }
    const found = finding(files, `model:aws-bedrock:${haiku}`)
    expect(places(found).sort()).toEqual(['tf/main.tf:2', 'tf/main.tf:6'])
    expect(found).toMatchObject({ supplier: 'aws-bedrock', model: { publisher: 'anthropic' } })
  })
  it('is what a file of variables says instead of the default, of the same folder', () => {
    const files = {
      'tf/main.tf': `variable "m" {\n  default = "${haiku}"\n}\n${agent('var.m')}`,
      'tf/terraform.tfvars': `m = "${sonnet}"\n`,
      'other/terraform.tfvars': 'm = "amazon.titan-text-express-v1"\n',
    }
    expect(models(files)).toContain(`model:aws-bedrock:${sonnet}`)
    expect(places(finding(files, `model:aws-bedrock:${sonnet}`))).toContain('tf/terraform.tfvars:1')
    expect(models(files)).not.toContain('model:aws-bedrock:amazon.titan-text-express-v1')
  })
  it('is followed through locals, texts and the call of a module', () => {
    const files = {
      'main.tf': `module "agent" {\n  source = "./modules/agent"\n  name   = "${haiku}"\n}\n`,
      'modules/agent/main.tf': `locals {\n  id = "arn:aws:bedrock:eu-west-1::foundation-model/\${var.name}"\n}\n${agent('local.id')}`,
    }
    expect(models(files)).toContain(`model:aws-bedrock:${haiku}`)
  })
  it('is none where nothing tells it, and none of a resource of no supplier', () => {
    expect(models({ 'main.tf': `variable "m" {}\n${agent('var.m')}` })).toEqual([])
    expect(
      models({
        'main.tf': `locals {\n  m = "x-1"\n}\nresource "aws_instance" "a" {\n  model = local.m\n}\n`,
      }),
    ).toEqual([])
  })
})

describe('a collection of OpenSearch', () => {
  const terraform = (type: string) =>
    scan({
      'main.tf': `resource "aws_opensearchserverless_collection" "c" {\n  name = "c"\n  type = "${type}"\n}\n`,
    }).findings.map(({ supplier }) => supplier)
  it('holds vectors where its type says so, in each language of templates', () => {
    expect(terraform('VECTORSEARCH')).toEqual(['opensearch-vector'])
    expect(terraform('TIMESERIES')).toEqual([])
    const cloudFormation =
      'Resources:\n  C:\n    Type: AWS::OpenSearchServerless::Collection\n    Properties:\n      Name: c\n      Type: VECTORSEARCH\n'
    expect(scan({ 'template.yaml': cloudFormation }).findings.map(({ supplier }) => supplier)).toEqual([
      'opensearch-vector',
    ])
    const cdk =
      "import * as oss from 'aws-cdk-lib/aws-opensearchserverless'\n\nnew oss.CfnCollection(this, 'C', { name: 'c', type: 'VECTORSEARCH' })\n"
    expect(scan({ 'lib/stack.ts': cdk }).findings.map(({ supplier }) => supplier)).toContain(
      'opensearch-vector',
    )
  })
})

describe('the store of a knowledge base', () => {
  const base = (store: string) =>
    scan({
      'main.tf': `resource "aws_bedrockagent_knowledge_base" "k" {\n  name = "k"\n  storage_configuration {\n    type = "X"\n    ${store} {\n      connection_string = var.url\n    }\n  }\n}\n`,
    }).keys.filter((key) => key.startsWith('service:'))
  it('is whose configuration stands in it', () => {
    expect(base('pinecone_configuration')).toContain('service:pinecone')
    expect(base('mongo_db_atlas_configuration')).toContain('service:mongodb')
    expect(base('rds_configuration')).toEqual([])
  })
})

describe('a module of a registry', () => {
  const suppliers = (text: string) =>
    scan({ 'main.tf': text }).findings.map(({ key, supplier }) => [key, supplier])

  it('makes what the catalogue says, and its inputs name models of it', () => {
    for (const source of [
      'aws-ia/bedrock/aws',
      'registry.terraform.io/aws-ia/bedrock/aws',
      'git::https://github.com/aws-ia/terraform-aws-bedrock.git?ref=v0.0.26',
    ])
      expect(
        suppliers(`module "help" {\n  source           = "${source}"\n  foundation_model = "${haiku}"\n}\n`),
      ).toEqual([
        [`model:aws-bedrock:${haiku}`, 'aws-bedrock'],
        ['service:module.help', 'aws-bedrock'],
      ])
    expect(
      suppliers(
        'module "openai" {\n  source = "Azure/openai/azurerm"\n  deployment = {\n    "chat_model" = {\n      model_name = "gpt-4o"\n    }\n  }\n}\n',
      ),
    ).toEqual([
      ['model:azure-openai:gpt-4o', 'azure-openai'],
      ['service:module.openai', 'azure-openai'],
    ])
  })
  it('is told apart by the kind that it is given', () => {
    const account = (kind: string, more = '') =>
      suppliers(
        `module "ai" {\n  source = "Azure/avm-res-cognitiveservices-account/azurerm"\n  kind   = "${kind}"\n${more}}\n`,
      )
    expect(account('SpeechServices')).toEqual([['endpoint:module.ai', 'azure-ai-services']])
    expect(
      account(
        'OpenAI',
        '  cognitive_deployments = {\n    gpt = {\n      model = {\n        format = "OpenAI"\n        name   = "gpt-4o"\n      }\n    }\n  }\n',
      ),
    ).toEqual([
      ['endpoint:module.ai', 'azure-openai'],
      ['model:azure-openai:gpt-4o', 'azure-openai'],
    ])
  })
  it('is nothing where it is switched off or nobody’s', () => {
    expect(suppliers('module "a" {\n  count  = 0\n  source = "aws-ia/bedrock/aws"\n}\n')).toEqual([])
    expect(
      suppliers('module "a" {\n  source = "terraform-aws-modules/vpc/aws"\n  name = "bedrock"\n}\n'),
    ).toEqual([])
  })
})

describe('a model that a folder of infrastructure is given', () => {
  const account =
    'resource "azurerm_cognitive_account" "a" {\n  name = "a"\n  kind = "OpenAI"\n}\nresource "azurerm_cognitive_deployment" "d" {\n  for_each = var.deployments\n}\n'
  const wanted = '{\n    chat = {\n      model_name = "gpt-4o"\n    }\n  }\n'

  it('goes to whose resources are made there, whatever file gives it', () => {
    expect(
      models({
        'main.tf': `module "ai" {\n  source = "./modules/openai"\n  deployments = ${wanted}}\n`,
        'modules/openai/main.tf': account,
      }),
    ).toEqual(['model:azure-openai:gpt-4o'])
    expect(
      models({
        'infra/main.tf': account,
        'infra/variables.tf': `variable "deployments" {\n  default = ${wanted}}\n`,
      }),
    ).toEqual(['model:azure-openai:gpt-4o'])
  })
  it('does not go to who makes something else', () => {
    expect(
      models({
        'main.tf': `module "ai" {\n  source = "./modules/network"\n  deployments = ${wanted}}\n`,
        'modules/openai/main.tf': account,
      }),
    ).not.toContain('model:azure-openai:gpt-4o')
  })
})

describe('texts within Terraform', () => {
  it('are read as what they are', () => {
    const text = [
      'resource "helm_release" "chat" {',
      '  values = [<<-EOT',
      '    llm:',
      '      apiBase: https://api.groq.com/openai/v1',
      '  EOT',
      '  ]',
      '}',
      'resource "aws_instance" "gpu" {',
      '  user_data = <<EOF',
      '#!/bin/bash',
      'ollama pull llama3.1:8b',
      'EOF',
      '}',
      'resource "kubernetes_config_map" "c" {',
      '  data = {',
      '    "config.json" = jsonencode({ provider = "mistral", model = "mistral-large-latest" })',
      '    base_url      = "https://api.deepseek.com"',
      '  }',
      '}',
      '',
    ].join('\n')
    const { keys } = scan({ 'main.tf': text })
    expect(keys).toContain('service:groq')
    expect(keys).toContain('model:ollama:llama3.1:8b')
    expect(keys).toContain('service:deepseek')
    expect(places(finding({ 'main.tf': text }, 'service:groq'))).toEqual(['main.tf:4'])
    expect(places(finding({ 'main.tf': text }, 'model:ollama:llama3.1:8b'))).toEqual(['main.tf:11'])
  })
  it('but what is said to a model is no configuration', () => {
    const text =
      'resource "null_resource" "a" {\n  instruction = <<EOT\nmodel: gpt-4o\nurl: https://api.openai.com/v1\nEOT\n}\n'
    expect(scan({ 'main.tf': text }).keys).toEqual([])
  })
})

describe('a resource by the types of Azure’s own interface', () => {
  const azapi = (type: string, body: string, label = 'azapi_resource') =>
    scan({ 'main.tf': `resource "${label}" "a" {\n  name = "a"\n  type = "${type}"\n${body}}\n` }).keys
  it.each([
    [
      'Microsoft.CognitiveServices/accounts@2025-04-01-preview',
      '  body = {\n    kind = "OpenAI"\n  }\n',
      'azure-openai',
    ],
    [
      'Microsoft.CognitiveServices/accounts@2025-04-01-preview',
      '  body = jsonencode({\n    kind = "AIServices"\n  })\n',
      'azure-ai-foundry',
    ],
    [
      'Microsoft.Bing/accounts@2020-06-10',
      '  body = {\n    kind = "Bing.Grounding"\n  }\n',
      'azure-bing-search',
    ],
  ])('%s', (type, body, supplier) => {
    const { findings } = scan({
      'main.tf': `resource "azapi_resource" "a" {\n  name = "a"\n  type = "${type}"\n${body}}\n`,
    })
    expect(findings.map((one) => one.supplier)).toContain(supplier)
  })
  it('names the model of a deployment', () =>
    expect(
      azapi(
        'Microsoft.CognitiveServices/accounts/deployments@2025-04-01-preview',
        '  body = {\n    properties = {\n      model = {\n        name = "gpt-4.1"\n      }\n    }\n  }\n',
      ),
    ).toEqual(['endpoint:azapi_resource.a', 'model:azure-openai:gpt-4.1']))
  it('is none of others, nor what is asked of a resource', () => {
    expect(azapi('Microsoft.Web/sites@2023-12-01', '  body = {\n    kind = "OpenAI"\n  }\n')).toEqual([])
    expect(azapi('Microsoft.CognitiveServices/accounts@2025-04-01', '', 'azapi_resource_action')).toEqual([])
  })
})
