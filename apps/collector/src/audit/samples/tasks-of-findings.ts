import type { SampleTask } from '@ai-census/api'
import type { Transaction } from '@ai-census/db'
import { sql } from '@ai-census/db/query'
import type { AiSystem, Component, Finding } from '@ai-census/schema'
import type { Moment } from '../../reconcile/load-facts.ts'
import { systemName } from '../../reconcile/projection-rows.ts'
import { shownEvidence, urlOf } from './evidence.ts'
import { openAt } from './population.ts'
import { bodiesAt } from './tasks-of-inventory.ts'

interface DrawnFinding {
  name: string
  scope: string
  scanner: string
  key: string
  finding: Finding
  scope_url: string | null
  component: string | null
}

/** From the ledger to the inventory: each finding with where the inventory holds it, if it does. */
export async function findingTasks(
  tx: Transaction,
  names: string[],
  moment: Moment,
): Promise<Map<string, SampleTask>> {
  const drawn = await readFindings(tx, names, moment)
  const components = await bodiesAt<Component>(
    tx,
    'component',
    drawn.flatMap(({ component }) => component ?? []),
    moment,
  )
  const systems = await bodiesAt<AiSystem>(
    tx,
    'system',
    [...components.values()].map(({ systemId }) => systemId),
    moment,
  )
  return new Map(
    drawn.map((row) => {
      const component = components.get(row.component ?? '')
      return [row.name, taskOf(row, component, systems.get(component?.systemId ?? ''))]
    }),
  )
}

function taskOf(
  row: DrawnFinding,
  component: Component | undefined,
  system: AiSystem | undefined,
): SampleTask {
  const { finding, scope, scanner, key } = row
  const own = shownEvidence({ scope, scanner, key }, finding.evidence)
  return {
    title: `${finding.kind} ${finding.name}`,
    check: 'Open the place: is it what the finding says? Does the inventory hold it, in the right system?',
    page: system ? `/systems/${system.id}` : null,
    url: urlOf(own) ?? row.scope_url,
    facts: {
      scope,
      scanner,
      supplier: finding.supplier ?? finding.supplierName ?? 'none',
      grade: finding.grade,
      context: finding.context,
      component: component?.id ?? 'not in the inventory',
      system: system ? systemName(system) : 'not in the inventory',
      ...(system ? { state: system.state } : {}),
    },
    ...own,
  }
}

async function readFindings(tx: Transaction, names: string[], moment: Moment): Promise<DrawnFinding[]> {
  const addresses = names.map(addressOf)
  const column = (read: (address: Address) => string) => sql`${sql.param(addresses.map(read))}::text[]`
  const { rows } = await tx.execute<DrawnFinding & Record<string, unknown>>(sql`
    select drawn.name, f.scope_key as scope, f.scanner, f.key, fc.finding, cf.component_id as component,
      (select l.scope ->> 'url' from look l
        where l.scope_key = f.scope_key and l.scanner = f.scanner and l.position <= ${moment.position}
        order by l.sequence desc limit 1) as scope_url
    from unnest(${sql.param(names)}::text[], ${column((a) => a.scope)}, ${column((a) => a.scanner)},
      ${column((a) => a.key)}) as drawn (name, scope, scanner, key)
    join finding f on f.scope_key = drawn.scope and f.scanner = drawn.scanner and f.key = drawn.key
      and ${openAt(moment)}
    join finding_content fc on fc.hash = f.hash
    left join component_finding cf on cf.scope = f.scope_key and cf.key = f.key`)
  return rows
}

interface Address {
  scope: string
  scanner: string
  key: string
}

/** Neither scope keys nor scanners hold a space; what is left is the key. */
function addressOf(name: string): Address {
  const [scope = '', scanner = ''] = name.split(' ', 2)
  return { scope, scanner, key: name.slice(scope.length + scanner.length + 2) }
}
