import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createClient } from '@ai-census/api/client'
import { type Collector, startCollector } from '@ai-census/collector'
import { openTestDatabase, type TestDatabase } from '@ai-census/db/testing'
import { catalogueFrom, FORM_VERSION } from '@ai-census/signatures'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cli, root, temporary } from '../support/cli.ts'

const folder = temporary('audit')
const file = (name: string) => join(folder.path, name)
let database: TestDatabase
let collector: Collector

beforeAll(async () => {
  database = await openTestDatabase('postgres')
  await database.empty()
  collector = await startCollector({
    databaseUrl: database.url ?? '',
    dataFolder: folder.path,
    port: 0,
    catalogue: catalogueFrom({ form: FORM_VERSION, hash: '', suppliers: {} }),
  })
  await register('Shop', 'Bot 🤖 of "Zoë"\u2028\n', 'Third')
})
afterAll(async () => {
  await collector.close()
  await database.close()
  folder[Symbol.dispose]()
})

/** Decisions of systems that nothing has discovered yet. */
async function register(...names: string[]): Promise<void> {
  const { operatorToken } = JSON.parse(readFileSync(file('collector.json'), 'utf8'))
  const client = createClient({ baseUrl: collector.url, token: operatorToken })
  for (const name of names) {
    const { response } = await client.POST('/api/v1/decisions', {
      body: {
        body: {
          type: 'register',
          system: `sys_${name.length}`,
          groupKeys: [],
          anchors: [],
          fields: { name },
        },
      },
    })
    expect(response.status).toBe(201)
  }
}

const audit = (...args: string[]) =>
  cli(['audit', ...args, '--data', folder.path], { state: folder.path, cwd: root })
const exported = async (): Promise<string> => {
  await audit('export-log', '--output', file('log.ndjson'))
  return readFileSync(file('log.ndjson'), 'utf8')
}

/** The document's rules once more, by other means than the program's own. */
function hashByHand(line: string): string {
  const sorted = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(sorted)
      : value !== null && typeof value === 'object'
        ? Object.fromEntries(
            Object.keys(value)
              .toSorted()
              .map((key) => [key, sorted((value as Record<string, unknown>)[key])]), // any object may be read so
          )
        : value
  const { hash: _hash, ...rest } = JSON.parse(line)
  return createHash('sha256')
    .update(JSON.stringify(sorted(rest)))
    .digest('hex')
}

describe('ai-census audit', () => {
  it('notes a head, and finds everything intact under it later', async () => {
    const { code, stderr } = await audit('head', '--output', file('head.json'))
    expect([code, stderr]).toEqual([0, expect.stringContaining('Decision 3, position 3 of the ledger.')])
    await register('One more')
    const verified = await audit('verify', '--head', file('head.json'))
    expect([verified.code, verified.stdout]).toEqual([
      0,
      expect.stringMatching(
        /^Intact: 4 decisions, the last is 4:[0-9a-f]{64}\.\nNothing changed .*position 3/,
      ),
    ])
  })

  it('exports a log that anybody can verify by the document alone', async () => {
    const text = await exported()
    const lines = text.trimEnd().split('\n')
    expect(lines).toHaveLength(4)
    let previous = '0'.repeat(64)
    for (const line of lines) {
      const row = JSON.parse(line)
      expect([hashByHand(line), row.previous]).toEqual([row.hash, previous])
      previous = row.hash
    }
  })

  const python = ['/usr/bin/python3', '/usr/local/bin/python3'].find((path) => existsSync(path))
  it.skipIf(!python)('documents a program of other people’s that verifies it', async () => {
    const document = readFileSync(join(root, 'docs/operations/audit.md'), 'utf8')
    const program = /```python\n(.*?)```/s.exec(document)?.[1] ?? ''
    const text = await exported()
    writeFileSync(file('verify.py'), program)
    const run = (log: string, ...args: string[]) => {
      writeFileSync(file('theirs.ndjson'), log)
      return execFileSync(python ?? '', [file('verify.py'), file('theirs.ndjson'), ...args], {
        encoding: 'utf8',
        stdio: 'pipe',
      })
    }
    const head = JSON.parse(readFileSync(file('head.json'), 'utf8'))
    const short = `${head.sequence}:${head.hash}`
    expect(run(text, short)).toMatch(/^this is the decision that the head names\nintact: 4 decisions/)
    const lines = text.trimEnd().split('\n')
    expect(run(`${lines.slice(0, 2).join('\n')}\n`, short)).not.toContain('the head names')
    expect(() => run(text.replace('Shop', 'Shed'))).toThrow('broken at line 1: changed')
    expect(() => run(`${lines.toSpliced(1, 1).join('\n')}\n`)).toThrow('broken at line 2')
  })

  it.each([
    ['a changed word', (log: string) => log.replace('Shop', 'Shed'), 1, 'changed'],
    ['a line less', (log: string) => log.split('\n').toSpliced(1, 1).join('\n'), 2, 'removed'],
    ['a line twice', (log: string) => `${log.split('\n')[0]}\n${log}`, 1, 'inserted'],
    [
      'lines in another order',
      (log: string) => log.split('\n').slice(0, 4).toReversed().join('\n'),
      1,
      'reordered',
    ],
    [
      'an end that is cut off',
      (log: string) => `${log.split('\n').slice(0, 2).join('\n')}\n`,
      3,
      'truncated',
    ],
    ['nothing at all', () => '', 1, 'truncated'],
    ['another spelling', (log: string) => log.replace('{"at"', '{ "at"'), undefined, 'unreadable'],
    [
      'a second meaning',
      (log: string) => log.replace('"author":', '"author":"ada","author":'),
      undefined,
      'unreadable',
    ],
    ['half a line', (log: string) => log.slice(0, -40), undefined, 'unreadable'],
  ])('finds in a file, without any collector: %s', async (_, change, sequence, type) => {
    writeFileSync(file('changed.ndjson'), change(await exported()))
    const { code, stdout } = await audit(
      'verify',
      '--file',
      file('changed.ndjson'),
      '--head',
      file('head.json'),
      '--json',
    )
    const outcome = JSON.parse(stdout)
    expect([code, outcome.ok]).toEqual([1, false])
    expect(outcome.faults).toContainEqual(
      expect.objectContaining({ type, ...(sequence === undefined ? {} : { sequence }) }),
    )
  })

  it('checks an exported ledger against the head, and `sha256sum` would give the same', async () => {
    await audit('export-log', '--ledger', '--output', file('ledger.ndjson'))
    const verify = () => audit('verify', '--ledger', file('ledger.ndjson'), '--head', file('head.json'))
    expect((await verify()).code).toBe(0)
    const ledger = readFileSync(file('ledger.ndjson'), 'utf8')
    const head = JSON.parse(readFileSync(file('head.json'), 'utf8'))
    const first = ledger
      .split('\n')
      .slice(0, head.ledger.events)
      .map((line) => `${line}\n`)
      .join('')
    expect(createHash('sha256').update(first).digest('hex')).toBe(head.ledger.hash)
    writeFileSync(file('ledger.ndjson'), ledger.replace('"sequence":2', '"sequence":7'))
    const { code, stdout } = await verify()
    expect([code, stdout]).toEqual([
      1,
      expect.stringContaining('BROKEN: What the ledger held until position 3'),
    ])
  })

  it('draws a sample, takes conclusions, and draws it again', async () => {
    const { stdout } = await audit('sample', 'draw', 'systems', '--size', '2', '--seed', 'by lot', '--json')
    const { id } = JSON.parse(stdout)
    expect((await audit('sample', 'conclude', id, '1', 'ok')).stdout).toContain(
      '1 of 2 rows are not concluded',
    )
    const second = await audit('sample', 'conclude', id, '2', 'error', '--note', 'nobody uses it')
    expect(second.stdout).toContain('1 of 2 looked at were')
    expect((await audit('sample', 'show', id)).stdout).toContain('seed by lot')
    expect((await audit('sample', 'list')).stdout).toContain(`${id}  `)
    expect((await audit('sample', 'redraw', id)).code).toBe(0)
  })

  it('says what changed since a date, why there is no estimate, and packs the evidence', async () => {
    expect((await audit('diff', '--from', '2020-01-01', '--type', 'system')).stdout).toContain(
      'added    system     Shop',
    )
    expect((await audit('completeness')).stdout).toContain('No estimate: Nothing has been looked at yet.')
    expect((await audit('pack', '--output', file('pack.zip'))).code).toBe(0)
    expect(readFileSync(file('pack.zip')).subarray(0, 2).toString()).toBe('PK')
  })

  it('ends with 1 and names the first bad decision when somebody changed the database', async () => {
    await database.pool.query(`
      alter table decision disable trigger user;
      update decision set author = 'mallory' where sequence = 2;
      alter table decision enable trigger user`)
    const { code, stdout } = await audit('verify')
    expect([code, stdout.split('\n')[0]]).toEqual([1, 'BROKEN: Decision 2 was changed after it was written.'])
    const { stdout: json } = await audit('verify', '--json')
    expect(JSON.parse(json).firstBad).toMatchObject({ type: 'changed', sequence: 2 })
  })

  it('tells a wrong call from a collector that is away', async () => {
    const away = await cli(['audit', 'verify', '--collector', 'http://127.0.0.1:9'], { state: folder.path })
    expect([away.code, away.stderr]).toEqual([3, expect.stringContaining('does not answer')])
    expect((await audit('verify', '--head', 'nothing.json')).code).toBe(2)
    expect((await audit('verify', '--file', 'nothing.ndjson')).code).toBe(2)
    expect((await audit('sample', 'show', 'nothing')).code).toBe(2)
  })
})
