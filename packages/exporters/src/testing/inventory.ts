import type { Inventory } from '@ai-census/schema'

const at = '2026-11-20T08:00:00.000Z'

/** A small inventory that has something of everything. */
export const inventory: Inventory = {
  systems: [
    {
      id: 'sys_1',
      state: 'registered',
      groupKey: 'repository:git:github.com/acme/shop',
      groupTitle: 'shop',
      fields: {
        name: {
          value: 'Shop assistant',
          source: 'pin',
          by: 'ada',
          at,
          discovered: { value: 'shop', source: 'inference', by: 'git:github.com/acme/shop' },
        },
        businessOwner: { value: 'Ada, "the owner"', source: 'pin', by: 'ada', at },
        purpose: { value: 'Answers customers.\nIn two languages.', source: 'pin', by: 'ada', at },
        riskLevel: { value: 'high', source: 'pin', by: 'ada', at },
      },
      suppliers: ['openai', 'pinecone'],
      models: ['gpt-4o'],
      componentCount: 2,
      grade: 'deployed',
      contexts: ['production', 'test'],
      flags: ['incomplete', 'supplier-unreviewed'],
      live: true,
      firstSeenAt: at,
      lastSeenAt: '2026-11-23T08:00:00.000Z',
    },
    {
      id: 'sys_2',
      state: 'unregistered',
      groupKey: 'account:aws:111122223333',
      groupTitle: '=cmd()',
      fields: {},
      suppliers: [],
      models: [],
      componentCount: 0,
      grade: null,
      contexts: [],
      flags: ['unregistered'],
      live: false,
      firstSeenAt: null,
      lastSeenAt: null,
    },
  ],
  components: [
    {
      id: 'cmp_1',
      systemId: 'sys_1',
      kind: 'model',
      name: 'gpt-4o',
      supplier: 'openai',
      model: { id: 'gpt-4o', publisher: 'openai' },
      grade: 'deployed',
      context: 'production',
      state: 'seen',
      identifiers: [{ type: 'model-id', value: 'gpt-4o' }],
      attributes: { temperature: 0.2 },
      findings: [{ scope: 'git:github.com/acme/shop', key: 'model:openai:gpt-4o' }],
      firstSeenAt: at,
      lastSeenAt: '2026-11-23T08:00:00.000Z',
    },
  ],
  suppliers: [
    {
      slug: 'openai',
      name: 'OpenAI',
      country: 'US',
      review: 'unreviewed',
      systemCount: 1,
      componentCount: 1,
    },
  ],
  models: [{ id: 'gpt-4o', publisher: 'openai', hosts: ['openai'], systemCount: 1, componentCount: 1 }],
  relationships: [{ from: 'cmp_1', type: 'uses', to: 'cmp_1' }],
  flags: [
    {
      id: 'unregistered',
      subject: { type: 'system', id: 'sys_2' },
      reason: 'Nobody has registered it.',
      clearedBy: 'Register or dismiss it.',
    },
  ],
}
