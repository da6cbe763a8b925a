import { describe, expect, it } from 'vitest'
import { scan } from '../testing/repository.ts'

const services = (path: string, text: string) =>
  scan({ [path]: text }).keys.filter((key) => key.startsWith('service:'))

describe('a setting that names the provider of AI', () => {
  it.each([
    ['config/ai.php', "<?php return ['provider' => env('AI_PROVIDER', 'openai')];\n"],
    ['config/llm.rb', 'LLM_PROVIDER = ENV.fetch("LLM_PROVIDER", "openai")\n'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: Spring's own substitution
    ['src/Ai.java', 'class Ai { @Value("${ai.provider:openai}") private String provider; }\n'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: Spring's own substitution
    ['src/main/resources/application.yml', 'ai:\n  provider: ${AI_PROVIDER:openai}\n  model: gpt-4o\n'],
    ['config.go', 'package config\nvar c = Config{Provider: getEnv("LLM_PROVIDER", "openai")}\n'],
    ['Ai.cs', 'class Ai { string p = configuration["AI:Provider"] ?? "OpenAI"; }\n'],
    ['config/runtime.exs', 'config :app, llm: System.get_env("LLM_PROVIDER") || "openai"\n'],
    ['src/main.rs', 'fn main() { let p = env::var("LLM_PROVIDER").unwrap_or("openai".into()); }\n'],
    ['settings.py', 'import os\nprovider = os.getenv("LLM_PROVIDER", "openai")\n'],
    ['src/config.ts', "export const provider = process.env.AI_PROVIDER ?? 'openai'\n"],
    ['src/env.ts', "export const env = { LLM_PROVIDER: z.enum(['openai', 'groq']).default('openai') }\n"],
    ['.env', 'LLM_PROVIDER=openai\n'],
    ['compose.yaml', 'services:\n  app:\n    environment:\n      - EMBEDDING_PROVIDER=openai\n'],
  ])('%s', (path, text) => {
    expect(services(path, text)).toEqual(['service:openai'])
  })
  it.each([
    ['src/ask.ts', "export const config = { defaultAiProvider: 'LlmGateway', llmProvider: 'ai-router' }\n"],
    [
      'config/mail.php',
      "<?php return ['default' => env('MAIL_DRIVER', 'openai'), 'provider' => env('AUTH_PROVIDER', 'gemini')];\n",
    ],
    ['src/a.ts', "export const is = process.env.LLM_PROVIDER === 'openai'\n"],
    ['src/b.py', 'import os\nif os.getenv("LLM_PROVIDER") == "openai":\n    pass\n'],
    ['src/c.ts', "export const email_provider = 'openai', AI_PROVIDERS = ['openai', 'groq']\n"],
    ['.env', 'TRANSLATION_PROVIDER=google\nAI_PROVIDER=none\n'],
    [
      'prices.yaml',
      'models:\n  - {model_provider: openai, price: 1}\n  - {model_provider: groq, price: 2}\n',
    ],
    ['config.yaml', 'llm:\n  enabled: false\n  provider: openai\n'],
  ])('is none in %s', (path, text) => {
    expect(services(path, text)).toEqual([])
  })
  it('gives way to the address that the client of that supplier is given', () => {
    const text =
      'from openai import OpenAI\nLLM_PROVIDER = "openai"\nclient = OpenAI(base_url="https://api.deepseek.com")\n'
    expect(services('app.py', text)).toEqual(['service:deepseek'])
  })
  it('but not who published what another host writes in its own form', () => {
    const registry = (id: string) =>
      `import { ChatRuntime } from './runtime'\nexport const MODEL_REGISTRY = [\n  { baseId: '${id}', provider: 'anthropic' },\n]\n`
    expect(services('src/models.ts', registry('claude-3-haiku-20240307-v1:0'))).not.toContain(
      'service:anthropic',
    )
    expect(services('src/models.ts', registry('claude-haiku-4-5'))).toContain('service:anthropic')
  })
})
