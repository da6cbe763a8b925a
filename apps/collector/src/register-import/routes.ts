import * as api from '@ai-census/api'
import type { Deps } from '../deps.ts'
import { authorOf } from '../http/auth.ts'
import { type App, implement } from '../http/implement.ts'
import { readUpload } from '../http/input.ts'
import { confirmImport } from './confirm-import.ts'
import { deleteDraft, putChoices, putMapping } from './edit-draft.ts'
import { getImportPlan } from './get-plan.ts'
import { getImport, importOf, listImports } from './list-imports.ts'
import { uploadRegister } from './upload.ts'

export function registerImportRoutes(app: App, deps: Deps): void {
  implement(app, deps, api.uploadRegister, async (_, { query, actor, c }) => {
    const bytes = await readUpload(api.uploadRegister, c.req.raw)
    return importOf(await uploadRegister(deps, bytes, query, authorOf(actor)))
  })
  implement(app, deps, api.listRegisterImports, async (_, { query }) => listImports(deps, query))
  implement(app, deps, api.getRegisterImport, async (_, { params }) =>
    importOf(await getImport(deps, params.id)),
  )
  implement(app, deps, api.putImportMapping, async (_, { params, body }) =>
    importOf(await putMapping(deps, params.id, body)),
  )
  implement(app, deps, api.putImportChoices, async (_, { params, body }) =>
    importOf(await putChoices(deps, params.id, body.rows)),
  )
  implement(app, deps, api.getImportPlan, async (_, { params, query }) =>
    getImportPlan(deps, params.id, query),
  )
  implement(app, deps, api.confirmImport, async (_, { params, body, actor }) =>
    importOf(await confirmImport(deps, params.id, body.plan, authorOf(actor))),
  )
  implement(app, deps, api.deleteRegisterImport, async (_, { params }) => {
    await deleteDraft(deps, params.id)
    return {}
  })
}
