import { describe, expect, it } from 'vitest'
import { scan } from '../testing/repository.ts'

const key = 'knowledge-base:vector'

describe('extensions of a database', () => {
  it.each([
    ['db/init.sql', 'CREATE EXTENSION IF NOT EXISTS vector;'],
    ['db/init.sql', 'create extension "vector" schema public'],
    ['setup.py', 'op.execute("CREATE EXTENSION IF NOT EXISTS vector")'],
    ['setup.ts', 'await client.query("create extension if not exists vector;")'],
    ['db/migrate/1_add.rb', 'class Add < M\n  def change\n    enable_extension "vector"\n  end\nend\n'],
    ['db/migrate/2_add.rb', 'class Add < M\n  def change\n    enable_extension :vector\n  end\nend\n'],
    ['db/3.sql', "ALTER EXTENSION vector UPDATE TO '0.7.0';"],
  ])('that hold vectors are found in %s: %s', (path, text) => {
    expect(scan({ [path]: text }).keys).toEqual([key])
  })
  it.each([
    ['db/init.sql', '-- create extension vector'],
    ['db/init.sql', 'create extension if not exists pgcrypto; select vector from arrows;'],
    ['db/init.sql', 'create extension vectors_of_ours;'],
    ['app.py', 'print("no extension vector here")'],
  ])('that hold none are none in %s: %s', (path, text) => {
    expect(scan({ [path]: text }).keys).toEqual([])
  })
})
