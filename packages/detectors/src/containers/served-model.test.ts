import { describe, expect, it } from 'vitest'
import { finding, places, scan } from '../testing/repository.ts'

const models = (files: Record<string, string>): string[] =>
  scan(files).keys.filter((key) => key.startsWith('model:'))

describe('the model that a server is told to serve', () => {
  it.each([
    [
      'compose.yaml',
      'services:\n  a:\n    image: vllm/vllm-openai:v0.10.1\n    command: --model acme/support-7b --port 80\n',
      'model:vllm:acme/support-7b',
    ],
    [
      'compose.yaml',
      'services:\n  a:\n    image: vllm/vllm-openai\n    environment:\n      - MODEL_ID=mistralai/Mistral-7B-v0.3\n',
      'model:vllm:mistralai/Mistral-7B-v0.3',
    ],
    [
      'k8s/llm.yaml',
      'kind: Deployment\nspec:\n  containers:\n    - name: llm\n      image: ghcr.io/huggingface/text-generation-inference:3.0\n      args:\n        - --model-id\n        - Qwen/Qwen2.5-7B-Instruct\n',
      'model:huggingface:Qwen/Qwen2.5-7B-Instruct',
    ],
    [
      'k8s/llm.yaml',
      'spec:\n  containers:\n    - image: ghcr.io/ggml-org/llama.cpp:server\n      args: ["-hf", "ggml-org/gemma-3-4b-it-GGUF"]\n',
      'model:llama-cpp:ggml-org/gemma-3-4b-it-GGUF',
    ],
    [
      'values.yaml',
      'image:\n  repository: vllm/vllm-openai\n  tag: v1\nextraArgs:\n  - --model=Qwen/Qwen2.5-7B-Instruct\n',
      'model:vllm:Qwen/Qwen2.5-7B-Instruct',
    ],
    [
      'Dockerfile',
      'FROM vllm/vllm-openai:v0.6\nCMD ["--model", "Qwen/Qwen2.5-7B-Instruct"]\n',
      'model:vllm:Qwen/Qwen2.5-7B-Instruct',
    ],
    [
      'run.sh',
      'docker run --gpus all vllm/vllm-openai:latest \\\n  --model Qwen/Qwen2.5-7B-Instruct\n',
      'model:vllm:Qwen/Qwen2.5-7B-Instruct',
    ],
    ['run.sh', 'ollama pull llama3.1:8b && echo done\n', 'model:ollama:llama3.1:8b'],
    [
      'run.sh',
      'python -m vllm.entrypoints.openai.api_server --model Qwen/Qwen2.5-7B-Instruct\n',
      'model:vllm:Qwen/Qwen2.5-7B-Instruct',
    ],
    ['ollama/Modelfile', 'FROM llama3.1:8b\nPARAMETER temperature 0.3\n', 'model:ollama:llama3.1:8b'],
  ])('%s: %s', (path, text, key) => {
    expect(models({ [path]: text })).toEqual([key])
  })

  it('is found on its own line', () => {
    const text = 'docker run vllm/vllm-openai \\\n  --port 80 \\\n  --model Qwen/Qwen2.5-7B-Instruct\n'
    expect(places(finding({ 'run.sh': text }, 'model:vllm:Qwen/Qwen2.5-7B-Instruct'))).toEqual(['run.sh:3'])
  })

  it.each([
    ['Modelfile', 'FROM ./weights.gguf\n'],
    ['Modelfile', '# FROM llama3.1:8b\n'],
    ['run.sh', 'echo "ollama pull llama3.1:8b"\n'],
    ['run.sh', 'ollama run --verbose\n'],
  ])('is none in %s: %s', (path, text) => {
    expect(models({ [path]: text })).toEqual([])
  })
})

describe('weights that a build or a script fetches from a hub', () => {
  const address = 'https://huggingface.co/acme/Support-4B-GGUF/resolve/main/support-4b.Q4_K_M.gguf'
  it.each([
    ['fetch.sh', `wget ${address}\n`],
    ['Dockerfile', `FROM debian:12\nRUN curl -L -o /models/m.gguf ${address}\n`],
    [
      '.github/workflows/models.yaml',
      `on: push\njobs:\n  models:\n    runs-on: ubuntu-latest\n    steps:\n      - run: |\n          curl -L --fail -H "Authorization: Bearer $\{{ secrets.HF_TOKEN }}" \\\n            "${address}"\n`,
    ],
    [
      'k8s/llm.yaml',
      `kind: Deployment\nspec:\n  initContainers:\n    - name: fetch\n      image: alpine:3\n      command: ["wget", "-O", "/models/m.gguf", "${address}"]\n`,
    ],
  ])('%s', (path, text) =>
    expect(models({ [path]: text })).toEqual(['model:huggingface:acme/Support-4B-GGUF']),
  )
  it('no file of a data set, no page about a model', () => {
    const text =
      'curl -LO https://huggingface.co/datasets/acme/tickets/resolve/main/a.csv\ncurl https://huggingface.co/acme/Support-4B-GGUF\n'
    expect(models({ 'fetch.sh': text })).toEqual([])
  })
})

describe('an image of one model', () => {
  it('is served as its name says', () => {
    const service =
      'apiVersion: apps.nvidia.com/v1alpha1\nkind: NIMService\nspec:\n  image:\n    repository: nvcr.io/nim/meta/llama-3.1-8b-instruct\n    tag: 1.3.3\n'
    expect(scan({ 'nim.yaml': service }).keys).toContain('model:nvidia-nim:meta/llama-3.1-8b-instruct')
    const other = service.replace('nim/meta/llama-3.1-8b-instruct', 'nvidia/tritonserver')
    expect(scan({ 'nim.yaml': other }).keys).toEqual([
      'endpoint:apps.nvidia.com/NIMService.line 2',
      'model-server:nvcr.io/nvidia/tritonserver',
    ])
  })
})
