import { describe, expect, it } from 'vitest'
import { finding, places, scan } from '../testing/repository.ts'

const models = (files: Record<string, string>): string[] =>
  scan(files).keys.filter((key) => key.startsWith('model:'))

describe('a model that a file of weights is named for', () => {
  it.each([
    [
      'app.py',
      'from llama_cpp import Llama\nllm = Llama(model_path="./models/Meta-Llama-3.1-8B-Instruct-Q4_K_M.gguf", n_ctx=2048)\n',
      ['model:llama-cpp:Meta-Llama-3.1-8B-Instruct'],
    ],
    [
      'app.py',
      'import os\nfrom llama_cpp import Llama\nMODEL_PATH = os.getenv("MODEL_PATH", "/models/llama-2-7b-chat.Q4_K_M.gguf")\nllm = Llama(model_path=MODEL_PATH)\n',
      ['model:llama-cpp:llama-2-7b-chat'],
    ],
    [
      'detect.py',
      'from ultralytics import YOLO\nmodel = YOLO("weights/yolov8n.pt")\n',
      ['model:ultralytics:yolov8n'],
    ],
    [
      'Sources/App/Transcriber.swift',
      'import whisper\nlet path = Bundle.main.path(forResource: "models/ggml-base.en.bin", ofType: nil)\n',
      ['model:unknown:ggml-base.en'],
    ],
    [
      'cmd/main.go',
      'package main\n\nimport "os/exec"\n\nfunc main() {\n\texec.Command("llama-server", "-m", "/models/qwen2.5-coder-7b-instruct-q4_k_m.gguf").Run()\n}\n',
      ['model:llama-cpp:qwen2.5-coder-7b-instruct'],
    ],
    [
      'run.sh',
      './llama-server -m /models/mistral-7b-instruct-v0.2.Q4_0.gguf --port 8080\n',
      ['model:llama-cpp:mistral-7b-instruct-v0.2'],
    ],
    [
      'run.sh',
      './main -m models/ggml-large-v3-turbo-q5_0.bin -f a.wav\n',
      ['model:unknown:ggml-large-v3-turbo'],
    ],
    [
      'compose.yaml',
      'services:\n  llm:\n    image: ghcr.io/ggml-org/llama.cpp:server\n    command: -m /models/llama-2-7b-chat.Q4_K_M.gguf --port 80\n',
      ['model:llama-cpp:llama-2-7b-chat'],
    ],
    [
      'compose.yaml',
      'services:\n  llm:\n    image: ghcr.io/ggml-org/llama.cpp:server\n    environment:\n      - LLAMA_ARG_MODEL=/models/phi-3-mini-4k-instruct-q4.gguf\n',
      ['model:llama-cpp:phi-3-mini-4k-instruct'],
    ],
    [
      'k8s/llm.yaml',
      'spec:\n  containers:\n    - image: ghcr.io/ggml-org/llama.cpp:server\n      args: ["--model", "/models/gemma-2-9b-it-Q4_K_M-00001-of-00002.gguf"]\n',
      ['model:llama-cpp:gemma-2-9b-it'],
    ],
    ['config.yaml', 'llm:\n  model_path: models\\llama-2-7b.ggmlv3.q4_0.bin\n', ['model:unknown:llama-2-7b']],
    ['.env', 'MODEL_PATH=/models/llama-2-7b.Q4_0.gguf\n', ['model:unknown:llama-2-7b']],
  ])('%s: %s', (path, text, keys) => {
    expect(models({ [path]: text })).toEqual(keys)
  })

  it('has its publisher, its family and its line', () => {
    const files = { 'run.sh': '# serves\n./main \\\n  -m models/ggml-base.en.bin\n' }
    const found = finding(files, 'model:unknown:ggml-base.en')
    expect(found).toMatchObject({ supplier: null, model: { publisher: 'openai' }, grade: 'configured' })
    expect(places(found)).toEqual(['run.sh:3'])
  })

  it('is run by nobody’s API, though one is reached beside it', () => {
    const files = {
      'a.py':
        'from groq import Groq\nGroq().chat.completions.create(model="llama-3.3-70b-versatile")\nLOCAL = "models/llama-2-7b-chat.Q4_K_M.gguf"\n',
    }
    expect(models(files)).toEqual(['model:groq:llama-3.3-70b-versatile', 'model:unknown:llama-2-7b-chat'])
  })

  it.each([
    // What nobody knows.
    ['app.py', 'import torch\nmodel = torch.load("checkpoints/best_model.pt")\n'],
    ['run.sh', './main -m models/ggml-model-q4_0.bin\n'],
    // What a hub names already.
    [
      'app.py',
      'from huggingface_hub import hf_hub_download\nhf_hub_download(repo_id="TheBloke/Llama-2-7B-Chat-GGUF", filename="llama-2-7b-chat.Q4_K_M.gguf")\n',
    ],
    [
      'get.sh',
      'curl -L -o models/llama-2-7b-chat.Q4_K_M.gguf https://huggingface.co/TheBloke/Llama-2-7B-Chat-GGUF/resolve/main/llama-2-7b-chat.Q4_K_M.gguf\n',
    ],
    // Prose and comparisons.
    ['app.py', 'print("Put llama-2-7b-chat.Q4_K_M.gguf into models/")\n'],
    ['app.py', 'import llama_cpp\nok = path == "models/llama-2-7b-chat.Q4_K_M.gguf"\n'],
    ['run.sh', '# ./main -m models/llama-2-7b-chat.Q4_K_M.gguf\n'],
  ])('is not told of %s: %s', (path, text) => {
    expect(models({ [path]: text }).filter((key) => !key.includes('TheBloke'))).toEqual([])
  })
})

it('what a command only handles is started by nobody', () => {
  expect(models({ 'pack.sh': 'chmod +x llama-server tabby\ncp llama-server weights/x-1\n' })).toEqual([])
  expect(models({ 'pull.sh': 'ollama pull llama3.2 && ollama pull mistral; chmod +x a\n' })).toEqual([
    'model:ollama:llama3.2',
    'model:ollama:mistral',
  ])
})
