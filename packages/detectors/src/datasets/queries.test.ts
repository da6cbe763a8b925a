import { loadCatalogue } from '@ai-census/signatures'
import { describe, expect, it } from 'vitest'
import { scan } from '../testing/repository.ts'
import { queriesIn } from './queries.ts'

const catalogue = loadCatalogue()
const cell = (source: string, metadata: object = {}) => ({
  cell_type: 'code',
  source,
  metadata,
  outputs: [],
})
const notebook = (...cells: object[]) =>
  JSON.stringify({ cells, metadata: { kernelspec: { language: 'python' } }, nbformat: 4 })

describe('what a database is asked in SQL', () => {
  it.each([
    ['models/tone.sql', 'select snowflake.cortex.sentiment(review) from reviews', 'snowflake-cortex'],
    ['setup.sql', 'CREATE OR REPLACE CORTEX SEARCH SERVICE docs ON text', 'snowflake-cortex'],
    [
      'etl.py',
      'rows = session.sql("SELECT AI_AGG(review, \'Main complaints?\') FROM reviews")',
      'snowflake-cortex',
    ],
    ['etl.py', 'notes.withColumn("tone", F.expr("ai_analyze_sentiment(note)"))', 'databricks'],
    ['Etl.java', 'class Etl { String q = "SELECT ai_query(\'ours\', note) FROM notes"; }', 'databricks'],
    [
      'churn.sql',
      "create or replace model shop.churn\noptions (model_type = 'logistic_reg') as select 1",
      'google-bigquery-ml',
    ],
    ['churn.sqlx', 'select * from ml . predict (model shop.churn, table shop.now)', null],
    ['churn.sqlx', 'select * from ML.PREDICT (\n  MODEL shop.churn, table shop.now)', 'google-bigquery-ml'],
    ['embed.sql', "select azure_openai.create_embeddings('small', body) from pages", 'azure-openai'],
  ])('%s: %s', (path, text, supplier) => {
    expect(scan({ [path]: text }).keys).toEqual(supplier === null ? [] : [`service:${supplier}`])
  })

  it('goes to the model that the call or the statement names', () => {
    const { keys } = scan({
      'a.sql': "select ai_complete('claude-sonnet-4-5', body), name from pages where kind = 'gpt-4o'",
      'b.sql':
        "create model shop.writer remote with connection `eu.ai` options (endpoint = 'gemini-2.0-flash');\nselect * from ml.generate_text(model shop.writer, table shop.pages)",
    })
    expect(keys).toContain('model:snowflake-cortex:claude-sonnet-4-5')
    expect(keys).toContain('model:google-bigquery-ml:gemini-2.0-flash')
    expect(keys.filter((key) => key.includes('gpt-4o'))).toEqual([])
  })

  it('is who serves a model that a setting names, where nobody else is reached', () => {
    const { keys } = scan({
      'config.py': "AGENT_MODEL = 'claude-sonnet-4-5'",
      'build.py': 'session.sql(f"SELECT SNOWFLAKE.CORTEX.COMPLETE(?, ?)", [config.AGENT_MODEL, text])',
    })
    expect(keys).toEqual(['model:snowflake-cortex:claude-sonnet-4-5', 'service:snowflake-cortex'])
  })

  it('is read in the cells of a notebook that are SQL', () => {
    const text = notebook(
      cell('import pandas as pd'),
      cell('select ai_filter(body) from pages', { language: 'sql' }),
      cell('%%bigquery scores\nselect * from ml.predict(model shop.churn, table shop.now)'),
      cell('%sql select ai_gen(body) from pages'),
    )
    const { findings } = scan({ 'pipeline.ipynb': text })
    expect(
      findings.map(({ key, evidence }) => [
        key,
        evidence[0] && 'path' in evidence[0].location ? evidence[0].location.cell : null,
      ]),
    ).toEqual([
      ['service:databricks', 4],
      ['service:google-bigquery-ml', 3],
      ['service:snowflake-cortex', 2],
    ])
  })

  it.each([
    ['views.sql', "-- select ai_query('ours', note)\n/* select ai_gen(note)\n from notes */ select 1"],
    ['views.sql', 'select shop.ai_query(note), my_ai_gen(note) from notes'],
    ['views.sql', "create table model (options text); insert into model values ('create')"],
    ['app.py', 'from shop import ml\n\nprint(ml.predict(model), ai_query(1))'],
    ['app.py', 'print("Create a model; its options (all) are below")'],
    ['app.ts', 'export const help = "ai_query is what we call it"'],
  ])('is nothing in %s: %s', (path, text) => {
    expect(scan({ [path]: text }).keys).toEqual([])
  })

  it('is looked for in linear time', () => {
    const started = performance.now()
    queriesIn('create model '.repeat(40_000), catalogue)
    queriesIn('/*'.repeat(200_000), catalogue)
    expect(performance.now() - started).toBeLessThan(15_000)
  })
})
