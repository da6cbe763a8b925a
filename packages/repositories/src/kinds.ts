import type { FindingKind } from '@ai-census/schema'

/** What code can show; `capabilities.yaml` says of each what it means here. */
export const kinds: readonly FindingKind[] = [
  'model',
  'model-file',
  'endpoint',
  'model-server',
  'agent',
  'mcp-server',
  'mcp-client',
  'knowledge-base',
  'dataset',
  'pipeline',
  'workspace',
  'credential',
  'library',
  'service',
  'assistant',
  'guardrail',
  'declared-system',
]
