import { known } from '@ai-census/repositories/hosts'
import { paginate, ScopeFailure } from '@ai-census/scanner-kit'
import type { Finding } from '@ai-census/schema'
import type { Catalogue } from '@ai-census/signatures'
import { needs } from '../needs.ts'
import { evidence, type Home } from '../run-state.ts'
import { type SelfHostedModel, SelfHostedModels } from '../schema.ts'

const MODELS = `query($after: String) {
  aiSelfHostedModels(first: 100, after: $after) {
    nodes { id name model identifier endpoint }
    pageInfo { hasNextPage endCursor }
  }
}`

/** The models that this GitLab's administrators set up for Duo. REST has no endpoint for them. */
export async function* listSelfHostedModels({ api }: Home): AsyncGenerator<SelfHostedModel> {
  const pages = paginate({
    fetch: async (after: string | undefined) => {
      const { aiSelfHostedModels } = await api.graph(MODELS, { after }, SelfHostedModels, needs.instance)
      // Null for whoever may not see them, and without an error.
      if (aiSelfHostedModels) return aiSelfHostedModels
      throw new ScopeFailure(
        'denied',
        needs.instance.permission,
        'GitLab shows self-hosted models to administrators alone.',
      )
    },
    next: ({ pageInfo }) => (pageInfo.hasNextPage ? pageInfo.endCursor : null),
  })
  for await (const { nodes } of pages) for (const node of nodes ?? []) if (node) yield node
}

/** Whoever serves it shows in the address, of which the host alone is kept: the rest may hold a key. */
export function modelFinding(
  { id, name, model, identifier, endpoint }: SelfHostedModel,
  catalogue: Catalogue,
): Finding {
  const host = URL.canParse(endpoint) ? new URL(endpoint).hostname : null
  const named = identifier?.trim() || model.toLowerCase()
  const supplier =
    (host && catalogue.hostOwner(host)?.supplier) || catalogue.modelPrefixOwner(named)?.supplier || null
  const publisher = catalogue.modelOwner(catalogue.modelPrefixOwner(named)?.rest ?? named)?.publisher
  return {
    key: `model:${id}`.slice(0, 1024),
    kind: 'model',
    supplier,
    ...(supplier === null && host ? { supplierName: host } : {}),
    name: name.slice(0, 512),
    model: { id: named.slice(0, 512), ...(publisher ? { publisher } : {}) },
    grade: 'configured',
    context: 'development',
    // The host may serve many others too.
    identifiers: [],
    attributes: known({ family: model, usedBy: 'GitLab Duo', host: host ?? undefined }),
    evidence: [evidence('self-hosted-model', 'POST /api/graphql aiSelfHostedModels', id)],
  }
}
