import type { Catalogue } from '../catalogue.ts'
import { looksLikeModel } from '../code/places.ts'
import { isHub, isHubName, prefixOwner, servesOthers } from '../hosting.ts'
import type { RepositoryFile } from './repository.ts'

interface Listed {
  readonly file: RepositoryFile
  readonly id: string
}

/** Who an id says by its beginning that serves the rest of it. */
export function saidHost(catalogue: Catalogue, id: string): { supplier: string; id: string } | null {
  const prefix = isHubName(catalogue, id) ? null : prefixOwner(catalogue, id)
  return prefix && looksLikeModel(prefix.rest) ? { supplier: prefix.supplier, id: prefix.rest } : null
}

/** Of these lists, those in which so many hosts stand before what others publish that every prefix is a host's. */
const HOSTS = 2

/**
 * Lists of models by the ids of a library that routes, which writes who serves each before it (`bedrock/anthropic.…`, `azure/gpt-4o`;
 * docs.litellm.ai/docs/providers). A gateway's own ids begin with who published them, so that it has no such list.
 */
export function routedLists(
  catalogue: Catalogue,
  waiting: readonly Listed[],
  lists: ReadonlySet<RepositoryFile>,
): ReadonlySet<RepositoryFile> {
  const hosts = new Map<RepositoryFile, Set<string>>()
  for (const { file, id } of waiting) {
    const said = lists.has(file) ? saidHost(catalogue, id) : null
    const publisher = said && catalogue.modelOwner(said.id)?.publisher
    if (!said || !publisher || publisher === said.supplier) continue
    if (isHub(catalogue, said.supplier) || !servesOthers(catalogue, said.supplier)) continue
    hosts.set(file, (hosts.get(file) ?? new Set()).add(said.supplier))
  }
  return new Set([...hosts].flatMap(([file, slugs]) => (slugs.size >= HOSTS ? [file] : [])))
}
