import { describe, expect, it } from 'vitest'
import { finding, places, scan } from '../testing/repository.ts'

describe('an address of one’s own machine', () => {
  it('belongs to the server that the name of its constant names, in any language', () => {
    expect(
      places(
        finding(
          {
            'src/engine.ts':
              "import { OpenAI } from 'openai'\n\nconst DEFAULT_LLAMACPP_URL = 'http://localhost:8080'\n\nexport const client = (baseURL = DEFAULT_LLAMACPP_URL) => post(baseURL)\n",
          },
          'service:llama-cpp',
        ),
      ),
    ).toEqual(['src/engine.ts:3'])
    const go =
      'package ai\n\nimport openai "github.com/sashabaranov/go-openai"\n\nconst liteLLMBaseURL = "http://localhost:4000/v1"\n'
    expect(scan({ 'ai/llm.go': go }).keys).toContain('service:litellm')
  })
  const services = (line: string) =>
    scan({ 'src/app.ts': `import OpenAI from 'openai'\n\n${line}\n` }).keys.filter((key) =>
      key.startsWith('service:'),
    )
  it('tells nothing by a name of something else, or of nobody', () => {
    for (const name of ['DEFAULT_API_URL', 'LLAMA_FARM_URL', 'GUIDANCE_URL', 'N8N_URL'])
      expect(services(`const ${name} = 'http://localhost:8080'`)).toEqual([])
  })
  it('is whoever’s the name says, where people give host and port', () => {
    const python = (line: string) =>
      scan({ 'src/const.py': `import openai\n\n${line}\n` }).keys.filter((key) => key.startsWith('service:'))
    expect(python('ENDPOINT_OLLAMA = "{protocol}://{ip_address}:{port}/api/chat"')).toEqual([
      'service:ollama',
    ])
    expect(python('ENDPOINT_OPENWEBUI = "{protocol}://{ip}:{port}/api/chat/completions"')).toEqual([
      'service:open-webui',
    ])
    expect(python('ENDPOINT_CAMERA = "{protocol}://{ip_address}:{port}/api/chat"')).toEqual([])
    expect(python('N8N_URL = "http://{ip_address}:{port}/"')).toEqual([])
  })
  it('is told by what its record calls itself', () => {
    const go = (name: string) =>
      scan({
        'ai/providers.go': `package ai\n\nimport openai "github.com/sashabaranov/go-openai"\n\nvar providers = map[string]Config{\n\t"a": {\n\t\tName: "${name}",\n\t\tBaseURL: "http://localhost:4000",\n\t},\n}\n`,
      }).keys
    expect(go('LiteLLM')).toContain('service:litellm')
    expect(go('Shop')).not.toContain('service:litellm')
  })
  it('is one’s own: elsewhere a name proves nothing', () => {
    expect(services("const LM_STUDIO_URL = 'https://llm.acme.dev:4000'")).toEqual([])
    expect(services("const LM_STUDIO_URL = 'http://localhost:4000'")).toEqual(['service:lm-studio'])
  })
  it('is told by the key above it in configuration', () => {
    const config =
      'apis:\n  openai:\n    base-url: https://api.openai.com/v1\n  localai:\n    base-url: http://localhost:8080\n'
    expect(places(finding({ 'config.yml': config }, 'service:localai'))).toEqual(['config.yml:5'])
    // A template that no parser reads as it stands.
    const template = `help: {{ index .Help "x" }}\n${config}`
    expect(places(finding({ 'config.yml': template }, 'service:localai'))).toEqual(['config.yml:6'])
  })
  it('is told by what it is called among containers, in code and in configuration', () => {
    expect(services("const base = 'http://llamacpp:8080/v1'")).toEqual(['service:llama-cpp'])
    // Words that say what it is are no name.
    expect(services("const base = 'http://llm-gateway:4033/v1'")).toEqual([])
    expect(services("const base = 'http://lite-llm:4000'")).toEqual(['service:litellm'])
    expect(
      scan({
        'config.yml': 'a:\n  base-url: https://api.openai.com/v1\nb:\n  base-url: http://vllm:8000/v1\n',
      }).keys,
    ).toContain('service:vllm')
    for (const host of ['shop', 'lemonade', 'vllm.acme.dev'])
      expect(services(`const base = 'http://${host}:8080/v1'`)).toEqual([])
  })
  it('is told by a name that says what the address is for', () => {
    expect(services("const LLAMA_CPP_MODEL_URL = 'http://localhost:8080'")).toEqual(['service:llama-cpp'])
    expect(services("const SHOP_MODEL_URL = 'http://localhost:8080'")).toEqual([])
  })
})

describe('an address whose scheme is put before it', () => {
  it('is an address all the same', () => {
    const keys = (line: string) => scan({ 'src/app.ts': `${line}\n` }).keys
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the program's own template
    expect(keys("const url = `${tls ? 'https' : 'http'}://api.groq.com/openai/v1`")).toContain('service:groq')
    expect(keys("const text = 'see {}://api.groq.com/openai/v1'")).not.toContain('service:groq')
  })
})
