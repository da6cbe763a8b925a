import { describe, expect, it } from 'vitest'
import { scan } from '../testing/repository.ts'

const models = (files: Record<string, string>) => scan(files).keys.filter((key) => key.startsWith('model:'))

describe('a model in a record', () => {
  const presets = `export const presets = [
  { value: 'openai', baseUrl: 'https://api.openai.com/v1', model: 'gpt-5.4-mini' },
  { value: 'groq', model: 'openai/gpt-oss-120b', baseUrl: 'https://api.groq.com/openai/v1' },
  { value: 'together', baseUrl: 'https://api.together.ai/v1', model: 'meta-llama/Llama-3.3-70B-Instruct-Turbo' },
  { value: 'ollama', baseUrl: 'http://localhost:11434/v1', model: 'llama3.1' },
  { value: 'minimax', url: 'https://api.minimax.io/v1', model: 'MiniMax-M2' },
]
`
  it('is served where the address beside it leads', () => {
    expect(models({ 'src/presets.ts': presets })).toEqual([
      'model:groq:openai/gpt-oss-120b',
      'model:minimax:MiniMax-M2',
      'model:ollama:llama3.1',
      'model:openai:gpt-5.4-mini',
      'model:together:meta-llama/Llama-3.3-70B-Instruct-Turbo',
    ])
  })

  it('is the host of the file’s where its name in the record is another id', () => {
    const text =
      "const base = 'https://api.studio.nebius.ai/v1/'\nexport const MODEL_IDS = { 'deepseek/deepseek-r1': 'deepseek-ai/DeepSeek-R1' }\n"
    const files = {
      'src/nebius.ts': text,
      'src/deepseek.ts': "fetch('https://api.deepseek.com/v1/chat/completions')\n",
    }
    expect(models(files)).toEqual(['model:nebius:deepseek-ai/DeepSeek-R1'])
  })

  it('in Python as well', () => {
    const text =
      'PRESETS = [{"name": "Groq", "base_url": "https://api.groq.com/openai/v1", "model": "meta-llama/llama-4-scout"}]\nOTHER = {"base_url": "https://api.openai.com/v1"}\n'
    expect(models({ 'src/presets.py': text })).toEqual(['model:groq:meta-llama/llama-4-scout'])
  })

  it('is served by whom its name in a record of models says, where that one is reached', () => {
    const text = `import { Provider } from './kinds'

export const urls = { groq: 'https://api.groq.com/openai/v1', minimax: 'https://api.minimax.io/v1', openai: 'https://api.openai.com/v1' }
export const defaultModels = { [Provider.groq]: 'openai/gpt-oss-20b', minimax: 'MiniMax-M2', openai: 'gpt-5.4-mini' }
`
    expect(models({ 'src/models.ts': text })).toEqual([
      'model:groq:openai/gpt-oss-20b',
      'model:minimax:MiniMax-M2',
      'model:openai:gpt-5.4-mini',
    ])
  })

  it('is not chosen by a name for people, nor by a table of other things', () => {
    const text = `export const url = 'https://api.minimax.io/v1'
export const modelNames = { best: 'MiniMax-M2' }
export const modelPrices = { minimax: 'MiniMax-M1' }
export const labels = { minimax: 'MiniMax-Text-01' }
`
    expect(models({ 'src/names.ts': text })).toEqual([])
  })
})

describe('the name of a constant that holds a model', () => {
  const urls =
    'OPENROUTER = "https://openrouter.ai/api/v1"\nGROQ = "https://api.groq.com/openai/v1"\nOPENAI = "https://api.openai.com/v1"\n'

  it('says who serves it, behind what says only that it is where one begins', () => {
    const text = `${urls}DEFAULT_GROQ_MODEL = "openai/gpt-oss-120b"\nDEFAULT_OPENROUTER_MODEL = "google/gemma-3-4b-it:free"\n`
    expect(models({ 'src/const.py': text })).toEqual([
      'model:groq:openai/gpt-oss-120b',
      'model:openrouter:google/gemma-3-4b-it:free',
    ])
  })

  it('in the words of other languages', () => {
    const text =
      'class Settings {\n  string A = "https://openrouter.ai/api/v1";\n  string B = "https://api.openai.com/v1";\n  public string OpenRouterModel { get; set; } = "openai/gpt-5.5";\n}\n'
    expect(models({ 'src/Settings.cs': text })).toEqual(['model:openrouter:openai/gpt-5.5'])
  })

  it('but not of somebody who is reached nowhere', () => {
    expect(models({ 'src/const.py': `${urls}MISTRAL_MODEL = "gpt-4o"\n` })).toEqual(['model:openai:gpt-4o'])
  })
})

describe('what is named for a model and is none', () => {
  it.each([
    'qwen3-asr-linux.zip',
    'qwen3-asr-cli.exe',
    'qwen3-tts-server',
    'llama-3.1-8b/resolve/main/x.gguf',
  ])('%s', (name) =>
    expect(models({ 'src/Get.cs': `class G { string F() { return "${name}"; } }\n` })).toEqual([]),
  )

  it('a table of a database that a call is told of', () => {
    const text =
      'from openai import OpenAI\n\nclient = OpenAI()\nkind = Kind.objects.get(model="docket")\nsave(model_name="shop.Order")\n'
    expect(models({ 'src/a.py': text })).toEqual([])
  })
})

describe('a list of models', () => {
  it('of C#, whose items have comments before and behind them', () => {
    const text = `class T {
    public static string[] Models => new[]
    {
        // The leaders, of which the first is what a new user begins with in the settings
        "perplexity/sonar",              // for most texts, and quick enough for a whole film of subtitles
        "sonar-pro",
    };
    string Url = "https://api.perplexity.ai/chat/completions";
}
`
    expect(models({ 'src/T.cs': text })).toEqual(['model:perplexity:sonar', 'model:perplexity:sonar-pro'])
  })
})

describe('a model in an arm of a choice', () => {
  const urls =
    'let a = "https://api.groq.com/openai/v1"\nlet b = "https://openrouter.ai/api/v1"\nlet c = "https://api.openai.com/v1"\n'

  it.each([
    [
      'src/Provider.swift',
      `${urls}var model: String {\n  switch self {\n  case .groq:\n    return "openai/gpt-oss-120b"\n  case .openRouter: return "google/gemini-3.5-flash"\n  default: return "gpt-5.4-mini"\n  }\n}\n`,
    ],
    [
      'src/Provider.kt',
      `${urls.replaceAll('let ', 'val ')}fun model(p: Provider) = when (p) {\n  Provider.GROQ -> "openai/gpt-oss-120b"\n  Provider.OPEN_ROUTER -> "google/gemini-3.5-flash"\n  else -> "gpt-5.4-mini"\n}\n`,
    ],
    [
      'src/provider.rs',
      `const A: &str = "https://api.groq.com/openai/v1";\nconst B: &str = "https://openrouter.ai/api/v1";\nconst C: &str = "https://api.openai.com/v1";\nfn model(p: Provider) -> &'static str {\n  match p {\n    Provider::Groq => "openai/gpt-oss-120b",\n    Provider::OpenRouter => "google/gemini-3.5-flash",\n    _ => "gpt-5.4-mini",\n  }\n}\n`,
    ],
    [
      'src/provider.rb',
      'A = "https://api.groq.com/openai/v1"\nB = "https://openrouter.ai/api/v1"\nC = "https://api.openai.com/v1"\ndef model(p)\n  case p\n  when :groq then "openai/gpt-oss-120b"\n  when :openrouter\n    "google/gemini-3.5-flash"\n  else\n    "gpt-5.4-mini"\n  end\nend\n',
    ],
    [
      'src/provider.ts',
      `${urls}export function model(p: Provider) {\n  switch (p) {\n    case Provider.groq:\n      return 'openai/gpt-oss-120b'\n    case 'openrouter':\n      return 'google/gemini-3.5-flash'\n    default:\n      return 'gpt-5.4-mini'\n  }\n}\n`,
    ],
  ])('is served by whom the label names: %s', (path, text) => {
    expect(models({ [path]: text })).toEqual([
      'model:groq:openai/gpt-oss-120b',
      'model:openai:gpt-5.4-mini',
      'model:openrouter:google/gemini-3.5-flash',
    ])
  })

  it('and is no model for standing there', () => {
    const text = `${urls}func icon() -> String {\n  switch self {\n  case .groq: return "groq-icon-2"\n  default: return "key-2"\n  }\n}\n`
    expect(models({ 'src/Icons.swift': text })).toEqual([])
  })
})

describe('words that need no quotes', () => {
  it.each([
    [
      'app/openai.rb',
      'class Openai\n  URL = "https://api.openai.com/v1"\n  MODELS = %w[gpt-4.1 gpt-4.1-mini]\nend\n',
    ],
    [
      'lib/openai.ex',
      'defmodule Openai do\n  @url "https://api.openai.com/v1"\n  @models ~w(gpt-4.1 gpt-4.1-mini)\nend\n',
    ],
  ])('name models: %s', (path, text) => {
    expect(models({ [path]: text })).toEqual(['model:openai:gpt-4.1', 'model:openai:gpt-4.1-mini'])
  })

  it('or other things', () => {
    const text = 'URL = "https://api.openai.com/v1"\nFIELDS = %w[name age-2 model]\nKINDS = %i[gpt-4.1]\n'
    expect(models({ 'app/fields.rb': text })).toEqual([])
  })
})

describe('weights by the name of their file', () => {
  it('are run by nobody whom that name tells of, and least of all by their publisher’s service', () => {
    const text =
      'import FluidAudio\n\nlet url = "https://api.openai.com/v1/audio/transcriptions"\nlet models = [Model(name: "ggml-large-v3", size: 3)]\n'
    expect(models({ 'src/Models.swift': text })).toEqual(['model:unknown:ggml-large-v3'])
  })
})

describe('a text that stands for a value which may be missing', () => {
  it.each([
    [
      'src/Chat.cs',
      'class C { string Url = "https://api.minimax.io/v1"; void F() { var model = config["Model"] ?? "acme-chat-1"; } }\n',
    ],
    [
      'src/Chat.cs',
      'class C { string Url = "https://api.minimax.io/v1"; void F() { var modelName = settings.Current ?? "acme-chat-1"; } }\n',
    ],
    ['src/Chat.kt', 'val url = "https://api.minimax.io/v1"\nval chosen = settings.model ?: "acme-chat-1"\n'],
    ['src/chat.rb', 'URL = "https://api.minimax.io/v1"\nbody = { "a" => opts[:model] || "acme-chat-1" }\n'],
    [
      'src/chat.php',
      "<?php\n$url = 'https://api.minimax.io/v1';\n$body = ['a' => $options['model'] ?? 'acme-chat-1'];\n",
    ],
  ])('stands where that would stand: %s', (path, text) => {
    expect(models({ [path]: text })).toEqual(['model:minimax:acme-chat-1'])
  })

  it('and names no model elsewhere', () => {
    const text =
      'class C { string Url = "https://api.minimax.io/v1"; void F() { var label = settings.Label ?? "acme-chat-1"; } }\n'
    expect(models({ 'src/Chat.cs': text })).toEqual([])
  })

  it('may be a program', () => {
    const text =
      'using System.Diagnostics;\nclass T { void F() { var p = new Process { StartInfo = new ProcessStartInfo { FileName = found ?? "edge-tts" } }; p.Start(); } }\n'
    expect(scan({ 'src/T.cs': text }).keys).toContain('service:microsoft')
    expect(scan({ 'src/T.cs': text.replaceAll('ProcessStartInfo', 'Download') }).keys).toEqual([])
  })
})

it('an id behind its provider’s name is the model alone where the record says that provider', () => {
  const text =
    'import os\nfrom langchain_anthropic import ChatAnthropic\n\nos.environ["ANTHROPIC_API_KEY"]\nMODELS = {"haiku": Config(id="anthropic:claude-haiku-4-5-20251001", provider="anthropic")}\nchat = ChatAnthropic(model=name)\n'
  expect(scan({ 'src/config.py': text }).keys).toContain('model:anthropic:claude-haiku-4-5-20251001')
})

it('items whose ids say where they are served are kept, whoever their provider is', () => {
  const text =
    "import { run } from './run'\nexport const MODELS = [\n  { id: 'anthropic/claude-sonnet-4', name: 'Claude', provider: 'anthropic' },\n  { id: '@cf/meta/llama-4-scout-17b-16e-instruct', name: 'Llama', provider: 'workers-ai' },\n]\nexport default { fetch: (request, env) => env.AI.run(MODELS[0].id, {}) }\n"
  expect(
    scan({ 'src/config.ts': text, 'wrangler.jsonc': '{"name": "x", "ai": {"binding": "AI"}}' }).keys,
  ).toEqual(
    expect.arrayContaining([
      'model:cloudflare-workers-ai:anthropic/claude-sonnet-4',
      'model:cloudflare-workers-ai:meta/llama-4-scout-17b-16e-instruct',
    ]),
  )
})

describe('a record of each provider’s models by what they are for', () => {
  const served = (text: string, more: Record<string, string> = {}) =>
    scan({
      'src/models.ts': `import { createGroq } from '@ai-sdk/groq'\nimport { createOpenAI } from '@ai-sdk/openai'\nexport const clients = [createGroq({}), createOpenAI({})]\n${text}`,
      ...more,
    }).keys.filter((key) => key.startsWith('model:'))

  it('says who serves each', () =>
    expect(
      served(
        "const DEFAULT_MODELS = { groq: { chat: 'openai/gpt-oss-120b' }, openai: { chat: 'gpt-4o-mini', fast: 'gpt-4.1-nano' } }\n",
      ),
    ).toEqual(['model:groq:openai/gpt-oss-120b', 'model:openai:gpt-4.1-nano', 'model:openai:gpt-4o-mini']))
  it('chooses none among prices', () =>
    expect(served("const MODEL_PRICES = { openai: { 'gpt-4o-mini': { input: 1 } } }\n")).toEqual([]))
})

describe('what only hears or speaks', () => {
  it('serves no model of texts, though its maker has published one', () =>
    expect(
      scan({
        'Cargo.toml': '[dependencies]\nwhisper-rs = "0.11"\n',
        'src/lib.rs':
          'use whisper_rs::{WhisperContext, WhisperContextParameters};\nfn a() { let c = WhisperContext::new_with_params("m", WhisperContextParameters::default()); let model = "openai/gpt-oss-120b"; }\n',
      }).keys.filter((key) => key.startsWith('model:whisper')),
    ).toEqual([]))
})
