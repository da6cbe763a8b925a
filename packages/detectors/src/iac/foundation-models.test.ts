import { describe, expect, it } from 'vitest'
import { finding, scan } from '../testing/repository.ts'
import { foundationModel, jumpStartModel } from './foundation-models.ts'

describe('constants of CDK that name a model', () => {
  it.each([
    [
      'bedrock.FoundationModelIdentifier.ANTHROPIC_CLAUDE_3_SONNET_20240229_V1_0',
      'anthropic.claude-3-sonnet-20240229-v1:0',
    ],
    ['FoundationModelIdentifier.ANTHROPIC_CLAUDE_V2_1', 'anthropic.claude-v2:1'],
    ['FoundationModelIdentifier.ANTHROPIC_CLAUDE_INSTANT_V1_2_100K', 'anthropic.claude-instant-v1:2:100k'],
    ['FoundationModelIdentifier.COHERE_EMBED_ENGLISH_V3', 'cohere.embed-english-v3'],
    ['FoundationModelIdentifier.META_LLAMA_2_13B_V1', 'meta.llama2-13b-v1'],
    ['FoundationModelIdentifier.MISTRAL_MISTRAL_7B_INSTRUCT_V0_2', 'mistral.mistral-7b-instruct-v0:2'],
    ['bedrock.BedrockFoundationModel.TITAN_EMBED_TEXT_V2_1024', 'amazon.titan-embed-text-v2:0'],
    ['BedrockFoundationModel.AMAZON_NOVA_MICRO_V1', 'amazon.nova-micro-v1:0'],
    ['BedrockFoundationModel.TITAN_EMBED_TEXT_V1', 'amazon.titan-embed-text-v1'],
    ['BedrockFoundationModel.ANTHROPIC_CLAUDE_3_5_SONNET_V1_0', 'anthropic.claude-3-5-sonnet'],
  ])('%s', (constant, id) => {
    expect(foundationModel(constant)).toBe(id)
  })
  it.each([
    'FoundationModelIdentifier.of',
    'FoundationModelIdentifier.ACME_MODEL_V1',
    'acme.Models.ANTHROPIC_CLAUDE_V2_1',
  ])('none: %s', (constant) => {
    expect(foundationModel(constant)).toBeNull()
  })
  it.each([
    [
      'lib/stack.ts',
      "import * as bedrock from 'aws-cdk-lib/aws-bedrock'\nconst model = bedrock.FoundationModel.fromFoundationModelId(this, 'Model', bedrock.FoundationModelIdentifier.ANTHROPIC_CLAUDE_V2_1)\n",
    ],
    [
      'stack.py',
      'from aws_cdk import aws_bedrock as bedrock\nmodel = bedrock.FoundationModel.from_foundation_model_id(\n    self,\n    "Model",\n    bedrock.FoundationModelIdentifier.ANTHROPIC_CLAUDE_V2_1,\n)\n',
    ],
    [
      'lib/agent.ts',
      "import { bedrock } from '@cdklabs/generative-ai-cdk-constructs'\nconst claude = bedrock.BedrockFoundationModel.ANTHROPIC_CLAUDE_V2_1\nnew bedrock.Agent(this, 'Agent', { foundationModel: claude, instruction })\n",
    ],
    [
      'src/Stack.java',
      'import software.amazon.awscdk.services.bedrock.*;\nclass A { Object m() { return FoundationModel.fromFoundationModelId(this, "M", FoundationModelIdentifier.ANTHROPIC_CLAUDE_V2_1); } }\n',
    ],
    [
      'src/Stack.cs',
      'using Cdklabs.GenerativeAiCdkConstructs;\nclass A { object M() => new AgentProps { FoundationModel = BedrockFoundationModel.ANTHROPIC_CLAUDE_V2_1 }; }\n',
    ],
  ])('%s', (path, text) => {
    expect(finding({ [path]: text }, 'model:aws-bedrock:anthropic.claude-v2:1')).toMatchObject({
      kind: 'model',
      grade: 'configured',
      model: { publisher: 'anthropic' },
    })
  })
  it("name a model of SageMaker's JumpStart with its version", () => {
    expect(jumpStartModel('sagemaker.JumpStartModel.META_TEXTGENERATION_LLAMA_2_7B_F_2_0_2')).toBe(
      'meta-textgeneration-llama-2-7b-f',
    )
    expect(jumpStartModel('JumpStartModel.of')).toBeNull()
  })
  it('are chosen where a function returns them or a record keeps them, and not where they are compared', () => {
    const kit =
      "import { FoundationModelIdentifier as Id, FoundationModelIdentifier } from 'aws-cdk-lib/aws-bedrock'\n"
    const models = (text: string) =>
      scan({ 'lib/models.ts': `${kit}${text}\n` }).keys.filter((key) => key.startsWith('model:'))
    const claude = ['model:aws-bedrock:anthropic.claude-v2:1']
    expect(models('export const pick = () => FoundationModelIdentifier.ANTHROPIC_CLAUDE_V2_1')).toEqual(
      claude,
    )
    expect(models('export const all = { smart: FoundationModelIdentifier.ANTHROPIC_CLAUDE_V2_1 }')).toEqual(
      claude,
    )
    expect(models('export const is = (m) => m === FoundationModelIdentifier.ANTHROPIC_CLAUDE_V2_1')).toEqual(
      [],
    )
    expect(models('export const size = Sizes.ANTHROPIC_CLAUDE_V2_1')).toEqual([])
  })
  it('are none in a comment', () => {
    const text =
      "import * as bedrock from 'aws-cdk-lib/aws-bedrock'\n// bedrock.FoundationModelIdentifier.ANTHROPIC_CLAUDE_V2_1\nbedrock.use(this)\n"
    expect(scan({ 'lib/stack.ts': text }).keys.filter((key) => key.startsWith('model:'))).toEqual([])
  })
})
