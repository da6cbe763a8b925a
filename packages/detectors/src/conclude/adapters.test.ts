import { describe, expect, it } from 'vitest'
import { productNames } from '../data/product-names.ts'
import { finding, scan } from '../testing/repository.ts'

const code = 'export const send = (text: string) => post(text)\n'

const adapters = {
  'src/engine/groq.ts': "export const url = 'https://api.groq.com/openai/v1'\n",
  'src/engine/anthropic.ts':
    "import Anthropic from '@anthropic-ai/sdk'\n\nexport const client = new Anthropic()\n",
  'src/engine/mistral.ts': "export const url = 'https://api.mistral.ai/v1'\n",
}
const services = (files: Record<string, string>) =>
  scan(files).keys.filter((key) => key.startsWith('service:'))

describe('a file among adapters', () => {
  it('reaches whom it is named for, though a kit of the program makes its calls', () => {
    const files = { ...adapters, 'src/engine/flowise.ts': "import { post } from '../kit'\n" }
    expect(finding(files, 'service:flowise')).toMatchObject({
      grade: 'configured',
      context: 'production',
      evidence: [{ method: 'file-name', location: { path: 'src/engine/flowise.ts', startLine: 1 } }],
    })
  })
  it('is none while it holds comments alone', () => {
    for (const text of [
      '',
      '// Some day.\n',
      '// Flowise, see groq and openai: import OpenAI\n',
      '/**\n * Some day.\n */\n\n',
    ])
      expect(services({ ...adapters, 'src/engine/flowise.ts': text })).not.toContain('service:flowise')
    expect(services({ ...adapters, 'src/engine/flowise.ts': `/* Now. */\n${code}` })).toContain(
      'service:flowise',
    )
  })
  it('is one though tests of the program tell of whom it reaches', () => {
    const files = {
      ...adapters,
      'src/engine/cohere.ts': "import { post } from '../kit'\n",
      'tests/cohere.test.ts': "stub('https://api.cohere.ai/v1/chat')\n",
    }
    expect(finding(files, 'service:cohere')).toMatchObject({ context: 'production' })
  })
  it('has the form of their names', () => {
    const named = Object.fromEntries(
      Object.entries(adapters).map(([path, text]) => [path.replace('.ts', '-provider.ts'), text]),
    )
    expect(services({ ...named, 'src/engine/cartesia-provider.ts': code })).toContain('service:cartesia')
    expect(services({ ...named, 'src/engine/cartesia.ts': code })).not.toContain('service:cartesia')
  })
  it('is one where the folder is called so, one of them reaches its supplier and there are enough', () => {
    const files = (folder: string) =>
      Object.fromEntries(
        ['groq', 'lmstudio', 'ollama', 'vllm'].map((name) => [
          `src/discovery/${folder}/${name}.ts`,
          name === 'groq'
            ? "export const url = 'https://api.groq.com/openai/v1'\n"
            : "import { get } from '../kit'\n",
        ]),
      )
    expect(services(files('providers'))).toEqual(
      ['groq', 'lm-studio', 'ollama', 'vllm'].map((slug) => `service:${slug}`),
    )
    expect(services(files('pages'))).toEqual(['service:groq'])
    const { 'src/discovery/providers/vllm.ts': _, ...three } = files('providers')
    expect(services(three)).toEqual(['service:groq'])
    const unproven = { ...files('providers'), 'src/discovery/providers/groq.ts': code }
    expect(services(unproven)).toEqual([])
  })
  it('is none among fewer of them, in another folder, or by a word of every program', () => {
    const { 'src/engine/mistral.ts': _, ...two } = adapters
    expect(services({ ...two, 'src/engine/flowise.ts': code })).not.toContain('service:flowise')
    expect(services({ ...adapters, 'src/icons/flowise.ts': code })).not.toContain('service:flowise')
    expect(services({ ...adapters, 'src/engine/factory.ts': code })).toHaveLength(3)
  })
  it('reaches nobody where a library is what it is named for, unless that comes as a server', () => {
    expect(services({ ...adapters, 'src/engine/langchain.ts': code })).toHaveLength(3)
    expect(services({ ...adapters, 'src/engine/flowise.ts': code })).toContain('service:flowise')
  })
  it('says nothing of those whom other signs tell, and speaks for those of whom it shows but a model', () => {
    const files = {
      ...adapters,
      'src/engine/deepgram.ts': "import { listen } from '../kit'\n\nexport const model = 'nova-3'\n",
    }
    expect(finding(files, 'service:deepgram').evidence).toMatchObject([{ method: 'file-name' }])
    expect(finding(files, 'service:groq').evidence).toMatchObject([{ method: 'host' }])
  })
  it('is a folder as well, with folders beside it that are named for theirs', () => {
    const inFolders = Object.fromEntries(
      Object.entries(adapters).map(([path, text]) => [path.replace('.ts', '/client.ts'), text]),
    )
    const files = { ...inFolders, 'src/engine/flowise/client.ts': code, 'src/engine/shop/client.ts': code }
    expect(finding(files, 'service:flowise').evidence).toMatchObject([
      { method: 'file-name', location: { path: 'src/engine/flowise/client.ts' } },
    ])
    expect(services({ ...inFolders, 'src/icons/flowise/client.ts': code })).toHaveLength(3)
    expect(services({ ...inFolders, 'src/engine/flowise/logo.svg': code })).toHaveLength(3)
    const { 'src/engine/mistral/client.ts': _, ...two } = inFolders
    expect(services({ ...two, 'src/engine/flowise/client.ts': code })).toHaveLength(2)
  })
  it('is named for a product, where programs call the adapter by it', () => {
    for (const [name, supplier] of Object.entries(productNames))
      expect(services({ ...adapters, [`src/engine/${name}.ts`]: code })).toContain(`service:${supplier}`)
  })
  it('has first words that its siblings have', () => {
    const named = Object.fromEntries(
      Object.entries(adapters).map(([path, text]) => [path.replace('engine/', 'engine/Acme.'), text]),
    )
    expect(services({ ...named, 'src/engine/Acme.Moonshot.ts': code })).toContain('service:moonshot')
    expect(services({ ...named, 'src/engine/Moonshot.ts': code })).toHaveLength(3)
    expect(services({ ...named, 'src/engine/Acme.Shop.ts': code })).toHaveLength(3)
    const folders = Object.fromEntries(
      Object.entries(named).map(([path, text]) => [path.replace('.ts', '/client.ts'), text]),
    )
    expect(services({ ...folders, 'src/engine/Acme.Moonshot/client.ts': code })).toContain('service:moonshot')
  })
})

describe('an adapter for a house with several services', () => {
  const houses = {
    'app/provider/google.rb': 'URI = "https://www.googleapis.com/language/translate/v2"\n',
    'app/provider/microsoft.rb': 'URI = "https://api.cognitive.microsofttranslator.com/translate"\n',
    'app/provider/yandex.rb': 'URI = "https://translate.yandex.net/api/v1.5/tr.json/translate"\n',
  }
  it('makes its folder one of adapters', () => {
    const files = { ...houses, 'app/provider/libre_translate.rb': 'uri = Setting.endpoint + "/translate"\n' }
    expect(services(files)).toEqual([
      'service:azure-ai-services',
      'service:google-cloud-ai',
      'service:libretranslate',
      'service:yandex-ai',
    ])
  })
  it('reaches none of them by its name alone', () => {
    expect(services({ ...adapters, 'src/engine/google.ts': "import { post } from '../kit'\n" })).toHaveLength(
      3,
    )
  })
})

describe('services of Java', () => {
  const folder = 'src/main/java/com/acme/chat/impl/provider'
  const provider = (name: string, imports = '') => ({
    [`${folder}/${name}.java`]: `package com.acme.chat;\n${imports}\npublic class ${name} extends Kit {}\n`,
  })
  const files = {
    ...provider('OpenAIServiceImpl', 'import dev.langchain4j.model.openai.OpenAiChatModel;'),
    ...provider('DeepseekServiceImpl'),
    ...provider('MinimaxServiceImpl'),
    ...provider('MistralServiceImpl'),
  }
  it('are adapters, though their names say that they implement one', () => {
    expect(services(files)).toEqual(expect.arrayContaining(['service:deepseek', 'service:minimax']))
  })
  it('are none where nothing shows that any of them reaches its supplier', () => {
    expect(services({ ...provider('DeepseekServiceImpl'), ...provider('OrderServiceImpl') })).toEqual([])
  })
})
