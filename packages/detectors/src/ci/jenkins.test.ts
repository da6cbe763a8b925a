import { describe, expect, it } from 'vitest'
import { finding, places, scan } from '../testing/repository.ts'

const keys = (text: string, path = 'Jenkinsfile') => scan({ [path]: text }).keys
const inStep = (steps: string) =>
  `pipeline {\n  agent any\n  stages {\n    stage('Ask') {\n      steps {\n${steps}\n      }\n    }\n  }\n}\n`

describe('pipelines of Jenkins', () => {
  it.each([
    ["sh 'curl https://api.openai.com/v1/chat/completions -d @ask.json'", 'service:openai'],
    ['sh "curl https://api.openai.com/v1/models"', 'service:openai'],
    ["sh '''\n  set -e\n  curl -s https://api.groq.com/openai/v1/models\n'''", 'service:groq'],
    [
      'def answer = sh(script: """\n  curl -s https://api.mistral.ai/v1/models \\\\\n    -H "Authorization: Bearer \\$MISTRAL_API_KEY"\n""", returnStdout: true).trim()',
      'service:mistral',
    ],
    [
      "sh(returnStdout: true, label: 'ask it',\n   script: 'curl https://api.openai.com/v1/models')",
      'service:openai',
    ],
    ["bat 'curl https://api.openai.com/v1/models'", 'service:openai'],
    ["pwsh 'Invoke-RestMethod https://api.openai.com/v1/models'", 'service:openai'],
    ["sh 'npm install -g @anthropic-ai/claude-code'", 'library:npm:@anthropic-ai/claude-code'],
    ["sh 'pip install openai'", 'library:pypi:openai'],
    ["sh '''claude -p \"Look at the last change\" --output-format json'''", 'assistant:claude'],
    ["httpRequest url: 'https://api.openai.com/v1/chat/completions', httpMode: 'POST'", 'service:openai'],
    [`sh 'python ask.py --key $\{env.OPENAI_API_KEY}'`, 'service:openai'],
    [
      "withEnv(['OPENAI_BASE_URL=https://openrouter.ai/api/v1']) {\n  sh 'python ask.py'\n}",
      'service:openrouter',
    ],
    [
      "withCredentials([string(credentialsId: 'key', variable: 'OPENAI_API_KEY')]) {\n  sh 'python ask.py'\n}",
      'service:openai',
    ],
    [
      "docker.image('ollama/ollama:0.6').withRun('-p 11434:11434') { sh 'make' }",
      'model-server:ollama/ollama',
    ],
  ])('are read for what their steps do: %s', (step, key) => {
    expect(keys(inStep(step))).toContain(key)
  })

  it.each([
    ["environment {\n  OPENAI_API_KEY = credentials('openai')\n}", 'service:openai'],
    ["environment { OPENAI_BASE_URL = 'https://openrouter.ai/api/v1' }", 'service:openrouter'],
    [
      "environment {\n  OPENAI_MODEL = 'gpt-4o'\n  OPENAI_API_KEY = credentials('openai')\n}",
      'model:openai:gpt-4o',
    ],
    ["agent { docker { image 'vllm/vllm-openai:v0.8' } }", 'model-server:vllm/vllm-openai'],
  ])('and for what they are given: %s', (part, key) => {
    expect(keys(`pipeline {\n  ${part}\n  stages { stage('x') { steps { sh 'make' } } }\n}\n`)).toContain(key)
  })

  it('stand on their own lines, in the context of a pipeline', () => {
    const text = inStep("sh '''\n  set -e\n  curl https://api.openai.com/v1/models\n'''")
    const service = finding({ Jenkinsfile: text }, 'service:openai')
    expect(places(service)).toEqual(['Jenkinsfile:8'])
    expect(service.context).toBe('ci')
    expect(finding({ 'ci/nightly.jenkinsfile': text }, 'service:openai').context).toBe('ci')
    expect(finding({ 'Jenkinsfile.nightly': text }, 'service:openai').context).toBe('ci')
  })

  it('have steps in shared libraries too', () => {
    const text = 'def call(Map config) {\n  sh \'claude -p "Look at it"\'\n}\n'
    expect(finding({ 'vars/review.groovy': text }, 'assistant:claude').context).toBe('ci')
    expect(keys(text, 'src/dev/acme/Review.groovy')).toContain('assistant:claude')
  })

  it.each([
    "// sh 'curl https://api.openai.com/v1/models'",
    "/* sh 'claude -p x' */",
    'sh \'echo "see https://api.openai.com/v1/models"\'',
    "echo 'claude -p would review this'",
    "sh 'make -p gemini'",
    "build job: 'claude', parameters: [string(name: 'MODEL', value: 'x')]",
    "sh '# curl https://api.openai.com/v1/models'",
    "publish 'claude -p x'",
  ])('say nothing in what does nothing: %s', (step) => {
    expect(keys(inStep(step))).toEqual([])
  })

  it('are read in a moment, however they are broken', () => {
    for (const part of ["sh '''", 'sh "', "sh(label: 'x', ", 'withEnv([\n', "string(name: 'XYZ', "]) {
      const start = performance.now()
      scan({ Jenkinsfile: `sh 'curl https://api.openai.com'\n${part.repeat(200_000 / part.length)}` })
      expect(performance.now() - start).toBeLessThan(4000)
    }
  })
})
