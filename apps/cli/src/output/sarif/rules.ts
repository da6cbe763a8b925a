import type { Finding, FindingKind } from '@ai-census/schema'
import { loadCatalogue } from '@ai-census/signatures'
import type { ReportingDescriptor } from 'sarif'

/** What a kind of finding is, as the page of an alert says it. */
const kindWords: Readonly<Record<FindingKind, string>> = {
  model: 'A model is named that code or configuration uses.',
  'model-file': 'Weights of a model lie here.',
  endpoint: 'An address is called at which a model is served.',
  'model-server': 'A server that runs models is configured.',
  agent: 'An AI agent is defined.',
  'mcp-server': 'A tool server of the Model Context Protocol is defined or configured.',
  'mcp-client': 'Something uses tool servers of the Model Context Protocol.',
  'knowledge-base': 'A store that feeds knowledge to a model is configured.',
  dataset: 'A dataset for training or evaluation is used.',
  pipeline: 'A pipeline calls AI, or trains it.',
  workspace: 'A workspace at a supplier of AI is used.',
  credential:
    'A key of a supplier of AI is written into a file. Revoke it there, then keep its successor in a secret store.',
  library: 'A library is declared or imported that reaches or runs models.',
  service: 'Code or configuration reaches a supplier of AI.',
  assistant: 'An AI assistant works on this repository.',
  guardrail: 'A safeguard around a model is configured.',
  usage: 'Use of AI was measured.',
  'declared-system': 'The repository declares itself to be, or to be part of, an AI system.',
}

export const ruleIdOf = ({ kind, supplier }: Pick<Finding, 'kind' | 'supplier'>): string =>
  `${kind}/${supplier ?? 'unknown-supplier'}`

export const supplierName = (slug: string): string => loadCatalogue().suppliers.get(slug)?.name ?? slug

/** One rule for each kind of finding of each supplier. Its texts come from the catalogue, never from a repository. */
export function ruleOf({ kind, supplier }: Pick<Finding, 'kind' | 'supplier'>): ReportingDescriptor {
  const known = supplier === null ? undefined : loadCatalogue().suppliers.get(supplier)
  const name = supplier === null ? 'A supplier that the catalogue does not know' : supplierName(supplier)
  const facts = [
    known && `Roles: ${known.roles.join(', ')}`,
    known?.country && `Home country: ${known.country}`,
    known?.site && `Site: ${known.site}`,
    known?.terms && `Terms: ${known.terms}`,
    known?.subprocessors && `Sub-processors: ${known.subprocessors}`,
  ].filter((fact) => typeof fact === 'string')
  const about = kindWords[kind]
  const next =
    'Have the system registered, with owner and rating; or accept the finding with a reason and a day in `ai-census-accepted.yaml`.'
  return {
    id: ruleIdOf({ kind, supplier }),
    name: pascal(`${kind} ${supplier ?? 'unknown supplier'}`),
    shortDescription: { text: `${name}: ${kind.replaceAll('-', ' ')}` },
    fullDescription: { text: about },
    ...(known?.site ? { helpUri: known.site } : {}),
    help: {
      text: [about, ...facts, next].join('\n'),
      markdown: [about, '', ...facts.map((fact) => `- ${fact}`), '', next].join('\n'),
    },
    properties: {
      tags: ['ai', kind, ...(kind === 'credential' ? ['security'] : []), ...(known?.roles ?? [])].slice(
        0,
        10,
      ),
      precision: 'high',
      // Only a key is a vulnerability; everything else is a fact to be governed.
      ...(kind === 'credential' ? { 'security-severity': '8.5' } : {}),
    },
  }
}

const pascal = (text: string): string =>
  text
    .split(/[^a-z0-9]+/i)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
