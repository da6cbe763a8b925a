import { afterEach, describe, expect, it } from 'vitest'
import { createPool, type Executor, workerEntry } from './executor.ts'

const settings = { fingerprintKey: 'a key for tests only', maxFileBytes: 2 ** 20 }

/** A worker that hangs on a file called `hang`, dies of one called `die`, and answers for all others. */
const moody = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort } from 'node:worker_threads'
    parentPort.on('message', ({ paths }) => {
      if (paths.includes('die')) throw new RangeError('no such place: ' + paths)
      while (paths.includes('hang'));
      parentPort.postMessage(paths.map((path) => JSON.stringify({ context: path })))
    })`)}`,
)

let pool: Executor | undefined
afterEach(() => pool?.close())

describe('a pool of threads', () => {
  it('reads on when a file hangs or kills its thread, and names that file alone', async () => {
    pool = createPool(moody, 2, settings, 1500)
    const run = (paths: string[]) => pool?.run({ type: 'disk', root: '/', paths })
    const results = await Promise.all([run(['a', 'hang', 'b']), run(['c', 'die']), run(['d'])])
    expect(JSON.stringify(results)).not.toContain('no such place')
    expect(results.map((files) => files?.map((file) => file && JSON.parse(file)))).toEqual([
      [{ context: 'a' }, { unknowns: [expect.objectContaining({ reason: 'too-slow' })] }, { context: 'b' }],
      [
        { context: 'c' },
        // What the error says may be a text of the file: its kind alone is told.
        {
          unknowns: [
            { reason: 'unavailable', detail: expect.stringMatching(/^Reading the file failed \(RangeError/) },
          ],
        },
      ],
      [{ context: 'd' }],
    ])
  })

  it('knows where its threads start from', () => {
    expect(workerEntry()?.pathname).toMatch(/src\/worker\.ts$/)
  })
})
