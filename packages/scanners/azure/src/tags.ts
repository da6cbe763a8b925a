import { keptTags, type Tags } from '@ai-census/cloud-kit'
import { isJson } from './resource.ts'

/** Tags as Resource Manager gives them, without what must not be kept. */
export const tagsFrom = (value: unknown): Tags =>
  isJson(value)
    ? keptTags(Object.entries(value).flatMap(([key, one]) => (typeof one === 'string' ? [[key, one]] : [])))
    : {}
