import { names } from '@ai-census/cloud-kit'
import { z } from 'zod'
import { thing } from '../finding.ts'
import { parentOf } from '../listed.ts'
import { lastOf, listOf, optional, resource, text } from '../resource.ts'
import { target } from '../target.ts'

// The key's own string is not among the fields, so that nothing ever holds it.
const ApiKey = z.object({
  ...resource,
  uid: text,
  restrictions: optional(z.object({ apiTargets: listOf(z.object({ service: text })) })),
})

/** Keys that may call an AI service: those restricted to one. A key without restrictions may call anything and proves nothing. */
export const apiKeys = target({
  id: 'api-key',
  service: 'apikeys',
  title: 'API keys that are for AI services',
  kinds: ['credential'],
  operations: ['apikeys.keys.list'],
  list: (gcp, place) =>
    gcp.list({
      service: 'apikeys',
      path: `/v2/${parentOf(place)}/keys`,
      key: 'keys',
      permission: 'apikeys.keys.list',
      item: ApiKey,
    }),
  *toFindings(key, place) {
    const services = names(key.restrictions?.apiTargets?.map(({ service }) => service)) ?? []
    const owners = services.flatMap((one) => place.catalogue.gcpServiceOwner(one) ?? [])
    if (!owners[0]) return
    yield thing(place, {
      type: 'api-key',
      kind: 'credential',
      name: key.displayName || lastOf(key.name),
      service: 'apikeys',
      resource: key.name,
      grade: 'configured',
      supplier: owners[0].supplier,
      created: key.createTime,
      changed: key.updateTime,
      operation: 'apikeys.keys.list',
      identifiers: key.uid ? [{ type: 'key-id', value: `gcp:${key.uid}` }] : [],
      attributes: { services },
    })
  },
})
