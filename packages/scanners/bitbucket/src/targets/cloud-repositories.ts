import { type HostedRepository, hostClaims, isWithinDays, knownCommit } from '@ai-census/repositories/hosts'
import type { BitbucketConfig } from '../config.ts'
import { needs } from '../needs.ts'
import type { Home } from '../run-state.ts'
import { Repository } from '../schema.ts'

const FIELDS = [
  'uuid',
  'full_name',
  'description',
  'updated_on',
  'mainbranch.name',
  'parent.full_name',
  'links.html.href',
]

/** All repositories of a workspace, by hundreds; what is made meanwhile comes last, and moves nothing. */
export const listRepositories = (workspace: string, { api }: Home): AsyncGenerator<readonly Repository[]> =>
  api.pages(`/repositories/${encodeURIComponent(workspace)}`, Repository, needs.repositories, {
    sort: 'created_on',
    fields: ['next', ...FIELDS.map((field) => `values.${field}`)].join(','),
  })

export function toRepository(
  one: Repository,
  home: Home,
  { settingsDays }: Pick<BitbucketConfig, 'settingsDays'>,
): HostedRepository {
  const known = { id: one.uuid, mark: markOf(one, home.now()), branch: one.mainbranch?.name ?? null }
  const isFresh = ({ askedAt }: { askedAt: number }) =>
    isWithinDays(askedAt, home.now(), settingsDays, known.id)
  return {
    ...known,
    title: one.full_name,
    url: one.links.html.href,
    gitUrl: `${home.gitRoot}/${one.full_name}.git`,
    // Without a main branch there is nothing that git would call the head.
    commit: one.mainbranch ? knownCommit(home.state, known, isFresh) : null,
    claims: hostClaims(one.description, false),
  }
}

/** Bitbucket notes an update some time after the push. */
const SETTLED_MS = 10 * 60_000

/** Changes with a push, and with much else. Of an update that is just noted git is asked. */
function markOf({ updated_on: at }: Repository, now: number): string | null {
  if (!at) return null
  return now - Date.parse(at) > SETTLED_MS ? at : null
}
