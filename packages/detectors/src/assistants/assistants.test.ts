import { describe, expect, it } from 'vitest'
import { finding, scan } from '../testing/repository.ts'

describe('assistants', () => {
  it('an instructions file alone makes no supplier', () => {
    expect(finding({ 'AGENTS.md': '# Rules\n' }, 'assistant:AGENTS.md')).toMatchObject({
      supplier: null,
      context: 'development',
    })
    expect(
      scan({ 'AGENTS.md': '# Use Claude or GPT-4o\n', 'CLAUDE.md': 'x\n' }).findings.map(
        ({ supplier }) => supplier,
      ),
    ).toEqual([null, null])
  })
  it('settings of an assistant name who provides it', () => {
    expect(scan({ '.claude/settings.json': '{"permissions": {}}' }).findings).toMatchObject([
      { kind: 'assistant', supplier: 'anthropic' },
    ])
  })
  it('a document about agents is none', () => {
    expect(scan({ 'docs/AGENT.md': '# Agents\n' }).keys).toEqual([])
  })
})
