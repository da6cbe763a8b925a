import type { ComponentDetail } from '@ai-census/api'
import { components } from '@ai-census/db'
import { readRows, sql } from '@ai-census/db/query'
import type { z } from 'zod'
import type { Deps } from '../deps.ts'
import { HttpProblem } from '../http/problem.ts'
import { countFindings, readFindings } from './list-component-findings.ts'
import { countRelations, readRelations } from './list-component-relationships.ts'
import { componentOf, componentRows } from './shown.ts'

type Detail = z.infer<typeof ComponentDetail>

/** How many findings and relationships the detail itself shows; the lists have all. */
const SHOWN = 100

export async function getComponent(deps: Deps, id: string): Promise<Detail> {
  const { orm } = deps.database
  const [row] = await readRows(orm, componentRows, sql`where ${components.id} = ${id}`)
  if (!row) throw new HttpProblem(404, 'No such component.')
  const [evidence, relationships, findings, relations] = await Promise.all([
    readFindings(orm, id, null, SHOWN),
    readRelations(orm, id, null, SHOWN),
    countFindings(orm, id),
    countRelations(orm, id),
  ])
  return {
    ...componentOf(row),
    evidence: evidence.map(({ shown }) => shown),
    relationships: relationships.map(({ shown }) => shown),
    counts: { evidence: findings, relationships: relations },
  }
}
