import type { ComponentDetail } from '@ai-census/api'
import { components, findingContents, findings, looks, relationships, scopes } from '@ai-census/db'
import { aliasedTable, and, eq, isNull, or, sql } from '@ai-census/db/query'
import type { z } from 'zod'
import type { Deps } from '../deps.ts'
import { HttpProblem } from '../http/problem.ts'
import { newestOf, recordOf } from '../ingest/scope-record.ts'
import { componentOf, selectComponents } from './shown.ts'

type Detail = z.infer<typeof ComponentDetail>

export async function getComponent(deps: Deps, id: string): Promise<Detail> {
  const [row] = await selectComponents(deps.database.orm).where(eq(components.id, id))
  if (!row) throw new HttpProblem(404, 'No such component.')
  const component = componentOf(row)
  return { ...component, evidence: await evidenceOf(deps, id), relationships: await relationsOf(deps, id) }
}

/** To others first, then from others. */
async function relationsOf(deps: Deps, id: string): Promise<Detail['relationships']> {
  const rows = await deps.database.orm
    .select({ edge: relationships, other: components })
    .from(relationships)
    .innerJoin(
      components,
      sql`${components.id} = case when ${relationships.from} = ${id} then ${relationships.to} else ${relationships.from} end`,
    )
    .where(or(eq(relationships.from, id), eq(relationships.to, id)))
    .orderBy(
      sql`${relationships.from} <> ${id}`,
      sql`${relationships.type} collate "C"`,
      sql`${components.id} collate "C"`,
    )
  return rows.map(({ edge, other: { id: otherId, systemId, kind, name, supplier } }) => ({
    direction: edge.from === id ? ('out' as const) : ('in' as const),
    type: edge.type,
    component: { id: otherId, systemId, kind, name, supplier },
  }))
}

/** The component's findings as the ledger has them now. */
async function evidenceOf(deps: Deps, id: string): Promise<Detail['evidence']> {
  const newest = aliasedTable(looks, 'newest')
  const rows = await deps.database.orm
    .select({
      finding: findings,
      content: findingContents.finding,
      scope: newest.scope,
      last: looks,
    })
    .from(findings)
    .innerJoin(findingContents, eq(findingContents.hash, findings.hash))
    .innerJoin(scopes, and(eq(scopes.scopeKey, findings.scopeKey), eq(scopes.scanner, findings.scanner)))
    .innerJoin(looks, eq(looks.position, scopes.lookPosition))
    .innerJoin(newest, sql`${newest.position} = ${newestOf('look')}`)
    .where(
      and(
        isNull(findings.toPosition),
        sql`(${findings.scopeKey}, ${findings.key}) in (select scope, key from component_finding where component_id = ${id})`,
      ),
    )
    .orderBy(findings.scopeKey, findings.scanner, findings.key)
  return rows.map(({ finding, content, scope, last }) => ({
    scope,
    scanner: finding.scanner,
    finding: content,
    firstSeenAt: finding.firstSeenAt,
    lastSeenAt: finding.lastSeen?.at ?? recordOf(last).sight?.at ?? finding.changedAt,
    open: finding.presence !== 'missing' && finding.presence !== 'gone',
  }))
}
