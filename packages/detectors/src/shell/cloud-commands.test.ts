import { describe, expect, it } from 'vitest'
import { finding, scan } from '../testing/repository.ts'

const keys = (text: string, path = 'infra/setup.sh') => scan({ [path]: text }).keys

describe('what clouds are told by commands', () => {
  it.each([
    [
      'az cognitiveservices account create -n shop-ai -g rg --kind OpenAI --sku S0 -l westeurope',
      'endpoint:az cognitiveservices account create.shop-ai',
    ],
    [
      'az cognitiveservices account deployment create \\\n  --name "$ACCOUNT" --resource-group rg \\\n  --deployment-name chat \\\n  --model-name gpt-4o --model-version 2024-11-20 --model-format OpenAI',
      'endpoint:az cognitiveservices account deployment create.chat',
    ],
    [
      'az search service create --name shop-search --sku basic',
      'knowledge-base:az search service create.shop-search',
    ],
    ['az ml online-endpoint create --name fraud', 'endpoint:az ml online-endpoint create.fraud'],
    [
      'ID=$(gcloud ai endpoints create --region=europe-west4 --display-name=fraud)',
      'endpoint:gcloud ai endpoints create.fraud',
    ],
    ['gcloud beta ai endpoints predict "$ID" --region=x', 'service:google-vertex-ai'],
    ['gcloud services enable aiplatform.googleapis.com', 'service:google-vertex-ai'],
    ['aws bedrock create-guardrail --name no-advice', 'guardrail:aws bedrock create-guardrail.no-advice'],
    [
      'aws --region eu-west-1 bedrock-runtime invoke-model --model-id anthropic.claude-3-haiku-20240307-v1:0 out.json',
      'service:aws-bedrock',
    ],
    [
      'aws bedrock-agent create-knowledge-base --name docs',
      'knowledge-base:aws bedrock-agent create-knowledge-base.docs',
    ],
    ['aws sagemaker create-endpoint --endpoint-name fraud', 'endpoint:aws sagemaker create-endpoint.fraud'],
    ['aws polly synthesize-speech --text hi --output-format mp3 a.mp3', 'service:aws-ai-services'],
    ['npx wrangler vectorize create docs --dimensions=768', 'knowledge-base:wrangler vectorize create'],
  ])('is what they make and whom they ask: %s', (command, key) => {
    expect(keys(command)).toContain(key)
  })

  it.each([
    [
      'az cognitiveservices account deployment create -n a --model-name gpt-4o --model-format OpenAI',
      'model:azure-openai:gpt-4o',
    ],
    [
      'az cognitiveservices account deployment create -n a --model-name DeepSeek-R1 --model-format DeepSeek',
      'model:azure-ai-foundry:DeepSeek-R1',
    ],
    [
      'aws bedrock-runtime converse --model-id eu.anthropic.claude-sonnet-4-20250514-v1:0',
      'model:aws-bedrock:eu.anthropic.claude-sonnet-4-20250514-v1:0',
    ],
  ])('says which model: %s', (command, key) => {
    expect(keys(command)).toContain(key)
  })

  it('counts in pipelines and Makefiles as in scripts', () => {
    const command = 'az cognitiveservices account create --name shop-ai --kind OpenAI'
    const key = 'endpoint:az cognitiveservices account create.shop-ai'
    expect(keys(`deploy:\n\t${command}\n`, 'Makefile')).toContain(key)
    expect(keys(`stages: [x]\nx:\n  script:\n    - ${command}\n`, '.gitlab-ci.yml')).toContain(key)
    expect(keys(`steps:\n  - script: |\n      ${command}\n`, 'azure-pipelines.yml')).toContain(key)
    expect(keys(`pipeline { stages { stage('x') { steps { sh '${command}' } } } }`, 'Jenkinsfile')).toContain(
      key,
    )
    expect(
      keys(
        'jobs:\n  a:\n    steps:\n      - run: gcloud services enable aiplatform.googleapis.com run.googleapis.com\n',
        '.github/workflows/a.yml',
      ),
    ).toContain('service:google-vertex-ai')
  })

  it('names the supplier of what is made', () => {
    const made = finding(
      { 'infra/setup.sh': 'az cognitiveservices account create --name a --kind SpeechServices' },
      'endpoint:az cognitiveservices account create.a',
    )
    expect([made.supplier, made.grade, made.context]).toEqual([
      'azure-ai-services',
      'configured',
      'production',
    ])
  })

  it.each([
    'az cognitiveservices account list -g rg',
    'az cognitiveservices account create --name a --kind "$KIND"',
    'az cognitiveservices account delete -n a -g rg',
    'az search service show --name a',
    'az webapp create --name openai',
    'gcloud ai endpoints list --region=x',
    'gcloud run deploy ai --image x',
    'aws bedrock list-foundation-models',
    'aws s3 cp bedrock s3://bedrock/',
    'aws sagemaker delete-endpoint --endpoint-name x',
    'echo "aws bedrock-runtime invoke-model"',
    '# aws bedrock-runtime invoke-model --model-id x',
    'aws translate help',
  ])('is nothing where it is only looked at: %s', (command) => {
    expect(keys(command)).toEqual([])
  })
})
