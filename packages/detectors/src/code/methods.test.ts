import { describe, expect, it } from 'vitest'
import { finding, places, scan } from '../testing/repository.ts'

const keys = (path: string, text: string) => scan({ [path]: text }).keys

describe('methods that search vectors', () => {
  it.each([
    [
      'src/Notes.cs',
      'using MongoDB.Driver;\nvar near = notes.Aggregate().VectorSearch(n => n.E, v, 10, options);',
      'knowledge-base:mongodb',
    ],
    [
      'src/Notes.cs',
      'using MongoDB.Driver;\nvar near = notes.Aggregate()\n  .VectorSearch<Note>(n => n.E, v, 10);',
      'knowledge-base:mongodb',
    ],
    [
      'convex/notes.ts',
      'import { action } from "./_generated/server"\nawait ctx.vectorSearch("notes", "by_e", { vector })',
      'knowledge-base:convex-vector',
    ],
    [
      'convex/schema.ts',
      "import { defineSchema, defineTable } from 'convex/server'\ndefineTable({}).vectorIndex('by_e', { vectorField: 'e' })",
      'knowledge-base:convex-vector',
    ],
  ])('are a store of knowledge where their module is imported: %s: %s', (path, text, key) => {
    expect(keys(path, text)).toContain(key)
  })

  it.each([
    ['src/Notes.cs', 'using Acme.Store;\nvar near = store.VectorSearch(v, 10);'],
    ['src/Notes.cs', 'using MongoDB.Driver;\n// notes.Aggregate().VectorSearch(n => n.E, v, 10);'],
    ['src/Notes.cs', 'using MongoDB.Driver.Acme1;\nvar near = VectorSearchOf(v);'],
    ['src/notes.ts', "import { store } from './store'\nawait store.vectorSearch('notes', v)"],
    [
      'src/notes.ts',
      "import { server } from './my_generated/server-side'\nawait store.vectorSearch('notes', v)",
    ],
  ])('are the program’s own elsewhere: %s: %s', (path, text) => {
    expect(keys(path, text)).toEqual([])
  })
})

describe('queries for vectors in the texts of programs', () => {
  it.each([
    [
      'near.go',
      'package near\n\nconst q = `SELECT id FROM notes ORDER BY VEC_COSINE_DISTANCE(e, ?) LIMIT 5`',
      'service:tidb-vector',
    ],
    [
      'Near.java',
      'class Near { String q = "SELECT id FROM notes ORDER BY VEC_DISTANCE_EUCLIDEAN(e, VEC_FromText(?))"; }',
      'service:mariadb-vector',
    ],
    ['near.py', 'db.execute("create virtual table near using vec0(e float[768])")', 'service:sqlite-vec'],
    [
      'ddl.go',
      'package ddl\n\nvar q = "CREATE VECTOR INDEX near ON notes(e) WITH (distance=l2, type=hnsw, lib=vsag)"',
      'service:oceanbase-vector',
    ],
    ['near.rb', 'execute "CREATE INDEX near ON notes USING hnsw (e vector_cosine_ops)"', 'service:pgvector'],
    [
      'near.ts',
      `await sql\`SELECT id FROM notes ORDER BY VEC_L2_DISTANCE(e, $\{v})\``,
      'service:tidb-vector',
    ],
    ['near.ts', 'await sql`CREATE EXTENSION IF NOT EXISTS vector`', 'knowledge-base:vector'],
  ])('name the database whose words they are: %s: %s', (path, text, key) => {
    expect(keys(path, text)).toContain(key)
  })

  it('stand on their line', () => {
    const text = 'const a = 1\nawait sql`\n  SELECT id FROM notes\n  ORDER BY VEC_L2_DISTANCE(e, 1)`\n'
    expect(places(finding({ 'near.ts': text }, 'service:tidb-vector'))[0]).toMatch(/^near\.ts:[2-4]$/)
  })

  it.each([
    ['near.py', 'def vector_distance(a, b):\n  return norm(a - b)\n\nvec_cosine_distance(a, b)'],
    ['Near.cs', 'var q = "SELECT VECTOR_DISTANCE(\'cosine\', @q, e) FROM notes";'],
    [
      'near.sql',
      'SELECT ours.vec_f32(e) FROM notes; -- CREATE INDEX near ON notes USING hnsw (e vector_l2_ops)',
    ],
    ['near.py', 'db.execute("select vec_distance_cosine(e, ?) from notes")'],
  ])('name none where several say the same: %s: %s', (path, text) => {
    expect(keys(path, text)).toEqual([])
  })
})
