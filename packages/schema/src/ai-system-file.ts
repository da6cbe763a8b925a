import { z } from 'zod'

const text = (max: number) => z.string().trim().min(1).max(max)

/** A name alone, or a name with more about it. */
const named = <Shape extends z.ZodRawShape>(more: Shape) =>
  z.union([text(512), z.object({ name: text(512), ...more })])

/**
 * `ai-system.yaml` at the root of a repository: what the people who build an AI system say of it. Every field is
 * optional. What it says outranks what other files suggest, and a person's decision outranks it.
 */
export const AiSystemFile = z.object({
  name: text(1024).optional().describe('What people call it; also its system, unless `system` names another'),
  system: text(1024).optional().describe('The AI system that this repository is a part of'),
  purpose: text(1024).optional().describe('What it is for, in a sentence'),
  businessOwner: text(1024).optional().describe('Who answers for its purpose and its risk'),
  technicalOwner: text(1024).optional().describe('Who runs it'),
  lifecycle: text(1024)
    .optional()
    .describe('Where it is in its life: planned, development, deployed, retired'),
  riskLevel: text(1024).optional().describe('A level of the organisation’s own scale'),
  suppliers: z
    .array(text(64))
    .max(200)
    .optional()
    .describe('Slugs of the suppliers it depends on, as the catalogue has them: `openai`, `aws-bedrock`'),
  models: z
    .array(named({ supplier: text(64).optional().describe('Slug of who serves it') }))
    .max(200)
    .optional()
    .describe('The models it uses'),
  datasets: z
    .array(text(512))
    .max(200)
    .optional()
    .describe('The data it was trained on or is evaluated with'),
})
export type AiSystemFile = z.infer<typeof AiSystemFile>
