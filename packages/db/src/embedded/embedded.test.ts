import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Database, openDatabase } from '../client.ts'
import { snapshotFile } from '../testing/index.ts'
import { DurableFs, durableParameters } from './durable-fs.ts'

describe('a commit on the embedded database', () => {
  it('is flushed to the disk before it is acknowledged', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ai-census-flush-'))
    const fs = new DurableFs(folder)
    const snapshot = new Blob([readFileSync(await snapshotFile())])
    const server = await PGlite.create({
      fs,
      extensions: { pg_trgm },
      startParams: durableParameters,
      loadDataDir: snapshot,
    })
    const before = fs.flushes
    for (let i = 0; i < 10; i++) await server.exec(`update head set position = ${i} where name = 'ledger'`)
    expect(fs.flushes - before).toBeGreaterThanOrEqual(10)
    await server.close()
    rmSync(folder, { recursive: true })
  })
})

describe('the embedded database', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ai-census-embedded-'))
  let database: Database
  beforeAll(async () => {
    database = await openDatabase({ folder, snapshot: await snapshotFile() })
  })
  afterAll(async () => {
    await database.close()
    rmSync(folder, { recursive: true })
  })

  it('is set to flush every commit', async () => {
    const { rows } = await database.pool.query(
      `select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes') order by 1`,
    )
    expect(rows.map(({ setting }) => setting)).toEqual(['on', 'on', 'on'])
  })

  it('refuses a second opening of its folder', async () => {
    await expect(openDatabase({ folder })).rejects.toThrow(`in use by process ${process.pid}`)
  })

  it('keeps what was written when it is closed and opened again', async () => {
    await database.pool.query(`create table note (text text); insert into note values ('kept')`)
    await database.close()
    database = await openDatabase({ folder })
    expect((await database.pool.query('select text from note')).rows).toEqual([{ text: 'kept' }])
  })

  it('refuses a folder of a newer version, and lets go of it', async () => {
    const newer = mkdtempSync(join(tmpdir(), 'ai-census-newer-'))
    writeFileSync(join(newer, 'version.json'), '{"format":99}')
    await expect(openDatabase({ folder: newer })).rejects.toThrow(
      'was written by a newer AI Census (format 99',
    )
    writeFileSync(join(newer, 'version.json'), 'nonsense')
    await expect(openDatabase({ folder: newer })).rejects.toThrow('version.json is damaged')
    rmSync(newer, { recursive: true })
  })

  it('says in one sentence when a server cannot be reached, and keeps the password to itself', async () => {
    const refused = openDatabase({ url: 'postgres://me:secret@127.0.0.1:1/census' })
    await expect(refused).rejects.toThrow('The database at postgres://127.0.0.1:1/census cannot be reached')
    await expect(refused).rejects.not.toThrow('secret')
  })
})
