import { createAnalyser } from '@ai-census/detectors'
import type { Finding } from '@ai-census/schema'
import { loadCatalogue } from '@ai-census/signatures'
import { expect, it } from 'vitest'
import { commit, git, makeRepository, temporaryFolder } from '../testing/repository.ts'
import { stillNotFound } from './history.ts'
import { traceId, traceOf } from './trace.ts'
import { usualLimits } from './window.ts'

const catalogue = loadCatalogue()
const finding: Finding = {
  key: 'library:pypi:langgraph',
  kind: 'library',
  supplier: 'langchain',
  name: 'langgraph',
  grade: 'declared',
  context: 'production',
  identifiers: [],
  attributes: {},
  evidence: [],
}

it('passes by what no commit since shows anything of, and nothing else', async () => {
  const folder = makeRepository(temporaryFolder(), { 'a.py': 'import langgraph\n' })
  const earlier = git(folder, 'rev-parse', 'HEAD')
  const silent = async (trace = traceId(traceOf(finding, catalogue))) => {
    const place = { gitDir: `${folder}/.git`, commit: git(folder, 'rev-parse', 'HEAD'), below: '' }
    const history = { reach: '', commit: earlier, firsts: [], sought: [[finding.key, trace] as const] }
    const found = await stillNotFound([finding], history, {
      place,
      limits: usualLimits,
      analyser: createAnalyser(catalogue, { fingerprint: String }),
      catalogue,
      wanted: () => true,
      chosen: [],
      paths: [],
      known: () => undefined,
      signal: new AbortController().signal,
    })
    return [...found]
  }
  expect(await silent()).toEqual([finding.key])
  commit(folder, { 'README.md': 'Nothing of it.\n', 'poetry.lock': 'name = "langgraph"\n' })
  expect(await silent()).toEqual([finding.key])
  // Looked for in another way, it could have been found.
  expect(await silent('another trace')).toEqual([])
  commit(folder, { 'b.py': 'from langgraph import graph\n' })
  expect(await silent()).toEqual([])
})
