import { describe, expect, it } from 'vitest'
import { finding, scan } from '../testing/repository.ts'

const keys = (path: string, text: string) => scan({ [path]: text }).keys

describe('models that code names', () => {
  it('without a number, where the publisher is known', () => {
    const text = (name: string) =>
      `from transformers import BertModel\n\nllm = BertModel.from_pretrained("${name}", return_dict=False)\n`
    expect(keys('src/a.py', text('allenai/scibert_scivocab_uncased'))).toContain(
      'model:huggingface:allenai/scibert_scivocab_uncased',
    )
    expect(keys('src/a.py', text('acme/our_folder')).filter((key) => key.startsWith('model:'))).toEqual([])
  })
  it('not where a form shows what people may write, and not as a folder of weights or a deployment', () => {
    const client = 'from openai import OpenAI\n\nclient = OpenAI()\n'
    for (const line of [
      'field = text_input("Model", placeholder="gpt-4o-mini")',
      'field = {"key": "model", "hint": "gpt-4.1-mini", "label": "gpt-4.1", "helper_text": "o3-mini"}',
      'client.load(model="checkpoints/step-1000")',
      'deployment = serve.deployment(name="llama-3-8b")(App)',
    ])
      expect(
        keys('src/a.py', `${client}${line}\n`).filter((key) => key.startsWith('model:')),
        line,
      ).toEqual([])
    expect(keys('src/a.py', `${client}field = {"value": "gpt-4o-mini"}\n`)).toContain(
      'model:openai:gpt-4o-mini',
    )
  })
  it('not what parts text into tokens', () => {
    const text = (encoding: string) =>
      `encoding_model: ${encoding}\nllm:\n  api_base: http://127.0.0.1:11434/v1\n  model: qwen2\n`
    for (const encoding of ['cl100k_base', 'o200k_harmony', 'p50k_edit'])
      expect(keys('settings.yaml', text(encoding)), encoding).toEqual(keys('settings.yaml', text('""')))
  })
  it('with capitals, as what a variable falls back to', () => {
    const text =
      'import os\nimport requests\n\nbody = {"model": os.getenv("MINIMAX_VIDEO_MODEL", "MiniMax-Hailuo-2.3")}\nrequests.post("https://api.minimax.io/v1/video_generation", json=body)\n'
    expect(keys('src/a.py', text)).toContain('model:minimax:MiniMax-Hailuo-2.3')
    expect(
      keys(
        'src/b.py',
        text.replace(
          'os.getenv("MINIMAX_VIDEO_MODEL", "MiniMax-Hailuo-2.3")',
          'button("MiniMax-Hailuo-2.3")',
        ),
      ),
    ).not.toContain('model:minimax:MiniMax-Hailuo-2.3')
  })
  it.each(['get_env_variable', 'getEnvOrDefault', 'read_environment_var', 'envOr'])(
    'as what a variable falls back to, read by a helper: %s',
    (helper) => {
      const text = `import ollama\nMODEL = ${helper}("EMBEDDINGS_MODEL", "nomic-embed-text")\n`
      expect(keys('a.py', text)).toContain('model:unknown:nomic-embed-text')
    },
  )
  it('but not as a path of an API', () => {
    const text =
      'import openai\nMODEL_PATH = "openai/v1/chat/completions"\nmodel = "openai/v1/chat/completions"\n'
    expect(keys('a.py', text).filter((key) => key.startsWith('model:'))).toEqual([])
  })
  it('with capitals, as constants of a family whose ids have them', () => {
    const models = (text: string) =>
      scan({ 'a.py': `import httpx\n${text}\nhttpx.post("https://api.minimax.io/v1/chat")\n` }).keys.filter(
        (key) => key.startsWith('model:'),
      )
    expect(models('MINIMAX_M2_7 = "MiniMax-M2.7"')).toEqual(['model:minimax:MiniMax-M2.7'])
    expect(models('label = "MiniMax-M2.7"')).toEqual([])
    expect(models('CLAUDE = "Claude-3-Haiku"')).toEqual([])
  })
  it.each([
    [
      'src/a.py',
      'import os\n\nENDPOINT = os.environ.get("HF_ENDPOINT", "https://huggingface.co")\nfiles = {"encoder.onnx": f"{ENDPOINT}/acme/zipformer-en/resolve/main/encoder.onnx"}\n',
    ],
    [
      'src/a.rs',
      'fn url() -> &\'static str { "https://huggingface.co/acme/zipformer-en/resolve/main/encoder.onnx" }\n',
    ],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the program's own
    ['src/a.ts', 'const url = `${endpoint}/acme/zipformer-en/resolve/main/encoder.onnx`\nfetch(url)\n'],
  ])('by the file that they fetch: %s', (path, text) => {
    expect(finding({ [path]: text }, 'model:huggingface:acme/zipformer-en')).toMatchObject({
      grade: 'configured',
    })
  })
  it.each([
    ['src/a.py', 'files = ["https://example.org/acme/thing/resolve/main/encoder.onnx"]\n'],
    ['src/a.py', 'data = "https://huggingface.co/datasets/acme/rows/resolve/main/rows.parquet"\n'],
    ['src/a.py', 'page = "https://huggingface.co/spaces/acme/demo/resolve/main/logo.onnx"\n'],
    ['fetch.sh', 'curl -L https://huggingface.co/spaces/acme/demo/resolve/main/logo.onnx -o logo.onnx\n'],
  ])('not by another file: %s', (path, text) => {
    expect(keys(path, text).filter((key) => key.startsWith('model:'))).toEqual([])
  })
  it('by files however many it fetches', () => {
    const all = Array.from(
      { length: 40 },
      (_, n) => `"https://huggingface.co/acme/voice-${n}/resolve/main/voice.onnx"`,
    )
    const found = finding(
      { 'src/Voices.cs': `class V { string[] All = { ${all.join(', ')} }; }\n` },
      'model:huggingface:acme/voice-7',
    )
    expect(found).toMatchObject({ grade: 'configured' })
  })
  it('as a repository that Bumblebee loads', () => {
    const text =
      'defmodule A do\n  def load do\n    {:ok, model} = Bumblebee.load_model({:hf, "openai/whisper-tiny"})\n    model\n  end\nend\n'
    expect(
      keys('lib/a.ex', text).some((key) => key.startsWith('model:') && key.endsWith(':openai/whisper-tiny')),
    ).toBe(true)
    expect(
      keys('lib/b.ex', text.replace('{:hf, ', '{:local, ')).filter((key) => key.startsWith('model:')),
    ).toEqual([])
  })
  it('as what a property of C# holds at first', () => {
    const text =
      'class Options {\n  public string ApiUrl => "https://api.groq.com/openai/v1";\n  public string ChatModel { get; set; } = "acme-chat-2";\n  public string Title { get; set; } = "acme-chat-3";\n}\n'
    const models = keys('src/Options.cs', text).filter((key) => key.startsWith('model:'))
    expect(models).toEqual(['model:groq:acme-chat-2'])
  })
  it('of a server that a client of DSPy is made for', () => {
    const text =
      'import dspy\n\nlm = dspy.HFClientVLLM(model="mosaicml/mpt-7b", port=8000, url="http://localhost")\nlocal = dspy.OllamaLocal(model="llama3")\n'
    expect(keys('src/lm.py', text)).toEqual(expect.arrayContaining(['service:vllm', 'service:ollama']))
  })
  it('not as a step that is counted', () => {
    const text = 'export const steps = [{ model: "x", id: "step-1" }, { id: "step-2" }]\n'
    expect(keys('src/steps.ts', text)).toEqual([])
  })
  it('as what a setting falls back to', () => {
    const text = (call: string) =>
      `from openai import OpenAI\n\ndef ask(settings, http):\n    return OpenAI().responses.create(model=${call}, input="hi")\n`
    expect(keys('src/a.py', text('settings.get("model", "acme-tuned-2")'))).toContain(
      'model:openai:acme-tuned-2',
    )
    expect(keys('src/a.py', text('http.get("https://example.org/v1", "acme-tuned-2")'))).not.toContain(
      'model:openai:acme-tuned-2',
    )
  })
  it.each(['glm-4.6', 'mistral-large-latest', 'llama-3.3-70b-versatile', 'o3-mini'])(
    'in a file that shows nothing else: %s',
    (id) => {
      const found = keys('src/models.ts', `export const options = { model: '${id}' }\n`)
      expect(found.filter((key) => key.endsWith(`:${id}`))).toHaveLength(1)
    },
  )
  it('of whose service a file speaks, not of the framework that it is written for', () => {
    const found = keys(
      'src/plugin.py',
      'from livekit.agents import stt\n\nDEFAULT_MODEL = "solaria-1"\n\nclass STT(stt.STT):\n    def __init__(self, *, model: str = DEFAULT_MODEL) -> None:\n        super().__init__(capabilities=stt.STTCapabilities(streaming=True))\n        self.url = "https://api.gladia.io/v2/live"\n',
    )
    expect(found).toContain('model:gladia:solaria-1')
    const other = keys(
      'src/stt.py',
      'from pipecat.services.stt_service import STTService\n\nclass Stt(STTService):\n    def __init__(self, *, model: str = "openai/whisper-large-v3"):\n        super().__init__(url="https://api.together.xyz/v1")\n',
    )
    expect(other).toContain('model:together:openai/whisper-large-v3')
  })
  it('not by a word that names a size', () => {
    const found = keys(
      'src/plugin.py',
      'import requests\n\nrequests.post("https://api.gladia.io/v2/live", json=translation(model="base"))\n',
    )
    expect(found.filter((key) => key.startsWith('model:'))).toEqual([])
  })
})

describe('names within blocks', () => {
  const models = (path: string, text: string) =>
    scan({ [path]: text }).keys.filter((key) => key.startsWith('model:'))

  it('are those of their own block', () => {
    const text = `import { createOpenAI } from '@ai-sdk/openai'
import { createGroq } from '@ai-sdk/groq'
export function choose(name: string) {
  const model = 'gpt-4o'
  if (name === 'a') {
    const model = 'llama-3.3-70b-versatile'
    return createGroq({})(model)
  }
  return createOpenAI({})(model)
}
`
    expect(models('src/a.ts', text)).toEqual(['model:groq:llama-3.3-70b-versatile', 'model:openai:gpt-4o'])
  })
  it('keep what a branch gives them, where they were declared before', () => {
    const text = `import { createOpenAI } from '@ai-sdk/openai'
export function choose(fast: boolean) {
  let model = 'gpt-4o'
  if (fast) {
    model = 'gpt-4o-mini'
  }
  return createOpenAI({})(model)
}
`
    expect(models('src/a.ts', text)).toEqual(['model:openai:gpt-4o', 'model:openai:gpt-4o-mini'])
  })
})

describe('what a family begins with', () => {
  const none = (path: string, text: string) =>
    expect(scan({ [path]: text }).keys.filter((key) => key.startsWith('model:'))).toEqual([])

  it('is compared, by whatever name that is done', () => {
    none('a.ts', 'export const thinks = (m: string) => hasModelPrefix(m, "gpt-5.4-mini")\n')
    none('a.py', 'def thinks(m):\n    return check_model_prefix(m, "gpt-5.4-mini")\n')
    none('a.go', 'package a\n\nfunc f(m string) bool { return CheckModelPrefix(m, "gpt-5.4-mini") }\n')
  })
  it('is listed for that', () => {
    none('a.go', 'package a\n\nvar newPrefixes = []string{"gpt-5.4", "claude-opus-4-6"}\n')
    none('a.ts', 'const newPrefixes = ["gpt-5.4", "claude-opus-4-6"]\n')
  })
})
