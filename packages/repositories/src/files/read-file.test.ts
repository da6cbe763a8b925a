import type { Analyser } from '@ai-census/detectors'
import { expect, it } from 'vitest'
import { FileReader } from './read-file.ts'

it('a file on which a reader fails is an unknown, with no word of what stands in it', () => {
  const analyser: Analyser = {
    wants: () => 'text',
    analyse: () => {
      throw new TypeError('hunter2 is not a function')
    },
  }
  const signs = new FileReader(analyser, 1000).analyse('a.json', Buffer.from('hunter2'), 7)
  expect(signs).toEqual({
    unknowns: [{ reason: 'unavailable', detail: 'The file could not be read (TypeError).' }],
  })
})

it('a part of the scanner that is missing is said to be missing, and what to do', () => {
  const analyser: Analyser = {
    wants: () => 'text',
    analyse: () => {
      throw Object.assign(new Error('Cannot find module'), { code: 'MODULE_NOT_FOUND' })
    },
  }
  const { unknowns } = new FileReader(analyser, 1000).analyse('a.ts', Buffer.from('x'), 1)
  expect(unknowns?.[0]?.detail).toMatch(/installation is incomplete\. Install it again/)
})
