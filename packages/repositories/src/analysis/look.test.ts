import { expect, it } from 'vitest'
import { noCache } from '../cache.ts'
import { look } from './look.ts'

const unused = () => {
  throw new Error('all is known')
}

/** A look at files of which an earlier one knows the signs. */
const lookAt = (signs: Readonly<Record<string, string>>) =>
  look({
    snapshot: {
      commit: null,
      remote: null,
      below: '',
      history: null,
      contentKey: null,
      isModified: () => false,
      sizeOf: () => 1,
      list: unused,
      batches: unused,
      texts: unused,
      above: unused,
      close: unused,
    },
    listing: { files: Object.keys(signs).map((path) => ({ path, id: path })), unknowns: [] },
    cache: { ...noCache, get: (path) => signs[path] },
    limits: { maxFileBytes: 1000, wants: () => 'text' },
    wanted: () => true,
    executor: unused,
    conclude: {},
    signal: new AbortController().signal,
    progress: () => undefined,
  })

const sound = '{"packages": [{"ecosystem": "npm", "name": "openai", "method": "manifest", "line": 1}]}'

it('a file that nothing can be concluded from is no reason to fail, nor to keep what the others came to', async () => {
  const { findings, unknowns, volatile } = await lookAt({
    'a.json': '{"hosts": [null]}',
    'package.json': sound,
  })
  expect(findings.map(({ key }) => key)).toEqual(['library:npm:openai'])
  expect(unknowns).toMatchObject([{ place: 'a.json', reason: 'unavailable' }])
  expect(volatile).toBe(true)
  expect(await lookAt({ 'package.json': sound })).toMatchObject({ unknowns: [], volatile: false })
})
