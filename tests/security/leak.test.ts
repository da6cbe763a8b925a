/** Plants keys and looks for them wherever anything of a scan is kept or shown. */
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { cli, printed, startCli, stopped, temporary } from '../support/cli.ts'

const folder = temporary('leak')
afterAll(() => folder[Symbol.dispose]())

/** Characters that look random, made anew by each run's code and never written down. */
const random = (name: string, length: number, allowed = /[^A-Za-z0-9]/g): string =>
  [1, 2, 3]
    .map((part) => createHash('sha512').update(`ai-census leak test ${name} ${part}`).digest('base64'))
    .join('')
    .replace(allowed, '')
    .slice(0, length)

const planted = {
  'settings.py': `sk-proj-${random('a', 48)}`,
  'src/client.ts': `sk-ant-api03-${random('b', 93)}AA`,
  '.env': `hf_${random('c', 34, /[^A-Za-z]/g)}`,
  'config/deep.yaml': `gsk_${random('d', 52)}`,
  'notes.ipynb': `AIza${random('e', 35)}`,
  '.mcp.json': `pplx-${random('f', 48)}`,
}

const texts: Record<keyof typeof planted, (key: string) => string> = {
  'settings.py': (key) => `from openai import OpenAI\nclient = OpenAI(api_key="${key}")  # ${key}\n`,
  'src/client.ts': (key) =>
    `import Anthropic from '@anthropic-ai/sdk'\nexport const c = new Anthropic({ apiKey: '${key}', baseURL: 'https://api.anthropic.com/?key=${key}' })\n`,
  '.env': (key) => `HF_TOKEN=${key}\nOPENAI_BASE_URL=https://user:${key}@api.groq.com/openai/v1\n`,
  'config/deep.yaml': (key) =>
    `llm:\n  provider: groq\n  api_key: ${key}\n  url: https://api.groq.com/openai/v1?token=${key}\n`,
  'notes.ipynb': (key) =>
    JSON.stringify({
      cells: [
        {
          cell_type: 'code',
          source: [`import google.generativeai as genai\n`, `genai.configure(api_key="${key}")\n`],
          outputs: [{ text: [key] }],
        },
      ],
      metadata: {},
      nbformat: 4,
      nbformat_minor: 5,
    }),
  '.mcp.json': (key) =>
    JSON.stringify({
      mcpServers: {
        p: { command: 'npx', args: ['-y', 'server', `--token=${key}`], env: { PERPLEXITY_API_KEY: key } },
      },
    }),
}

function everyFile(path: string): string[] {
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    const file = join(path, entry.name)
    if (entry.isDirectory()) return everyFile(file)
    return entry.isFile() && statSync(file).size < 256 * 2 ** 20 ? [file] : []
  })
}

describe('a secret in a repository', () => {
  it('is in no output, log, spool, cache, database or export', async () => {
    const repository = join(folder.path, 'repository')
    for (const [name, key] of Object.entries(planted)) {
      const file = join(repository, name)
      mkdirSync(join(file, '..'), { recursive: true })
      writeFileSync(file, texts[name as keyof typeof planted](key)) // Object.entries forgets the literal names.
    }
    const state = join(folder.path, 'state')
    const data = join(folder.path, 'data')
    mkdirSync(state)

    const json = await cli(['scan', repository, '--format', 'json'], { state, env: { AI_CENSUS_DEBUG: '1' } })
    const terminal = await cli(['scan', repository], { state })
    const away = await cli(
      ['scan', repository, '--collector', 'http://127.0.0.1:9', '--token', 'x', '--wait', '0'],
      { state },
    )
    const up = startCli(['up', repository, '--data', data, '--port', '0'], { state })
    await printed(up, /Press Ctrl-C/)
    const exported = await cli(['export', 'json', '--data', data], { state })
    const csv = await cli(['export', 'csv', '--data', data], { state })
    await stopped(up)

    expect(
      JSON.parse(json.stdout).reports[0].findings.filter((f: { kind: string }) => f.kind === 'credential')
        .length,
      'keys are found',
    ).toBeGreaterThanOrEqual(4)
    const shown = [json, terminal, away, exported, csv, up.output()]
      .map(({ stdout, stderr }) => stdout + stderr)
      .join('\n')
    const kept = [...everyFile(state), ...everyFile(data)].map((file) => {
      const bytes = readFileSync(file)
      return { file, text: (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('latin1') }
    })
    for (const [name, key] of Object.entries(planted)) {
      expect(shown.includes(key), `the key of ${name} is shown`).toBe(false)
      expect(
        kept.filter(({ text }) => text.includes(key)).map(({ file }) => file),
        `the key of ${name} is kept`,
      ).toEqual([])
    }
  })
})
