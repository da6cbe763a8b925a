import { describe, expect, it } from 'vitest'
import { finding, places, scan } from '../../testing/repository.ts'

describe('languages that are read by tokens', () => {
  it("leave out what Rust keeps for a file's tests alone", () => {
    const tests =
      '#[cfg(test)]\nmod tests {\n    #[test]\n    fn asks() { let base = "https://api.jina.ai/v1"; if true { ask("}"); } }\n}\n'
    const rust = `const BASE: &str = "https://api.groq.com/openai/v1";\n\n${tests}\nconst LAST: &str = "https://api.voyageai.com/v1";\n`
    expect(scan({ 'src/llm.rs': rust }).keys).toEqual(['service:groq', 'service:voyage'])
  })
  it('choose another supplier by a constant of the package', () => {
    const go = (line: string) =>
      scan({
        'llm.go': `package llm\n\nimport openai "github.com/sashabaranov/go-openai"\n\nfunc New(key string) *openai.Client {\n\tcfg := openai.DefaultConfig(key)\n\t${line}\n\treturn openai.NewClientWithConfig(cfg)\n}\n`,
      }).keys
    expect(go('cfg.APIType = openai.APITypeAzure')).toContain('service:azure-openai')
    expect(go('log(cfg.APIType == openai.APITypeAzure)')).not.toContain('service:azure-openai')
  })
  it('put an address together with expressions that hold texts and brackets themselves', () => {
    const swift =
      'struct T {\n  var endpoint: String {\n    "https://api\\(isFree && (key != nil) ? "-free" : "").deepl.com/v2/translate"\n  }\n}\n'
    // biome-ignore lint/suspicious/noTemplateCurlyInString: Kotlin's own
    const kotlin = 'val url = "https://api${if (free) "-free" else ""}.deepl.com/v2/translate"\n'
    expect(scan({ 'Sources/T.swift': swift }).keys).toEqual(['service:deepl'])
    expect(scan({ 'src/T.kt': kotlin }).keys).toEqual(['service:deepl'])
  })
  it('tell the line of an address within a text over many lines', () => {
    const text = 'package a\n\nconst hosts = `[\n  "https://api.openai.com"\n]`\n'
    expect(places(finding({ 'a.go': text }, 'service:openai'))).toEqual(['a.go:4'])
  })
  it('give an engine its default address, though people have a page there too', () => {
    const engine = 'class Libre : Engine() {\n    override val defaultUrl = "https://libretranslate.com"\n}\n'
    expect(scan({ 'src/Libre.kt': engine }).keys).toEqual(['service:libretranslate'])
    expect(scan({ 'src/About.kt': 'val about = "https://libretranslate.com"\n' }).keys).toEqual([])
  })
  it('name a constant before its type', () => {
    const { keys } = scan({
      'Cargo.toml': '[dependencies]\nasync-openai = "0.20"\n',
      'src/main.rs':
        'use async_openai::Client;\nconst CHAT_MODEL: &str = "gpt-4o";\nfn main() { let c = Client::new(); }\n',
      'src/Router.kt':
        'class Router(val baseUrl: String = "https://openrouter.ai", val path: String = "api/v1/x")\n',
    })
    expect(keys).toContain('model:openai:gpt-4o')
    expect(keys).toContain('service:openrouter')
  })
  it('know no address in a link to a page', () => {
    expect(scan({ 'src/Help.kt': 'val helpLink: String = "https://openrouter.ai"\n' }).keys).toEqual([])
  })
  it('take a symbol for the provider, and a quoted one for a model', () => {
    const files = {
      Gemfile: "gem 'ruby_llm'\ngem 'openai'\n",
      'app/chat.rb':
        "require 'ruby_llm'\n\ndef ask(text) = RubyLLM.chat(provider: :bedrock, model: 'claude-3-7-sonnet').ask(text)\n",
      'app/client.rb':
        'require \'openai\'\n\nclient = OpenAI::Client.new\nclient.chat.completions.create(model: :"gpt-4o", messages: [])\n',
      'app/other.rb': 'def pick = client.chat(model: :gpt_41_nano)\n',
    }
    const { keys } = scan(files)
    expect(keys).toContain('service:aws-bedrock')
    expect(keys).toContain('model:openai:gpt-4o')
    expect(keys.join()).not.toContain('nano')
  })
  it('find a Go package by its own name, which leaves out that it is Go', () => {
    const { keys } = scan({
      'llm.go':
        'package llm\n\nimport "github.com/sashabaranov/go-openai"\n\nfunc New(key string) *openai.Client {\n\tcfg := openai.DefaultConfig(key)\n\treturn openai.NewClientWithConfig(cfg)\n}\n',
    })
    expect(keys).toContain('service:openai')
  })
  it('take each module of a group in Rust for what it is', () => {
    const rust = (use: string) =>
      scan({
        'Cargo.toml': '[dependencies]\nrig-core = "0.40"\n',
        'src/main.rs': `${use}\n\nfn main() {\n    let a = ollama::Client::new();\n    let b = openai::Client::new();\n}\n`,
      }).findings.map(({ supplier }) => supplier)
    expect(rust('use rig::providers::{ollama, openai};')).toEqual(
      expect.arrayContaining(['ollama', 'openai']),
    )
    expect(rust('use rig::providers::ollama;')).toContain('ollama')
    expect(rust('use rig::providers::{acme, other};')).not.toContain('ollama')
  })
  it('know a module of Rust that the file declares for the program’s own', () => {
    const rust = (first: string) =>
      scan({ 'src/lib.rs': `${first}\nuse llm_chain::ask;\n\nfn main() { ask(); }\n` }).keys
    expect(rust('mod llm_chain;')).toEqual([])
    expect(rust('mod other;')).not.toEqual([])
  })
  it('read the cases of an enumeration as texts, and those of a choice as comparisons', () => {
    const models = (path: string, text: string) =>
      scan({ [path]: text, 'llm.py': 'import openai\n\nopenai.OpenAI()\n' })
        .findings.filter(({ kind }) => kind === 'model')
        .map(({ name }) => name)
    expect(models('Sources/M.swift', 'enum M: String {\n  case fast = "gpt-4o-mini"\n}\n')).toEqual([
      'gpt-4o-mini',
    ])
    expect(models('src/M.php', "<?php\nenum M: string {\n  case Fast = 'gpt-4o-mini';\n}\n")).toEqual([
      'gpt-4o-mini',
    ])
    expect(models('Sources/M.swift', 'switch m {\n  case "gpt-4o-mini": return 1\n}\n')).toEqual([])
    const arms = {
      'lib/m.dart': "int limit(String m) => switch (m) {\n  'gpt-4o-mini' => 10,\n  _ => 1,\n};\n",
      'src/M.cs': 'int Limit(string m) => m switch {\n  "gpt-4o" or "gpt-4o-mini" => 10,\n  _ => 1,\n};\n',
      'lib/m.rb': "case m\nwhen 'gpt-4o',\n     'gpt-4o-mini',\n     'gpt-4.1-mini' then 10\nend\n",
    }
    for (const [path, text] of Object.entries(arms)) expect(models(path, text)).toEqual([])
    expect(models('lib/m.dart', "final sizes = {\n  'gpt-4o-mini': 10,\n};\n")).toEqual(['gpt-4o-mini'])
  })
  it('give a field what it holds at first', () => {
    const models = (path: string, line: string) =>
      scan({ [path]: `${line}\n`, 'llm.py': 'import openai\n\nopenai.OpenAI()\n' })
        .findings.filter(({ kind }) => kind === 'model')
        .map(({ name }) => name)
    expect(models('lib/a.ex', '    field :model, :string, default: "sonar-reasoning-pro"')).toEqual([
      'sonar-reasoning-pro',
    ])
    expect(models('db/schema.rb', '    t.string :model, default: "sonar-reasoning-pro"')).toEqual([
      'sonar-reasoning-pro',
    ])
    expect(models('lib/a.ex', '    field :title, :string, default: "sonar-reasoning-pro"')).toEqual([])
  })
  it('read a list of addresses as what requests are sent to, also where people have pages there', () => {
    const keys = (name: string) =>
      scan({
        'a.go': `package a\n\nvar ${name} = []string{\n\t"https://api.groq.com",\n\t"https://openrouter.ai",\n}\n`,
      }).keys
    expect(keys('BaseURLs')).toContain('service:openrouter')
    expect(keys('PageURLs')).not.toContain('service:openrouter')
  })
  it('know a host without a scheme that is put together', () => {
    const go =
      'package a\n\nfunc host() string {\n\treturn fmt.Sprintf("bedrock-runtime.%s.amazonaws.com", region)\n}\n'
    expect(scan({ 'a.go': go }).keys).toContain('service:aws-bedrock')
  })
})

describe('tests within a file of Rust', () => {
  const client =
    'pub fn base() -> &\'static str { "https://api.groq.com/openai/v1" }\n\n#[cfg(test)]\nmod tests {\n    use super::*;\n    const OPEN: char = \'{\';\n    #[test]\n    fn other() { let raw = r#"{"}"#; check("https://api.deepseek.com", "{"); }\n}\n'
  it('are no part of the product', () => {
    expect(scan({ 'src/llm.rs': client }).keys).toEqual(['service:groq'])
  })
  it('end where their module ends', () => {
    const after = `${client}pub const URL: &str = "https://api.mistral.ai/v1";\n`
    expect(scan({ 'src/llm.rs': after }).keys).toEqual(['service:groq', 'service:mistral'])
  })
  it('are told from what only other builds have', () => {
    const other = client.replace('#[cfg(test)]', '#[cfg(not(test))]')
    expect(scan({ 'src/llm.rs': other }).keys).toContain('service:deepseek')
  })
  it('read a raw text to its own end', () => {
    const raw =
      'const A: &str = r##"{"url": "https://api.groq.com/openai/v1#"}"##;\nconst B: &str = "https://api.mistral.ai/v1";\n'
    expect(scan({ 'src/a.rs': raw }).keys).toEqual(['service:groq', 'service:mistral'])
  })
  it('cost no more than the length of the file', () => {
    const many = '#[cfg(test)]\nmod tests {\n'.repeat(20_000)
    const start = performance.now()
    scan({ 'src/a.rs': `${many}const A: &str = "https://api.groq.com/openai/v1";\n` })
    expect(performance.now() - start).toBeLessThan(15_000)
  })
})

describe('kits of AWS in Ruby', () => {
  const client = (service: string) =>
    `class Amazon\n  def client\n    @client ||= Aws::${service}::Client.new(region: region)\n  end\nend\n`
  it('are used by the namespace of their service', () => {
    const files = { Gemfile: 'gem "aws-sdk-bedrockruntime"\n', 'app/a.rb': client('BedrockRuntime') }
    expect(finding(files, 'library:gem:aws-sdk-bedrockruntime').grade).toBe('configured')
    expect(scan(files).keys).toContain('service:aws-bedrock')
  })
  it('may be loaded where they are used', () => {
    const text = client('Translate').replace('    @client', '    require "aws-sdk-translate"\n    @client')
    expect(finding({ 'app/a.rb': text }, 'library:gem:aws-sdk-translate').grade).toBe('configured')
  })
  it('are many more than those of AI', () => {
    expect(scan({ Gemfile: 'gem "aws-sdk-s3"\n', 'app/a.rb': client('S3') }).keys).toEqual([])
  })
})

describe('a list in which something is looked for', () => {
  const rust = (use: string) =>
    `use async_openai::Client;\nfn f(name: &str) { let c = Client::new(); ["gpt-4o", "gpt-4.1-mini"]${use}; }\n`
  it('chooses none of what it holds', () => {
    const models = (use: string) =>
      scan({ 'src/a.rs': rust(use) }).keys.filter((key) => key.startsWith('model:'))
    expect(models('.iter().any(|old| name.starts_with(old))')).toEqual([])
    expect(models('.contains(&name)')).toEqual([])
    expect(models('.map(|id| ask(id))')).toHaveLength(2)
  })
})
