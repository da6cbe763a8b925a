import { names } from '@ai-census/cloud-kit'
import { hostOf, thing } from '../finding.ts'
import { list, text } from '../resource.ts'
import { target } from '../target.ts'

const VECTOR_CAPABILITY = /^EnableNoSQLVectorSearch$/i

export const cosmos = target({
  id: 'cosmos-vector-store',
  service: 'microsoft.documentdb',
  title: 'Cosmos DB accounts with vector search turned on',
  kinds: ['knowledge-base'],
  operations: ['DocumentDB:DatabaseAccounts_List'],
  list: (arm) => arm.list('DocumentDB:DatabaseAccounts_List'),
  *toFindings(account, place) {
    const capabilities = list(account.json, 'properties', 'capabilities').map((one) => text(one, 'name'))
    if (!capabilities.some((name) => VECTOR_CAPABILITY.test(name ?? ''))) return
    const host = hostOf(text(account.json, 'properties', 'documentEndpoint'))
    yield thing(place, {
      type: 'cosmos-vector-store',
      kind: 'knowledge-base',
      resource: account,
      grade: 'configured',
      supplier: null,
      supplierName: 'Azure Cosmos DB',
      product: 'Azure Cosmos DB',
      operation: 'DocumentDB:DatabaseAccounts_List',
      identifiers: host ? [{ type: 'host', value: host }] : [],
      attributes: {
        capabilities: names(capabilities),
        publicNetworkAccess: text(account.json, 'properties', 'publicNetworkAccess'),
      },
    })
  },
})

/** Extensions that a server lets its databases load: pgvector, and the one that calls Azure's models. */
const EXTENSIONS = ['vector', 'azure_ai', 'pg_diskann']

export const postgres = target({
  id: 'postgresql-vector-store',
  service: 'microsoft.dbforpostgresql',
  title: 'PostgreSQL servers that allow vector or AI extensions',
  kinds: ['knowledge-base'],
  operations: ['PostgreSQL:Servers_List', 'PostgreSQL:Configurations_Get'],
  list: (arm) =>
    arm.each('PostgreSQL:Configurations_Get', arm.list('PostgreSQL:Servers_List'), (server) =>
      arm.get('PostgreSQL:Configurations_Get', { id: server.id, has: ['properties'] }),
    ),
  *toFindings({ parent: server, result }, place) {
    const allowed = (text(result, 'properties', 'value') ?? '').toLowerCase().split(/\s*,\s*/)
    const extensions = names(allowed.filter((name) => EXTENSIONS.includes(name)))
    if (!extensions) return
    const host = text(server.json, 'properties', 'fullyQualifiedDomainName')?.toLowerCase()
    yield thing(place, {
      type: 'postgresql-vector-store',
      kind: 'knowledge-base',
      resource: server,
      grade: 'available',
      supplier: null,
      supplierName: 'Azure Database for PostgreSQL',
      product: 'Azure Database for PostgreSQL',
      operation: 'PostgreSQL:Configurations_Get',
      identifiers: host ? [{ type: 'host', value: host }] : [],
      attributes: { extensions, version: text(server.json, 'properties', 'version') },
    })
  },
})
