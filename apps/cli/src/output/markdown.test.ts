import { describe, expect, it } from 'vitest'
import { baselineOf } from '../baseline/baseline.ts'
import { compare } from '../baseline/compare.ts'
import { renderMarkdown } from './markdown.ts'
import { everything, evidence, finding, report } from './testing.ts'

const markdown = (...args: Parameters<typeof report>) =>
  renderMarkdown({ reports: [report(...args)], comparison: null })

describe('Markdown for a pull request', () => {
  it('is as it was', async () => {
    const before = baselineOf([report([finding('library:pypi:openai'), finding('service:old')])])
    const complete = { ...everything(), coverage: { status: 'complete' as const }, unknowns: [] }
    await expect(renderMarkdown({ reports: [everything()], comparison: null })).toMatchFileSnapshot(
      './__golden__/scan.md',
    )
    await expect(
      renderMarkdown({ reports: [complete], comparison: compare([complete], before) }),
    ).toMatchFileSnapshot('./__golden__/scan-beside-baseline.md')
  })

  it.each([
    '</details><img src=x onerror=alert(1)>',
    '[click](http://evil.example) ![](http://evil.example/x.png)',
    '`` a | b ` c',
    '@acme/everyone #1 <b>\n# Heading\n| a |',
    '\\| x \\',
  ])('shows what a repository calls itself as text and nothing else: %j', (name) => {
    const text = markdown([
      finding('service:x', { name, supplier: null, supplierName: name, evidence: [evidence(name, 1)] }),
      finding(`service:${name}`, {
        suppression: { by: 'path', status: 'active', reason: name, place: name },
      }),
    ])
    // With every code span and our own links taken out, only our own words are left.
    const left = text.replace(/(?<!`)(`+)(?!`)(.*?)(?<!`)\1(?!`)/g, '').replace(/\(<https:[^\s<>]*>\)/g, '')
    expect(left).not.toMatch(/evil|onerror|everyone|Heading|<b>|<img/)
    // No bar of a name ends a cell.
    const rows = text.split('\n').filter((line) => line.startsWith('| '))
    for (const row of rows) expect(row.replaceAll('\\|', '').split('|')).toHaveLength(7)
  })

  it('stays short, however much there is', () => {
    const many = Array.from({ length: 5000 }, (_, n) => finding(`library:npm:p${n}`, { kind: 'library' }))
    expect(markdown(many).length).toBeLessThan(65_536)
  })
})
