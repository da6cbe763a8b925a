import { exportInventory } from '@ai-census/api'
import { exporters, isFormat } from '@ai-census/exporters'
import type { Deps } from '../deps.ts'
import { type App, implement } from '../http/implement.ts'
import { HttpProblem } from '../http/problem.ts'
import { inventoryAsOf } from '../inventory/as-of.ts'
import { readInventory } from './read-inventory.ts'

export function exportRoutes(app: App, deps: Deps): void {
  implement(app, deps, exportInventory, async (_, { params, query, c }) => {
    const { format } = params
    if (!isFormat(format))
      throw new HttpProblem(
        404,
        `There is no format ${format}; there are ${Object.keys(exporters).join(', ')}.`,
      )
    const exporter = await exporters[format]()
    const inventory = query.asOf ? await inventoryAsOf(deps, query.asOf) : await readInventory(deps)
    const file = exporter.write(inventory, {
      at: query.asOf ?? deps.now().toISOString(),
      version: deps.version,
    })
    return c.body(file, 200, {
      'content-type': exporter.mediaType,
      'content-disposition': `attachment; filename="ai-census-inventory.${exporter.extension}"`,
      'cache-control': 'private, no-store',
    })
  })
}
