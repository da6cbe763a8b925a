import { z } from 'zod'
import { some, thing } from '../finding.ts'
import { parentOf, projectOf } from '../listed.ts'
import { lastOf, optional, resource, text } from '../resource.ts'
import { target } from '../target.ts'

// The key's own string is not among the fields, so that nothing ever holds it.
const ApiKey = z.object({
  ...resource,
  uid: text,
  restrictions: optional(z.object({ apiTargets: optional(z.array(z.object({ service: text }))) })),
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
    const services = some(key.restrictions?.apiTargets?.map(({ service }) => service)) ?? []
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

/** Secrets by their names: a name that a supplier's signature knows says that its key is kept here. */
export const secretNames = target({
  id: 'secret-name',
  service: 'secretmanager',
  title: 'Secrets whose names are those of AI suppliers’ keys',
  kinds: ['credential'],
  operations: ['secretmanager.secrets.list'],
  list: (gcp, place) =>
    gcp.list({
      service: 'secretmanager',
      path: `/v1/${projectOf(place)}/secrets`,
      key: 'secrets',
      permission: 'secretmanager.secrets.list',
      item: z.object(resource),
    }),
  *toFindings(secret, place) {
    const name = lastOf(secret.name)
    const owner = place.catalogue.environmentOwner(name.toUpperCase().replaceAll('-', '_'))
    if (!owner || owner.shared) return
    yield thing(place, {
      type: 'secret-name',
      kind: 'credential',
      name,
      service: 'secretmanager',
      resource: secret.name,
      grade: 'configured',
      supplier: owner.supplier,
      ...(owner.product ? { product: owner.product } : {}),
      created: secret.createTime,
      labels: secret.labels,
      operation: 'secretmanager.secrets.list',
      method: 'environment-name',
    })
  },
})
