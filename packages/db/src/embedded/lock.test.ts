import { spawn } from 'node:child_process'
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { OperatorError } from '../errors.ts'
import { folderOwner, lockFolder } from './lock.ts'
import { startOf } from './process.ts'

describe('the lock of a data folder', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ai-census-lock-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const leave = (owner: object) => writeFileSync(join(folder, 'lock'), JSON.stringify(owner))
  const self = () => ({ pid: process.pid, host: hostname(), start: startOf(process.pid) })

  it('is refused while its owner lives, with the address to go to', () => {
    const lock = lockFolder(folder)
    lock.announce('http://127.0.0.1:7420')
    expect(() => lockFolder(folder)).toThrow(OperatorError)
    expect(() => lockFolder(folder)).toThrow(
      `The data folder ${folder} is in use by process ${process.pid} on ${hostname()}; AI Census already runs at http://127.0.0.1:7420.`,
    )
    expect(folderOwner(folder)).toMatchObject({ pid: process.pid, url: 'http://127.0.0.1:7420' })
    lock.release()
  })

  it('leaves nothing behind when it is released', () => {
    lockFolder(folder).release()
    expect(readdirSync(folder)).toEqual([])
    expect(folderOwner(folder)).toBeNull()
  })

  it('is taken over from a process that died', async () => {
    const child = spawn(process.execPath, ['-e', ''])
    await new Promise((resolve) => child.once('exit', resolve))
    leave({ ...self(), pid: child.pid })
    lockFolder(folder).release()
  })

  it('is taken over from a dead process whose number another one has now', () => {
    leave({ ...self(), start: 'another-boot:1' })
    lockFolder(folder).release()
  })

  it('is taken over when its text is torn', () => {
    writeFileSync(join(folder, 'lock'), '{"pid":1')
    lockFolder(folder).release()
  })

  it('is held by another machine while its heart beats, and no longer', () => {
    leave({ ...self(), host: 'another-machine' })
    expect(() => lockFolder(folder)).toThrow('another-machine')
    const longAgo = new Date(Date.now() - 60_000)
    utimesSync(join(folder, 'lock'), longAgo, longAgo)
    lockFolder(folder).release()
  })

  it('is not released by who lost it', () => {
    const lock = lockFolder(folder)
    leave({ ...self(), pid: 1 })
    lock.release()
    expect(existsSync(join(folder, 'lock'))).toBe(true)
    expect(JSON.parse(readFileSync(join(folder, 'lock'), 'utf8')).pid).toBe(1)
  })
})
