/** The census of Acme against `tests/estates/acme/truth.yaml`, through the built program. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Finding, ScanOutput, type ScanReport } from '@ai-census/schema'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { materialiseAcme } from '../estates/acme/materialise.ts'
import { acme, cli, temporary } from '../support/cli.ts'

interface Place { file: string; line: number; text: string }
interface Expected { kind: string; supplier?: string; publisher?: string; model?: string; name?: string; grade: string; context?: string; cell?: number; at: Place[] }
interface Ignored { supplier?: string; model?: string; unlessContext?: string; contextNot?: string; why: string; at: Place[] }
interface Repository { folder: string; scope: string; suppliers: string[]; allowed?: string[]; found: Expected[]; ignored: Ignored[] }

const truth = parse(readFileSync(join(acme, 'truth.yaml'), 'utf8')) as { repositories: Repository[] }
const folder = temporary('acme')
let reports: ScanReport[] = []

beforeAll(async () => {
  const { repositories } = await materialiseAcme(folder.path, { estate: acme })
  const { stdout, stderr, code } = await cli(['scan', ...repositories, '--format', 'json', '--quiet'], { state: folder.path })
  expect(stderr).toBe('')
  expect(code).toBe(0)
  reports = ScanOutput.parse(JSON.parse(stdout)).reports
})
afterAll(() => folder[Symbol.dispose]())

const findingsOf = (repository: Repository): Finding[] => {
  const report = reports.find((r) => r.scope.key === repository.scope)
  expect(report, `a report for ${repository.scope}`).toBeDefined()
  return report?.findings ?? []
}

const ASIDE = new Set(['test', 'example', 'documentation'])

const at = (finding: Finding, place: Place, cell?: number): boolean =>
  finding.evidence.some(
    ({ location }) =>
      'path' in location &&
      location.path === place.file &&
      (Math.abs(location.startLine - place.line) <= 1 || (cell !== undefined && location.cell === cell)),
  )

describe.each(truth.repositories)('acme/$folder', (repository) => {
  it('is served by these suppliers and no others', () => {
    const named = new Set(findingsOf(repository).filter((f) => !ASIDE.has(f.context)).flatMap((f) => f.supplier ?? []))
    const may = new Set([...repository.suppliers, ...(repository.allowed ?? [])])
    expect(repository.suppliers.filter((supplier) => !named.has(supplier)), 'not found').toEqual([])
    expect([...named].filter((supplier) => !may.has(supplier)), 'named without reason').toEqual([])
  })

  it.each(repository.found.map((expected) => [`${expected.kind} ${expected.model ?? expected.name ?? expected.supplier}`, expected] as const))(
    'has %s, with its lines',
    (_, expected) => {
      const same = findingsOf(repository).filter(
        (f) =>
          f.kind === expected.kind &&
          (!expected.supplier || f.supplier === expected.supplier) &&
          (!expected.model || f.model?.id === expected.model) &&
          (!expected.name || f.name === expected.name),
      )
      expect(same.length, `no ${expected.kind} of ${expected.supplier} among ${findingsOf(repository).map((f) => f.key).join(', ')}`).toBeGreaterThan(0)
      expect(same.map((f) => f.grade)).toContain(expected.grade)
      if (expected.context) expect(same.map((f) => f.context)).toContain(expected.context)
      if (expected.publisher) expect(same.map((f) => f.model?.publisher)).toContain(expected.publisher)
      // A supplier's signs may be spread over its service, its library and its models.
      const speaks = findingsOf(repository).filter((f) => f.supplier === (expected.supplier ?? f.supplier))
      const unseen = expected.at.filter((place) => !speaks.some((f) => at(f, place, expected.cell)))
      expect(unseen, 'lines without evidence').toEqual([])
    },
  )

  it('says nothing false about what only tempts', () => {
    const false_ = repository.ignored.flatMap((ignored) =>
      findingsOf(repository)
        .filter((f) => !ignored.supplier || f.supplier === ignored.supplier)
        .filter((f) => !ignored.model || f.model?.id === ignored.model)
        .filter((f) => f.context !== ignored.unlessContext && f.context !== ignored.contextNot && f.context !== 'documentation')
        .flatMap((f) => ignored.at.filter((place) => at(f, place)).map((place) => `${f.key} (${f.context}) at ${place.file}:${place.line}, but ${ignored.why}`)),
    )
    expect(false_).toEqual([])
  })
})
