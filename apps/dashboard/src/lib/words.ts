/** How the domain's closed lists are said and shown: a word, a tone (its shape and colour), a sentence of help. */
import type {
  ComponentState,
  Context,
  CoverageStatus,
  EvidenceMethod,
  FieldSource,
  FindingKind,
  FlagId,
  Grade,
  Supplier,
  SystemState,
  UnknownReason,
} from '@ai-census/schema'

/** Severity, each with a shape of its own, so that colour is never the only sign. */
export type Tone = 'danger' | 'warn' | 'notice' | 'ok' | 'quiet'

export interface Word {
  label: string
  tone: Tone
  help: string
}

const word = (label: string, tone: Tone, help: string): Word => ({ label, tone, help })

export const flagWords = {
  'exposed-key': word('Exposed key', 'danger', 'A live secret stands in code or configuration'),
  'review-overdue': word('Review overdue', 'danger', 'The date of its next review has passed'),
  'supplier-review-overdue': word('Supplier review overdue', 'danger', 'A supplier’s next review has passed'),
  unregistered: word('Unregistered', 'warn', 'In use, and nobody has registered it'),
  unrated: word('Unrated', 'warn', 'Registered without a risk level'),
  unowned: word('Unowned', 'warn', 'Nobody answers for it'),
  'no-monitoring': word('No monitoring', 'warn', 'Nobody said how its behaviour is watched'),
  'changed-since-review': word(
    'Changed since review',
    'warn',
    'Something changed after the last decision on it',
  ),
  'supplier-unreviewed': word('Supplier unreviewed', 'warn', 'It depends on a supplier that nobody reviewed'),
  'model-retiring': word('Model retiring', 'warn', 'A model in use has ended, or its end is near'),
  'coverage-gap': word('Coverage gap', 'warn', 'A place could not be read whole'),
  incomplete: word('Incomplete', 'notice', 'Required fields are empty'),
  'possible-duplicate': word('Possible duplicate', 'notice', 'Another system looks like the same one'),
  unconfirmed: word('Unconfirmed', 'notice', 'Newer detectors do not see its evidence; a person must look'),
  'not-seen': word('Not seen', 'notice', 'Registered, and no live evidence speaks of it'),
} satisfies Record<FlagId, Word>

export const stateWords = {
  unregistered: word('Unregistered', 'warn', 'Discovered, and nobody has registered it'),
  registered: word('Registered', 'ok', 'A person has taken it into the register'),
  dismissed: word('Dismissed', 'quiet', 'A person said, with a reason, that it is no AI system to govern'),
} satisfies Record<SystemState, Word>

export const gradeWords = {
  used: word('Used', 'quiet', 'A metric, a bill or an audit event shows use'),
  deployed: word('Deployed', 'quiet', 'A cloud endpoint, an agent or a workload runs'),
  configured: word('Configured', 'quiet', 'An import with a client, a host, a key name or a model id'),
  declared: word('Declared', 'quiet', 'A dependency in a manifest'),
  available: word('Available', 'quiet', 'A catalogue entry or an enabled API; not use'),
} satisfies Record<Grade, Word>

export const contextWords = {
  production: word('Production', 'quiet', 'In what the organisation runs'),
  development: word('Development', 'quiet', 'In how the organisation builds'),
  ci: word('CI', 'quiet', 'In continuous integration'),
  test: word('Test', 'quiet', 'In tests only'),
  example: word('Example', 'quiet', 'In examples only'),
  documentation: word('Documentation', 'quiet', 'In prose only'),
} satisfies Record<Context, Word>

export const componentStateWords = {
  seen: word('Seen', 'ok', 'The newest look saw it'),
  missing: word('Missing', 'warn', 'One complete look did not see it'),
  gone: word('Gone', 'quiet', 'Two complete looks did not see it, or its provider says it is deleted'),
  returned: word('Returned', 'notice', 'It was gone and is seen again'),
} satisfies Record<ComponentState, Word>

export const coverageWords = {
  complete: word('Complete', 'ok', 'Read whole'),
  partial: word('Partial', 'warn', 'Read in part; what was not read is listed'),
  denied: word('Denied', 'danger', 'A permission is missing. Denied is never “none”'),
  failed: word('Failed', 'danger', 'The look ended with a fault'),
  throttled: word('Throttled', 'warn', 'The provider’s limit ended the look early'),
  'not-enabled': word('Not enabled', 'quiet', 'The service is switched off there'),
  unsupported: word('Unsupported', 'notice', 'No scanner can read this yet'),
} satisfies Record<CoverageStatus, Word>

export type SupplierReview = Supplier['review']
export const reviewWords = {
  unreviewed: word('Unreviewed', 'warn', 'Nobody has reviewed this supplier'),
  approved: word('Approved', 'ok', 'May be used'),
  restricted: word('Restricted', 'notice', 'May be used under conditions'),
  rejected: word('Rejected', 'danger', 'Must not be used'),
} satisfies Record<SupplierReview, Word>

/** The default scale; an organisation may name others, which are shown as they are. */
export const riskWords: Readonly<Record<string, Word>> = {
  high: word('High', 'danger', 'Harm to people or to the organisation is likely or severe if it fails'),
  medium: word('Medium', 'warn', 'Harm is limited or can be put right'),
  low: word('Low', 'ok', 'Failure is an inconvenience'),
}
export const riskWord = (level: string): Word =>
  riskWords[level] ?? word(level, 'notice', 'A level of your own scale')

export const kindLabels = {
  model: 'Model',
  'model-file': 'Model file',
  endpoint: 'Endpoint',
  'model-server': 'Model server',
  agent: 'Agent',
  'mcp-server': 'MCP server',
  'mcp-client': 'MCP client',
  'knowledge-base': 'Knowledge base',
  dataset: 'Dataset',
  pipeline: 'Pipeline',
  workspace: 'Workspace',
  credential: 'Credential',
  library: 'Library',
  service: 'Service',
  assistant: 'Assistant',
  guardrail: 'Guardrail',
  usage: 'Usage',
  'declared-system': 'Declared system',
} satisfies Record<FindingKind, string>

export const sourceLabels = {
  pin: 'a person',
  manifest: 'its manifest',
  tag: 'its tag',
  catalog: 'the service catalogue',
  provider: 'its provider',
  codeowners: 'the repository’s list of owners (CODEOWNERS)',
  administrators: 'the repository’s administrators',
  stack: 'the stack it is part of',
  container: 'the project or group it is in',
  inference: 'what was found',
} satisfies Record<FieldSource, string>

export const methodLabels = {
  manifest: 'Manifest',
  'lock-file': 'Lock file',
  import: 'Import',
  call: 'Call',
  host: 'Host',
  'model-id': 'Model id',
  'environment-name': 'Environment name',
  key: 'Key',
  configuration: 'Configuration',
  image: 'Image',
  'iac-resource': 'Infrastructure code',
  'file-name': 'File name',
  'file-header': 'File header',
  declaration: 'Declaration',
  'ci-action': 'CI action',
  api: 'Provider API',
  metric: 'Metric',
  'audit-log': 'Audit log',
  cost: 'Cost',
} satisfies Record<EvidenceMethod, string>

export const unknownLabels = {
  'too-large': 'Too large',
  'not-text': 'Not text',
  malformed: 'Malformed',
  'too-slow': 'Too slow',
  permission: 'Permission missing',
  'link-outside': 'Link leaves the tree',
  'link-loop': 'Loop of links',
  'missing-object': 'Object missing',
  throttled: 'Throttled',
  unavailable: 'Unavailable',
  'unsupported-format': 'Unsupported format',
  'limit-reached': 'Limit reached',
} satisfies Record<UnknownReason, string>

const toneOrder: readonly Tone[] = ['danger', 'warn', 'notice', 'ok', 'quiet']

/** Flags with the gravest first; of equal ones the shortest word, so that more find room. */
export const sortFlags = (flags: readonly FlagId[]): FlagId[] =>
  [...flags].sort(
    (a, b) =>
      toneOrder.indexOf(flagWords[a].tone) - toneOrder.indexOf(flagWords[b].tone) ||
      flagWords[a].label.length - flagWords[b].label.length ||
      a.localeCompare(b),
  )

/** Own keys of a table, with their literal types. */
export const keysOf = <K extends string>(table: Readonly<Record<K, unknown>>): K[] =>
  Object.keys(table) as K[] // the tables of this file have no other keys
