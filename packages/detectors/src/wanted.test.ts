import { describe, expect, it } from 'vitest'
import { scan } from './testing/repository.ts'
import { isBuilt } from './wanted.ts'

describe('code of others that lies in a repository', () => {
  it.each([
    'vendor/github.com/sashabaranov/go-openai/client.go',
    'third_party/ai/openai_client.py',
    'src/third_party/ai/client.ts',
    'src/vendor/openai.js',
    'external/json/json.go',
    'src/external/json.hpp',
    'src/external/hifigan/models.py',
    'src/external/widget.js',
    'src/external/types.d.ts',
    'src/vendor/external/client.ts',
    'dist/app.js',
  ])('is left out: %s', (path) => expect(isBuilt(path)).toBe(true))

  it.each([
    'app/src/main/java/com/acme/external/openai/OpenAiClient.java',
    'core/src/commonMain/kotlin/com/acme/vendor/Translate.kt',
    'lib/acme/third_party/open_ai/chat.ex',
    'src/external/openai.service.ts',
    'internal/external/llm/client.go',
    'app/services/external/openai.rb',
  ])('is not what speaks to others’ services: %s', (path) => expect(isBuilt(path)).toBe(false))

  it('says nothing of suppliers, and one’s own code does', () => {
    const text = 'defmodule Acme.Chat do\n  @endpoint "https://api.openai.com/v1"\nend\n'
    expect(scan({ 'lib/acme/third_party/chat.ex': text }).keys).toContain('service:openai')
    expect(scan({ 'third_party/acme/chat.ex': text }).keys).toEqual([])
  })
})
