/** The census of Acme against `tests/estates/acme/truth.yaml`, through the built program. */
import { join } from 'node:path'
import { ScanOutput, type ScanReport } from '@ai-census/schema'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { materialiseAcme } from '../estates/acme/materialise.ts'
import { readTruth, repositoryProblems } from '../estates/acme/truth.ts'
import { acme, cli, temporary } from '../support/cli.ts'

const folder = temporary('acme')
let reports: ScanReport[] = []

beforeAll(async () => {
  const { repositories } = await materialiseAcme(folder.path, { estate: acme })
  const { stdout, stderr, code } = await cli(['scan', ...repositories, '--format', 'json', '--quiet'], {
    state: folder.path,
  })
  expect(stderr).toBe('')
  expect(code).toBe(0)
  reports = ScanOutput.parse(JSON.parse(stdout)).reports
})
afterAll(() => folder[Symbol.dispose]())

it('finds in Acme what is there, with its lines, and nothing that is not', async () => {
  expect(repositoryProblems(await readTruth(join(acme, 'truth.yaml')), reports)).toEqual([])
})
