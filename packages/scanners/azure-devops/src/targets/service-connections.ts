import { known } from '@ai-census/repositories/hosts'
import type { Finding } from '@ai-census/schema'
import type { Catalogue } from '@ai-census/signatures'
import { needs } from '../needs.ts'
import { evidence, type Home } from '../run-state.ts'
import { type Project, ServiceConnection } from '../schema.ts'

const OPERATION = '_apis/serviceendpoint/endpoints'

export const listConnections = (
  project: Project,
  { api, organisation }: Home,
): AsyncGenerator<ServiceConnection> =>
  api.list(
    `/${encodeURIComponent(organisation)}/${project.id}/${OPERATION}`,
    ServiceConnection,
    needs.serviceConnections,
  )

/** A connection to a host that the catalogue knows as a supplier's. Of its address the host alone is kept. */
export function connectionFinding(
  { id, name, type, url, isShared }: ServiceConnection,
  project: Project,
  catalogue: Catalogue,
): Finding | null {
  if (!url || !URL.canParse(url)) return null
  const { hostname, pathname } = new URL(url)
  const owner = catalogue.hostOwner(hostname, pathname)
  if (!owner || owner.shared) return null
  return {
    key: `connection:${id}`,
    kind: 'service',
    supplier: owner.supplier,
    ...(owner.product ? { product: owner.product } : {}),
    name: `Service connection ${name}`.slice(0, 512),
    grade: 'configured',
    context: 'ci',
    identifiers: [],
    attributes: known({ type, host: hostname, isShared: isShared ?? undefined }),
    evidence: [
      evidence(
        'service-connection',
        `/{organization}/{project}/${OPERATION}`,
        `${project.name}/${name}`,
        'host',
      ),
    ],
  }
}
