import type { GitHubConfig } from '../config.ts'
import type { Home } from '../run-state.ts'
import type { Repository } from '../schema.ts'
import { pageOf } from '../state.ts'

/** The organisation's repositories by hundreds. A page that is as it was costs a request and no part of the rate. */
export async function* listRepositories({ api, state }: Home): AsyncGenerator<readonly Repository[]> {
  for (let number = 1; ; number++) {
    const kept = pageOf(state, number)
    const known = kept.get()
    const fresh = await api.repositories(number, known?.etag ?? null)
    if (fresh?.etag)
      kept.set({ etag: fresh.etag, isLast: fresh.isLast, repositories: [...fresh.repositories] })
    const page = fresh ?? known
    if (!page) throw new Error('GitHub says that a page is unchanged which nobody knows.')
    yield page.repositories
    if (page.isLast) return
  }
}

/** Which repositories are to be read. A disabled one cannot be. */
export const chosenOf = (
  { archived, fork, is_template, disabled }: Repository,
  wanted: Pick<GitHubConfig, 'archived' | 'forks' | 'templates'>,
): boolean =>
  !disabled && (wanted.archived || !archived) && (wanted.forks || !fork) && (wanted.templates || !is_template)
