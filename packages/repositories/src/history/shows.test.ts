import type { FileSigns } from '@ai-census/detectors'
import type { Finding } from '@ai-census/schema'
import { loadCatalogue } from '@ai-census/signatures'
import { expect, it } from 'vitest'
import { oldFile } from './shows.ts'

const catalogue = loadCatalogue()
const service: Finding = {
  key: 'service:openai',
  kind: 'service',
  supplier: 'openai',
  name: 'OpenAI',
  grade: 'configured',
  context: 'production',
  identifiers: [],
  attributes: {},
  evidence: [],
}

it('does not say that an old file is without a finding when nothing could be concluded from it', () => {
  const broken: FileSigns = JSON.parse('{"hosts": [{"host": {}, "path": "/"}]}')
  const shown = (signs: FileSigns) => oldFile('a.py', signs, catalogue, ['a.py']).shows(service)
  expect(shown(broken)).toBe('close')
  expect(shown({})).toBe('no')
})
