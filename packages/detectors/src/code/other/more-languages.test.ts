import { describe, expect, it } from 'vitest'
import { scan } from '../../testing/repository.ts'

const openai = 'service:openai'

describe('languages of whose packages nothing is known', () => {
  it.each([
    ['lua/ask.lua', 'local url = "https://api.openai.com/v1/chat/completions"'],
    ['lua/ask.lua', 'return { env = { api_key = "OPENAI_API_KEY" } }'],
    ['ask.el', '(defvar ask-url "https://api.openai.com/v1/chat/completions" "Where to ask.")'],
    ['src/ask.clj', '(def key (System/getenv "OPENAI_API_KEY"))'],
    ['Ask.pm', 'my $key = $ENV{OPENAI_API_KEY};'],
    ['Ask.pl', "my $url = 'https://api.openai.com/v1/embeddings';"],
    ['src/Ask.jl', 'const URL = "https://api.openai.com/v1/embeddings"'],
    ['src/Ask.hs', 'url = "https://api.openai.com/v1/embeddings" -- where'],
    ['src/ask.erl', 'url() -> "https://api.openai.com/v1/embeddings".'],
    ['Ask.m', 'NSString *url = @"https://api.openai.com/v1/embeddings";'],
    ['classes/Ask.cls', "req.setEndpoint('https://api.openai.com/v1/chat/completions');"],
    ['Ask.pas', "const Url = 'https://api.openai.com/v1/chat/completions';"],
    ['ask.gd', 'var url = "https://api.openai.com/v1/chat/completions"'],
    ['Code.gs', "UrlFetchApp.fetch('https://api.openai.com/v1/chat/completions', { method: 'post' })"],
    ['entry/Ask.ets', "const url: string = 'https://api.openai.com/v1/chat/completions'"],
    ['ask.pyx', 'URL = "https://api.openai.com/v1/chat/completions"'],
  ])('are read by their texts: %s: %s', (path, text) => {
    expect(scan({ [path]: text }).keys).toContain(openai)
  })

  it.each([
    ['lua/ask.lua', '-- local url = "https://api.openai.com/v1/chat/completions"'],
    ['lua/ask.lua', '--[[\nlocal url = "https://api.openai.com/v1/chat/completions"\n]] local x = 1'],
    ['ask.el', ';; "https://api.openai.com/v1/chat/completions"'],
    ['src/Ask.hs', '{- "https://api.openai.com/v1/embeddings" -}'],
    ['src/Ask.jl', '#= "https://api.openai.com/v1/embeddings" =#'],
    ['src/ask.ml', '(* let url = "https://api.openai.com/v1/embeddings" *)'],
    ['classes/Ask.cls', "// 'https://api.openai.com/v1/chat/completions'"],
    ['Ask.pas', "{ 'https://api.openai.com/v1/chat/completions' }"],
  ])('and not by their comments: %s: %s', (path, text) => {
    expect(scan({ [path]: text }).keys).toEqual([])
  })

  it('leave an own word where it is', () => {
    expect(scan({ 'lua/plugin.lua': 'local claude = require("claude") print(claude.gemini)' }).keys).toEqual(
      [],
    )
  })
})
