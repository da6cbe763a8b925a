import { describe, expect, it } from 'vitest'
import { finding, places, scan } from '../testing/repository.ts'

const seed = `INSERT INTO providers (name, icon, default_model, base_url)
VALUES ('Groq', '<svg d="M0,0 (x)"/>', 'llama-3.3-70b-versatile', 'https://api.groq.com/openai/v1'),
       ('Ours', 'it''s, ours', 'gpt-4o-mini', 'https://llm.acme.example/v1');
`

describe('what a program’s database begins with', () => {
  it('names providers by the columns of their addresses, and models by theirs', () => {
    expect(places(finding({ 'db/migrations/2_providers.sql': seed }, 'service:groq'))).toEqual([
      'db/migrations/2_providers.sql:2',
    ])
    const names = scan({ 'db/migrations/2_providers.sql': seed }).findings.map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['llama-3.3-70b-versatile', 'gpt-4o-mini']))
  })
  it('is read from a selection too, and from a table of models by its names', () => {
    const models = "insert into ai_model (name, platform) select 'gpt-4.1-mini', 'openai' where true;\n"
    expect(scan({ 'db/seed.sql': models }).findings.map(({ name }) => name)).toContain('gpt-4.1-mini')
  })
  it('is nothing where the column says nothing of it, or where a statement is a comment', () => {
    for (const text of [
      "INSERT INTO posts (title, body) VALUES ('gpt-4.1-mini', 'https://api.openai.com/v1');\n",
      `-- ${seed.replaceAll('\n', '\n-- ')}`,
      "INSERT INTO links (url) VALUES ('https://openai.com/blog');\n",
      "SELECT base_url FROM providers WHERE base_url = 'https://api.openai.com/v1';\n",
    ])
      expect(scan({ 'db/seed.sql': text }).keys).toEqual([])
  })

  it('reads statements that no semicolon ends, each by its own columns', () => {
    const text = [
      "INSERT INTO notes (author, url) VALUES ('me', 'https://acme.example')",
      "INSERT INTO providers (url, note) VALUES ('https://api.groq.com/openai/v1', 'https://api.openai.com/v1')",
      'GO',
    ].join('\n')
    const keys = scan({ 'db/seed.sql': text }).keys
    expect(keys).toContain('service:groq')
    expect(keys).not.toContain('service:openai')
  })
})
