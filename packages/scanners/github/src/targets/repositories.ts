import { createHash } from 'node:crypto'
import type { GitHubConfig } from '../config.ts'
import type { Home } from '../run-state.ts'
import type { Organisation, Repository } from '../schema.ts'
import { type Front, type KnownPage, pageOf, type Sweep, sweepOf } from '../state.ts'

type Pages = AsyncGenerator<readonly Repository[]>

const PER_PAGE = 100
/** All pages are asked for once a day at the least. */
const SWEEP_MS = 24 * 3_600_000

/**
 * The organisation's repositories by hundreds. Where the first pages by push and by change are as they were, and the
 * organisation counts as many repositories, all other pages are as they were too: two requests instead of one a
 * hundred (ADR 101). A page that is as it was costs a request and no part of the rate.
 */
export async function* listRepositories(home: Home, organisation: Organisation): Pages {
  const total = countOf(organisation)
  const fronts = total !== null && total > 2 * PER_PAGE ? await frontsOf(home) : null
  const kept = fronts && total !== null ? unchangedPages(home, total, fronts) : null
  if (kept) {
    for (const { repositories } of kept) yield repositories
    return
  }
  const at = home.now()
  const pages = yield* allPages(home)
  if (fronts && total !== null) sweepOf(home.state).set({ at, total, pages, ...fronts })
}

/** Null where GitHub does not say how many private ones there are: one that is gone would go unnoticed. */
export const countOf = ({ public_repos, total_private_repos }: Organisation): number | null =>
  public_repos === undefined || total_private_repos === undefined ? null : public_repos + total_private_repos

type Fronts = Pick<Sweep, 'pushed' | 'updated'>

/** Asked for before the pages: what changes between the two shows next time. */
async function frontsOf(home: Home): Promise<Fronts> {
  const last = sweepOf(home.state).get()
  return {
    pushed: await frontOf('pushed', last?.pushed ?? null, home),
    updated: await frontOf('updated', last?.updated ?? null, home),
  }
}

async function frontOf(order: 'pushed' | 'updated', last: Front | null, { api }: Home): Promise<Front> {
  const page = await api.repositories(order, 1, last?.etag ?? null)
  if (!page && last) return last
  // The token of an app changes by the hour, and the ETag with it; the content does not.
  const digest = createHash('sha256')
    .update(JSON.stringify(page?.repositories ?? []))
    .digest('hex')
  return { etag: page?.etag ?? null, digest }
}

/** The pages of the last sweep, where nothing speaks of a change since; null where they must be asked for. */
function unchangedPages({ state, now }: Home, total: number, fronts: Fronts): KnownPage[] | null {
  const last = sweepOf(state).get()
  if (!last || last.total !== total || now() - last.at >= SWEEP_MS) return null
  if (last.pushed.digest !== fronts.pushed.digest || last.updated.digest !== fronts.updated.digest)
    return null
  const pages: KnownPage[] = []
  for (let number = 1; number <= last.pages; number++) {
    const page = pageOf(state, number).get()
    if (!page || page.isLast !== (number === last.pages)) return null
    pages.push(page)
  }
  return pages
}

async function* allPages({ api, state }: Home): AsyncGenerator<readonly Repository[], number> {
  for (let number = 1; ; number++) {
    const kept = pageOf(state, number)
    const known = kept.get()
    const fresh = await api.repositories('full_name', number, known?.etag ?? null)
    if (fresh) kept.set({ etag: fresh.etag, isLast: fresh.isLast, repositories: [...fresh.repositories] })
    const page = fresh ?? known
    if (!page) throw new Error('GitHub says that a page is unchanged which nobody knows.')
    yield page.repositories
    if (page.isLast) return number
  }
}

/** Which repositories are to be read. A disabled one cannot be. */
export const chosenOf = (
  { archived, fork, is_template, disabled }: Repository,
  wanted: Pick<GitHubConfig, 'archived' | 'forks' | 'templates'>,
): boolean =>
  !disabled && (wanted.archived || !archived) && (wanted.forks || !fork) && (wanted.templates || !is_template)
