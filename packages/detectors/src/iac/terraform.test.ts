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
