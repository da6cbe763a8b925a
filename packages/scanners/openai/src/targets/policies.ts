import type { OpenAiApi } from '../client.ts'
import { DataRetention, ModelPermissions } from '../schema.ts'

const below = (project: string, what: string) => `projects/${encodeURIComponent(project)}/${what}`

/** Null where the project has no list of its own. */
export const getModelPermissions = (api: OpenAiApi, project: string): Promise<ModelPermissions | null> =>
  api.find(below(project, 'model_permissions'), ModelPermissions)

export const getDataRetention = (api: OpenAiApi, project: string): Promise<DataRetention | null> =>
  api.find(below(project, 'data_retention'), DataRetention)

export const getOrganisationRetention = (api: OpenAiApi): Promise<DataRetention | null> =>
  api.find('data_retention', DataRetention)
