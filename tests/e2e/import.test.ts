/** A governance owner brings the register that the organisation has, with the built program. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { workbookOf } from '@ai-census/register-import/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { cli, printed, root, startCli, stopped, temporary } from '../support/cli.ts'

const folder = temporary('import')
const at = (name: string): string => join(folder.path, name)
const run = (...args: string[]) =>
  cli([...args, '--data', at('data')], { state: folder.path, env: { AI_CENSUS_CWD: folder.path } })

let up: ReturnType<typeof startCli>
beforeAll(async () => {
  up = startCli(['up', '--data', at('data'), '--port', '0'], { state: folder.path })
  await printed(up, /Press Ctrl-C/, 150_000)
  writeFileSync(
    at('register.xlsx'),
    workbookOf([
      { name: 'Read me', rows: [['Ask Ada'], ['before you change this']] },
      {
        name: 'Register',
        rows: [
          ['AI register of Acme'],
          null,
          ['ID', 'AI system', 'Owner', 'Risk', 'Next review', 'Notes'],
          [1, 'Support bot', 'Ada', 'High', { xml: '<c r="E4" s="1"><v>46508</v></c>' }, 'since 2024'],
          [2, 'Invoice reader', 'Ben', 'Amber', '03/04/2027'],
        ],
      },
    ]),
  )
})
afterAll(async () => {
  if (up) await stopped(up)
  folder[Symbol.dispose]()
})

it('a dry run shows the mapping, the matches and what is wrong, and writes nothing', async () => {
  const { code, stdout } = await run('import', 'register.xlsx', '--dry-run')
  expect(code).toBe(3)
  expect(stdout).toMatch(/sheet “Register”: 2 rows/)
  expect(stdout).toMatch(/D {2}Risk +riskLevel +certain/)
  expect(stdout).toMatch(/F {2}Notes +\(kept\)/)
  expect(stdout).toMatch(/row 4 {2}Support bot {2}match = acme\/support-bot/)
  expect(stdout).toContain('D (Risk) “Amber” is no level of the scale.')
  expect(stdout).toContain('Nothing is written: this was a dry run. 1 row is left out.')
})

it('nobody is asked where nobody is there', async () => {
  const { code, stderr } = await run('import', 'register.xlsx')
  expect([code, stderr]).toEqual([2, expect.stringContaining('--yes writes without asking')])
})

it('a mapping says what it means, and importing it twice writes once', async () => {
  writeFileSync(
    at('mapping.json'),
    JSON.stringify({ dates: 'day-first', values: { riskLevel: { Amber: 'medium' } } }),
  )
  const first = await run('import', 'register.xlsx', '--mapping', 'mapping.json', '--yes')
  expect([first.code, first.stdout]).toEqual([0, expect.stringContaining('Written: 2 decisions.')])
  const second = await run(
    'import',
    'register.xlsx',
    '--mapping',
    'mapping.json',
    '--yes',
    '--format',
    'json',
  )
  expect(second.code).toBe(0)
  expect(JSON.parse(second.stdout)).toMatchObject({
    confirmed: true,
    import: { decisions: { count: 0 } },
    plan: { summary: { outcomes: { unchanged: 2 } }, rows: [{ kept: { Notes: 'since 2024' } }, {}] },
  })
})

it('a file that is none is refused in one sentence', async () => {
  writeFileSync(at('page.csv'), '<!doctype html>')
  writeFileSync(at('bad.json'), '{"columns": {"A": "colour"}}')
  const page = await run('import', 'page.csv', '--yes')
  expect([page.code, page.stderr.trim().split('\n')]).toEqual([2, [expect.stringContaining('a web page')]])
  const missing = await run('import', 'none.csv', '--yes')
  expect([missing.code, missing.stderr]).toEqual([2, expect.stringContaining('cannot read')])
  const mapping = await run('import', 'register.xlsx', '--mapping', 'bad.json', '--yes')
  expect([mapping.code, mapping.stderr]).toEqual([2, expect.stringContaining('columns.A')])
})

it('the example of the documentation is what it says', async () => {
  const page = readFileSync(join(root, 'docs', 'register-import.md'), 'utf8')
  const [, mapping = ''] = /```json\n([\s\S]+?)```/.exec(page) ?? []
  writeFileSync(at('documented.json'), mapping)
  writeFileSync(
    at('documented.csv'),
    'System,Contact person,Status,Risk,Next review\nA,Ada,Go,Amber,03/04/2027\nB,Ben,Go,none,\nC,Cy,Stop,low,\nD,Di,Stop,low,\n',
  )
  const { stdout } = await run(
    'import',
    'documented.csv',
    '--mapping',
    'documented.json',
    '--dry-run',
    '--format',
    'json',
  )
  const { plan } = JSON.parse(stdout)
  expect(plan.rows.map((row: { outcome: string }) => row.outcome)).toEqual([
    'create',
    'create',
    'skip',
    'create',
  ])
  expect(plan.rows[0].changes).toEqual(
    expect.arrayContaining([
      { field: 'businessOwner', from: null, to: 'Ada' },
      { field: 'riskLevel', from: null, to: 'medium' },
      { field: 'nextReview', from: null, to: '2027-04-03' },
    ]),
  )
})
