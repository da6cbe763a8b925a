import { readFileSync } from 'node:fs'
import { Capabilities, conformanceProblems } from '@ai-census/scanner-kit/testing'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { scanner } from './index.ts'
import { scanCode, temporaryFolder, writeFiles } from './testing/repository.ts'

describe('capabilities.yaml', () => {
  it('claims what the scanner claims, and a scan shows nothing beyond it', async () => {
    const text = readFileSync(new URL('../capabilities.yaml', import.meta.url), 'utf8')
    const reports = await scanCode(
      writeFiles(temporaryFolder(), {
        'package.json': '{"dependencies": {"openai": "1"}}',
        'app.ts': 'import OpenAI from "openai"\nnew OpenAI().responses.create({ model: "gpt-4o" })\n',
        '.mcp.json':
          '{"mcpServers": {"x": {"command": "npx", "args": ["-y", "@modelcontextprotocol/server-memory"]}}}',
      }),
    )
    expect(conformanceProblems(scanner, Capabilities.parse(parse(text)), reports)).toEqual([])
  })
})
