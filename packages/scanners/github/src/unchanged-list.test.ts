import { join } from 'node:path'
import { temporaryFolder } from '@ai-census/repositories/testing'
import { collectReports } from '@ai-census/scanner-kit/testing'
import { describe, expect, it } from 'vitest'
import { createGitHubScanner } from './index.ts'
import { organisation, repository } from './testing/organisation.ts'
import { type StandInRepository, startGitHubStandIn } from './testing/stand-in.ts'

const NOW = Date.parse('2026-11-26T12:00:00Z')
const PAGES = 3
const many = () =>
  Array.from({ length: 250 }, (_, i) => repository(i + 1, `service-${String(i + 1).padStart(3, '0')}`))

/** Two looks with something between them: how often each list of repositories was asked for at the second. */
async function secondLook(change: (all: StandInRepository[]) => StandInRepository[], hours = 1) {
  const data = organisation(many(), Object.fromEntries(many().map(({ node_id }) => [node_id, null])))
  await using provider = await startGitHubStandIn({ data })
  const config = {
    ...provider.config,
    repositorySettings: false,
    cacheFolder: join(temporaryFolder(), 'cache'),
  }
  const look = (now: number) =>
    collectReports(
      createGitHubScanner({
        clock: { now: () => 0, sleep: async () => undefined },
        retryMs: 1,
        now: () => now,
      }),
      config,
    )
  await look(NOW)
  const before = provider.requests.length
  data.repositories = change(data.repositories)
  data.organisation = { ...data.organisation, total_private_repos: data.repositories.length }
  const reports = await look(NOW + hours * 3_600_000)
  const lists = provider.requests.slice(before).filter(({ path }) => path === '/orgs/acme/repos')
  return {
    lists: lists.length,
    keys: reports.map(({ scope }) => scope.key).filter((key) => key.startsWith('git:')),
  }
}

describe('the list of an organisation', () => {
  it('that is as it was costs two requests, and every repository is looked at all the same', async () => {
    const { lists, keys } = await secondLook((all) => all)
    expect(lists).toBe(2)
    expect(keys).toHaveLength(250)
  })

  it.each([
    [
      'a name',
      (all: StandInRepository[]) =>
        all.map((one) =>
          one.id === 200
            ? {
                ...one,
                full_name: 'acme/zebra',
                html_url: 'https://github.com/acme/zebra',
                updated_at: '2026-11-26T00:00:00Z',
              }
            : one,
        ),
      250,
    ],
    ['what is gone', (all: StandInRepository[]) => all.filter(({ id }) => id !== 120), 249],
  ] as const)('is asked for as a whole when %s has changed', async (_, change, left) => {
    const { lists, keys } = await secondLook(change)
    expect(lists).toBe(2 + PAGES)
    expect(keys).toHaveLength(left)
  })

  it('is asked for as a whole once a day', async () => {
    expect((await secondLook((all) => all, 24)).lists).toBe(2 + PAGES)
  })
})
