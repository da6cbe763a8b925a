import { Finding } from '@ai-census/schema'
import { describe, expect, it } from 'vitest'
import { toFinding } from './agents.ts'

describe('an agent', () => {
  it('is found with its model', () => {
    const finding = toFinding({ id: 'agent-1', name: 'Answers', model: 'some-model' }, 'project-1')
    expect(Finding.parse(finding)).toMatchObject({ key: 'agent:agent-1', model: { id: 'some-model' } })
  })
})
