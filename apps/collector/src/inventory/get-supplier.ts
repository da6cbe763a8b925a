import { type FourthParty, type SupplierDetail, SystemQuery } from '@ai-census/api'
import { flags, models, suppliers } from '@ai-census/db'
import { and, asc, eq, sql } from '@ai-census/db/query'
import type { Deps } from '../deps.ts'
import { HttpProblem } from '../http/problem.ts'
import { reviewVersionOf } from '../triage/review-version.ts'
import { listSystems } from './list-systems.ts'
import { flagOf, modelOf, supplierOf } from './shown.ts'
import { readTotal, type Standing, standingNames, sumOf } from './totals.ts'

/** How many systems and models the detail itself shows; the lists have all. */
const SHOWN = 100

export async function getSupplier(deps: Deps, slug: string): Promise<SupplierDetail> {
  const { orm } = deps.database
  // Before the supplier: a review between the two makes a version that is too old, and that is refused.
  const version = await reviewVersionOf(orm, slug)
  const [row] = await orm.select().from(suppliers).where(eq(suppliers.slug, slug))
  if (!row) throw new HttpProblem(404, 'No such supplier.')
  const first = SystemQuery.parse({ supplier: slug, sort: 'name', limit: SHOWN })
  const dependents = await listSystems(deps, first)
  const offered = await orm.select().from(models).where(offers(slug)).orderBy(asc(models.id)).limit(SHOWN)
  const raised = await orm
    .select()
    .from(flags)
    .where(and(eq(flags.subjectType, 'supplier'), eq(flags.subjectId, slug)))
    .orderBy(asc(flags.id))
  return {
    supplier: supplierOf(row),
    version,
    links: linksOf(deps, slug),
    systems: dependents.rows,
    models: offered.map(modelOf),
    ...(await measure(deps, slug, row.componentCount)),
    fourthParties: await fourthPartiesOf(deps, slug),
    flags: raised.map(flagOf),
  }
}

function linksOf({ catalogue }: Deps, slug: string): SupplierDetail['links'] {
  const { terms, subprocessors } = catalogue.supplier(slug) ?? {}
  return { ...(terms ? { terms } : {}), ...(subprocessors ? { subprocessors } : {}) }
}

const offers = (slug: string) =>
  sql`(${models.publisher} = ${slug} or ${models.hosts} @> array[${slug}]::text[])`

async function measure(
  deps: Deps,
  slug: string,
  components: number,
): Promise<Pick<SupplierDetail, 'counts' | 'concentration'>> {
  const { orm } = deps.database
  const count = (standing: Standing) => readTotal(orm, sumOf('system', standingNames(standing)))
  const [liveSystems, past, live] = await Promise.all([
    count({ supplier: slug, live: true }),
    count({ supplier: slug, live: false }),
    count({ live: true }),
  ])
  return {
    counts: {
      systems: liveSystems + past,
      liveSystems,
      components,
      models: await orm.$count(models, offers(slug)),
    },
    concentration: live === 0 ? null : liveSystems / live,
  }
}

/** Told from the models: whose models it serves, and who serves its own. */
async function fourthPartiesOf(deps: Deps, slug: string): Promise<FourthParty[]> {
  const { rows } = await deps.database.orm.execute<{
    slug: string
    name: string
    role: string
    models: number
  }>(
    sql`
      select party.slug, coalesce(supplier.name, party.slug) as name, party.role, count(*)::int as models
      from (
        select publisher as slug, 'publisher' as role from model where hosts @> array[${slug}]::text[]
        union all
        select unnest(hosts), 'host' from model where publisher = ${slug}
      ) as party
      left join supplier on supplier.slug = party.slug
      where party.slug is not null and party.slug <> ${slug}
      group by party.slug, supplier.name, party.role
      order by models desc, party.slug collate "C", party.role`,
  )
  return rows.map((row) => ({ ...row, role: row.role === 'host' ? 'host' : 'publisher' }))
}
