import { describe, expect, it } from 'vitest'
import { finding, scan } from '../testing/repository.ts'

const cell = (source: string, type = 'code', outputs: unknown[] = []) => ({
  cell_type: type,
  source: source.split(/(?<=\n)/),
  outputs,
})
const notebook = (...cells: unknown[]) => JSON.stringify({ cells, nbformat: 4 })

describe('notebooks', () => {
  const file = {
    'work/a.ipynb': notebook(
      cell('# About openai\nimport openai in prose', 'markdown'),
      cell('!pip install -q anthropic\n%matplotlib inline\nimport anthropic\n'),
      cell(
        'client = anthropic.Anthropic()\nclient.messages.create(\n  model="claude-3-haiku-20240307",\n)\n',
        'code',
        [{ text: ['see https://api.openai.com/v1/x'] }],
      ),
    ),
  }
  it('count code cells from 1 and lines within the cell', () => {
    expect(finding(file, 'model:anthropic:claude-3-haiku-20240307').evidence[0]!.location).toEqual({
      path: 'work/a.ipynb',
      startLine: 3,
      cell: 2,
    })
    expect(
      finding(file, 'library:pypi:anthropic').evidence.map(({ location, method }) => [
        method,
        'cell' in location && location.cell,
        'startLine' in location && location.startLine,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ['manifest', 1, 1],
        ['import', 1, 3],
        ['call', 2, 1],
      ]),
    )
  })
  it('take nothing from prose and outputs', () => {
    expect(scan(file).findings.map(({ supplier }) => supplier)).not.toContain('openai')
  })
  it.each([
    ['!pip install \\\n  openai \\\n  flask\nimport os\n', 2],
    ['%%bash\npip install openai\n', 2],
    ['!{sys.executable} -m pip install openai\n', 1],
  ])('fetch what their commands say: %s', (source, line) => {
    const found = finding({ 'a.ipynb': notebook(cell('x = 1\n'), cell(source)) }, 'library:pypi:openai')
    expect(found.evidence.map(({ location }) => location)).toEqual([
      { path: 'a.ipynb', startLine: line, cell: 2 },
    ])
  })
  it('fetch nothing by what they only say', () => {
    const text = notebook(
      cell('# pip install groq\nhelp = "pip install groq"\n'),
      cell('%%html\npip install groq\n'),
    )
    expect(scan({ 'a.ipynb': text }).keys).toEqual([])
  })
  it('that are no JSON are an unknown', () => {
    expect(scan({ 'a.ipynb': '{"cells": [ openai' }).unknowns).toMatchObject([{ reason: 'malformed' }])
  })
  it('in C# are read as C#, with the packages that they reference', () => {
    const cell = (source: string) => ({ cell_type: 'code', source })
    const text = JSON.stringify({
      cells: [
        cell('#r "nuget: Azure.AI.OpenAI, 1.0.0-beta.6"\nusing Azure.AI.OpenAI;'),
        cell('var client = new OpenAIClient(new Uri(address), key);'),
      ],
      metadata: { kernelspec: { display_name: '.NET (C#)', language: 'C#', name: '.net-csharp' } },
    })
    expect(scan({ 'explain.ipynb': text }).findings).toMatchObject([
      { key: 'library:nuget:azure.ai.openai', supplier: 'azure-openai', grade: 'configured' },
      { key: 'service:azure-openai' },
    ])
  })
})
