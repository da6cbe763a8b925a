import { describe, expect, it } from 'vitest'
import { scan } from '../testing/repository.ts'

const models = (path: string, text: string) =>
  scan({ [path]: text }).keys.filter((key) => key.startsWith('model:'))
const titan = 'model:aws-bedrock:amazon.titan-embed-text-v2:0'
const statement = (resource: string, effect = 'Allow') =>
  `AWSTemplateFormatVersion: 2010-09-09\nResources:\n  Answers:\n    Type: AWS::IAM::Policy\n    Properties:\n      PolicyDocument:\n        Statement:\n          - Effect: ${effect}\n            Action: bedrock:InvokeModel\n            Resource: ${resource}\n`

describe('models that a policy lets a program call', () => {
  it('in Terraform', () => {
    const text =
      'data "aws_iam_policy_document" "llm" {\n  statement {\n    actions = ["bedrock:InvokeModel"]\n    resources = [\n      "arn:aws:bedrock:$' +
      '{var.region}::foundation-model/anthropic.claude-3-haiku-20240307-v1:0",\n      "arn:aws:bedrock:*:$' +
      '{local.account}:inference-profile/eu.anthropic.claude-3-haiku-20240307-v1:0",\n      "arn:aws:bedrock:*::foundation-model/mistral.*",\n    ]\n  }\n}\n'
    expect(models('iam.tf', text)).toEqual([
      'model:aws-bedrock:anthropic.claude-3-haiku-20240307-v1:0',
      'model:aws-bedrock:eu.anthropic.claude-3-haiku-20240307-v1:0',
    ])
  })
  it.each([
    '"arn:aws:bedrock:*::foundation-model/amazon.titan-embed-text-v2:0"',
    '!Sub arn:aws:bedrock:$' + '{AWS::Region}::foundation-model/amazon.titan-embed-text-v2:0',
    '\n              Fn::Sub: arn:aws:bedrock:$' +
      '{AWS::Region}::foundation-model/amazon.titan-embed-text-v2:0',
  ])('in a template: %s', (resource) => expect(models('template.yaml', statement(resource))).toEqual([titan]))
  it('in a policy of its own', () => {
    const policy = {
      Statement: [
        {
          Effect: 'Allow',
          Action: ['bedrock:InvokeModel'],
          Resource: ['arn:aws:bedrock:*::foundation-model/amazon.titan-embed-text-v2:0'],
        },
      ],
    }
    expect(models('policy.json', JSON.stringify(policy))).toEqual([titan])
  })
  it('in a stack, whatever fills in region and account', () => {
    const stack =
      "import { Stack } from 'aws-cdk-lib'\nimport { PolicyStatement } from 'aws-cdk-lib/aws-iam'\nrole.addToPrincipalPolicy(new PolicyStatement({\n  actions: ['bedrock:InvokeModel'],\n  resources: [\n    `arn:aws:bedrock:$" +
      '{Stack.of(this).region}::foundation-model/cohere.embed-english-v3`,\n    `arn:aws:bedrock:*::foundation-model/anthropic.claude-3-haiku-20240307-v1:0`,\n    `arn:aws:bedrock:*::foundation-model/mistral.*`,\n  ],\n}))\n'
    expect(models('lib/stack.ts', stack)).toEqual([
      'model:aws-bedrock:anthropic.claude-3-haiku-20240307-v1:0',
      'model:aws-bedrock:cohere.embed-english-v3',
    ])
  })
  it('in Python', () => {
    const stack =
      'from aws_cdk import aws_iam as iam\nfn.add_to_role_policy(iam.PolicyStatement(\n    actions=["bedrock:InvokeModel"],\n    resources=[f"arn:aws:bedrock:{self.region}::foundation-model/amazon.titan-embed-text-v2:0"],\n))\n'
    expect(models('stack.py', stack)).toEqual(['model:aws-bedrock:amazon.titan-embed-text-v2:0'])
  })
  const arn = (model: string) => `arn:aws:bedrock:*::foundation-model/${model}`
  const both = ['deepseek.r1-v1:0', 'amazon.titan-embed-text-v2:0'].map(arn) as [string, string]
  it.each([
    [
      'lib/stack.ts',
      `import * as iam from 'aws-cdk-lib/aws-iam'\nrole.addToPolicy(new iam.PolicyStatement({ effect: iam.Effect.DENY, resources: ['${both[0]}', \`arn:aws:bedrock:\${region}::foundation-model/deepseek.v3-v1:0\`] }))\nrole.addToPolicy(new iam.PolicyStatement({ effect: iam.Effect.ALLOW, resources: ['${both[1]}'] }))\n`,
    ],
    [
      'stack.py',
      `from aws_cdk import aws_iam as iam\nrole.add_to_policy(iam.PolicyStatement(effect=iam.Effect.DENY, resources=["${both[0]}"]))\nrole.add_to_policy(iam.PolicyStatement(resources=["${both[1]}"]))\n`,
    ],
    [
      'policy.py',
      `import json\npolicy = json.dumps({"Statement": [{"Effect": "Deny", "Resource": "${both[0]}"}, {"Effect": "Allow", "Resource": "${both[1]}"}]})\n`,
    ],
    [
      'Stack.java',
      `role.addToPolicy(PolicyStatement.Builder.create()\n    .effect(Effect.DENY)\n    .resources(List.of("${both[0]}"))\n    .build());\nrole.addToPolicy(PolicyStatement.Builder.create()\n    .resources(List.of("${both[1]}"))\n    .build());\n`,
    ],
    [
      'Stack.kt',
      `fun policies() {\n    val denied = PolicyStatement.Builder.create().effect(Effect.DENY).resources(listOf("${both[0]}")).build()\n    val allowed = PolicyStatement.Builder.create().resources(listOf("${both[1]}")).build()\n}\n`,
    ],
    [
      'stack.go',
      `role.AddToPolicy(iam.NewPolicyStatement(&iam.PolicyStatementProps{\n\tEffect:    iam.Effect_DENY,\n\tResources: jsii.Strings("${both[0]}"),\n}))\nrole.AddToPolicy(iam.NewPolicyStatement(&iam.PolicyStatementProps{\n\tResources: jsii.Strings("${both[1]}"),\n}))\n`,
    ],
    [
      'Stack.cs',
      `role.AddToPolicy(new PolicyStatement(new PolicyStatementProps {\n    Effect = Effect.DENY,\n    Resources = new[] { "${both[0]}" },\n}));\nrole.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Resources = new[] { "${both[1]}" } }));\n`,
    ],
  ])('not one that the code of %s denies', (path, text) => expect(models(path, text)).toEqual([titan]))
  it('not one that a policy denies', () => {
    const denied =
      'resource "aws_organizations_policy" "models" {\n  content = jsonencode({ Statement = [\n    { Effect = "Deny", Action = ["bedrock:InvokeModel"], Resource = ["arn:aws:bedrock:*::foundation-model/deepseek.r1-v1:0"] },\n    { Effect = "Allow", Action = ["bedrock:InvokeModel"], Resource = ["arn:aws:bedrock:*::foundation-model/amazon.titan-embed-text-v2:0"] },\n  ] })\n}\n'
    expect(models('scp.tf', denied)).toEqual([titan])
    const template = statement('arn:aws:bedrock:*::foundation-model/amazon.titan-embed-text-v2:0', 'Deny')
    expect(scan({ 'template.yaml': template }).keys).toEqual([])
  })
})

it('an action that a template allows shows the service', () =>
  expect(scan({ 'template.yaml': statement('"*"') }).keys).toEqual(['service:aws-bedrock']))

it('a text without an end costs no more than its length', () =>
  expect(models('main.tf', `resource "a" "b" {\n  bedrock = "${('$' + '{x}').repeat(450)}\n}\n`)).toEqual([]))
