import { codeowners, firstSentence, packageName } from '@ai-census/repositories'
import { describe, expect, it } from 'vitest'
import { scanOne, temporaryFolder, writeFiles } from './testing/repository.ts'

describe('CODEOWNERS', () => {
  const ownerOf = codeowners(`# who answers for what
*                @acme/everyone
/src/            @acme/web  ada@acme.example # both
*.py             @acme/data
[Section][2] @acme/section
/src/generated/
`)
  it.each([
    ['README.md', '@acme/everyone'],
    ['src/a.ts', '@acme/web ada@acme.example'],
    ['src/a.py', '@acme/data'],
    ['src/generated/a.ts', null],
  ])('gives %s to the last line that matches', (path, owner) => expect(ownerOf(path)).toBe(owner))
})

describe('the purpose in a README', () => {
  it.each([
    ['# Shop\n\nSells shelves to people. And more.\n', 'Sells shelves to people.'],
    [
      '<p align="center">\n<img src="x">\n</p>\n\n# Shop\n[![ci](a)](b)\n\nThe **web** shop of [Acme](https://x.example/a.b)\n',
      'The web shop of Acme',
    ],
    [
      '---\ntitle: x\n---\n# T\n\n- [Menu](#a)\n- [Other](#b)\n\n> Note\n\nAnswers questions in Slack!',
      'Answers questions in Slack!',
    ],
    [
      'Title\n=====\n\nReads e.g. tickets of version 1.2 and answers. Yes.',
      'Reads e.g. tickets of version 1.2 and answers.',
    ],
    [
      '[Deutsch](a) | [Español](b) | [Français](c) | [日本語](d)\n\n· [Guidelines](#a)\n\nKeeps the books of a household.',
      'Keeps the books of a household.',
    ],
    ['# Only a heading\n', null],
    ['', null],
  ])('is its first sentence of prose', (text, sentence) => expect(firstSentence(text)).toBe(sentence))
})

describe("a package's name", () => {
  it.each([
    ['package.json', '{\n "name": "@acme/shop",\n "x": {"name": "y"}}', '@acme/shop'],
    ['package.json', '{"private": true}', null],
    [
      'pyproject.toml',
      '[build-system]\nname = "no"\n[project]\nversion = "1"\nname = "acme-shop"\n',
      'acme-shop',
    ],
    ['pyproject.toml', '[tool.x]\nname = "no"\n', null],
  ])('is read from %s', (path, text, name) => expect(packageName(path, text)).toBe(name))
})

describe('what a repository says of itself', () => {
  it('becomes claims of its scope, each with where it comes from', async () => {
    const folder = writeFiles(temporaryFolder(), {
      'ai-system.yaml':
        'name: Support bot\npurpose: Answers customers\nriskLevel: high\nbusinessOwner: Grace\nodd: {}\n',
      'catalog-info.yaml':
        'kind: Location\n---\nkind: Component\nmetadata: {name: bot}\nspec: {system: support, owner: group:default/care}\n',
      CODEOWNERS: '* @acme/care\n',
      'README.md': '# Bot\n\nAnswers questions about shelves.\n',
      'package.json': '{"name": "bot"}',
    })
    const { claims } = (await scanOne(folder)).scope
    expect(claims?.map(({ field, value, source }) => `${source} ${field}: ${value}`)).toEqual([
      'manifest system: Support bot',
      'manifest name: Support bot',
      'manifest purpose: Answers customers',
      'manifest business-owner: Grace',
      'manifest risk-level: high',
      'catalog system: support',
      'catalog name: bot',
      'catalog technical-owner: care',
      'codeowners technical-owner: @acme/care',
      'inference purpose: Answers questions about shelves.',
      'inference name: bot',
    ])
  })

  it('is silent where the files are broken', async () => {
    const folder = writeFiles(temporaryFolder(), {
      'ai-system.yaml': 'name: [unclosed\n',
      'catalog-info.yaml': '- just\n- a list\n',
      'package.json': 'no json',
    })
    expect((await scanOne(folder)).scope.claims ?? []).toEqual([])
  })
})
