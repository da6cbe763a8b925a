import type { Identifier } from '@ai-census/schema'

export const organisationIdentifier = (organisation: string): Identifier => ({
  type: 'openai-organization',
  value: organisation,
})

export const projectIdentifier = (project: string): Identifier => ({ type: 'openai-project', value: project })

/** A project's use of a model: what keys and workspaces point at. */
export const useIdentifier = (project: string, model: string): Identifier => ({
  type: 'openai-project-model',
  value: `${project}/${model}`,
})
