import type { StateSubject } from '@ai-census/api'
import type { AiSystem, Component, Flag, Model, Relationship, Supplier } from '@ai-census/schema'
import { systemName } from '../reconcile/projection-rows.ts'

const readers: Record<StateSubject, (body: unknown) => string> = {
  // The history keeps of each subject what reconcile made; each subject's body has its type.
  system: (body) => systemName(body as AiSystem),
  component: (body) => (body as Component).name,
  supplier: (body) => (body as Supplier).name,
  model: (body) => (body as Model).id,
  relationship: (body) => `${(body as Relationship).from} ${(body as Relationship).type}`,
  flag: (body) => (body as Flag).id,
}

/** What people call a thing in that state. */
export const nameOf = (subject: StateSubject, body: unknown): string => readers[subject](body)
