import { z } from 'zod'
import { AiSystem } from './ai-system.ts'
import { Component } from './component.ts'
import { Flag } from './flag.ts'
import { Model } from './model.ts'
import { Relationship } from './relationship.ts'
import { Supplier } from './supplier.ts'

/** The whole projection: rebuilt from the ledger it is the same to the byte. */
export const Inventory = z.object({
  systems: z.array(AiSystem),
  components: z.array(Component),
  suppliers: z.array(Supplier),
  models: z.array(Model),
  relationships: z.array(Relationship),
  flags: z.array(Flag),
})
export type Inventory = z.infer<typeof Inventory>
