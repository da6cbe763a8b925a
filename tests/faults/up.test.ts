import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { cli, printed, startCli, stopped, temporary } from '../support/cli.ts'

const folder = temporary('up')
afterAll(() => folder[Symbol.dispose]())

const dataFolder = (name: string) => join(folder.path, name)
const address = /(http:\/\/127\.0\.0\.1:(\d+))\/\S*/

describe('ai-census up', () => {
  it('takes another free port when its own is in use', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => taken.on('listening', resolve))
    const { port } = taken.address() as { port: number } // A TCP server's address has a port.
    const child = startCli(['up', '--no-scan', '--data', dataFolder('port'), '--port', String(port)], {
      state: folder.path,
    })
    const [, , other] = await printed(child, address)
    expect(Number(other)).not.toBe(port)
    expect(await stopped(child)).toBe(0)
    taken.close()
  })

  it('refuses a data folder that another process has, and says where that one serves', async () => {
    const first = startCli(['up', '--no-scan', '--data', dataFolder('lock'), '--port', '0'], {
      state: folder.path,
    })
    const [, url = ''] = await printed(first, address)
    const second = await cli(['up', '--no-scan', '--data', dataFolder('lock'), '--port', '0'], {
      state: folder.path,
    })
    expect(second.code).toBe(2)
    expect(second.stderr).toContain(url)
    expect(second.stderr.trim().split('\n')).toHaveLength(1)
    expect(await stopped(first)).toBe(0)
  })

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'stops cleanly at %s, and a folder whose process was killed opens again',
    async (signal) => {
      const data = dataFolder(`stop-${signal}`)
      const killed = startCli(['up', '--no-scan', '--data', data, '--port', '0'], { state: folder.path })
      await printed(killed, address)
      await stopped(killed, 'SIGKILL')
      const again = startCli(['up', '--no-scan', '--data', data, '--port', '0'], { state: folder.path })
      await printed(again, address)
      expect(await stopped(again, signal)).toBe(0)
    },
  )

  it('refuses a data folder that a newer version wrote', async () => {
    const data = dataFolder('newer')
    const first = startCli(['up', '--no-scan', '--data', data, '--port', '0'], { state: folder.path })
    await printed(first, address)
    await stopped(first)
    const files = await import('node:fs/promises')
    const [version] = (await files.readdir(data)).filter((name) => /version/i.test(name))
    expect(version, 'the data folder says which version wrote it').toBeDefined()
    const path = join(data, version ?? '')
    writeFileSync(path, (await files.readFile(path, 'utf8')).replace(/\d+/g, '999'))
    const { code, stderr } = await cli(['up', '--no-scan', '--data', data, '--port', '0'], {
      state: folder.path,
    })
    expect(code).toBe(2)
    expect(stderr).toMatch(/newer/)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })

  it('cannot write its data folder: one clear sentence', async () => {
    mkdirSync(folder.path, { recursive: true })
    writeFileSync(join(folder.path, 'a-file'), '')
    const { code, stderr } = await cli(
      ['up', '--no-scan', '--data', join(folder.path, 'a-file', 'x'), '--port', '0'],
      { state: folder.path },
    )
    expect(code).toBe(2)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })
})
