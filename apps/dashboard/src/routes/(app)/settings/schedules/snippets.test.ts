import { describe, expect, it } from 'vitest'
import { checkCommand, guides, scanCommand } from '../scanners.ts'
import { schedules } from './snippets.ts'

const collector = 'https://census.acme.example'

describe.each(guides.map((guide) => [guide.id, guide] as const))('what is shown for %s', (_, guide) => {
  it('reports to this collector, and holds the name of each secret and the value of none', () => {
    for (const { code } of schedules) {
      const text = code(guide, collector)
      expect(text).toContain(`${guide.scan} --collector ${collector}`)
      for (const name of ['AI_CENSUS_TOKEN', ...guide.secrets]) expect(text).toContain(name)
      expect(text.match(/(?:TOKEN|KEY)=(?!…)\S/)).toBeNull()
    }
  })

  it('puts the secrets into the environment and never into the arguments', () => {
    expect(scanCommand(guide, collector)).toMatch(/^(?:[A-Z_]+=… )+npx /)
    expect(scanCommand(guide, collector)).not.toContain('--token')
    if (guide.check) expect(checkCommand(guide)).toContain(guide.check)
  })
})

it('a scheduled job of GitHub Actions asks for no secret by a name that GitHub keeps for itself', () => {
  const actions = schedules.find(({ id }) => id === 'github-actions')
  const github = guides.find(({ id }) => id === 'github')
  expect(github && actions?.code(github, collector)).not.toMatch(/secrets\.GITHUB_/)
})
