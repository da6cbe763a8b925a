import { mapAhead, names } from '@ai-census/cloud-kit'
import { arnOf, thing, toArn } from '../finding.ts'
import { target } from '../target.ts'
import { hostOf } from './vector-store.ts'

const PRODUCT = 'Amazon Q Business'

export const applications = target({
  id: 'q-business-application',
  service: 'qbusiness',
  title: 'Amazon Q Business applications, their indices, data sources and plugins',
  kinds: ['assistant', 'knowledge-base'],
  operations: [
    'qbusiness:ListApplications',
    'qbusiness:ListIndices',
    'qbusiness:ListDataSources',
    'qbusiness:ListPlugins',
  ],
  list: (aws) =>
    mapAhead(
      aws.list('qbusiness', 'ListApplications', 'applications', { maxResults: 100 }),
      2,
      async (application) => {
        const { applicationId } = application
        const indices = await aws.within(
          'qbusiness:ListIndices',
          aws.list('qbusiness', 'ListIndices', 'indices', { applicationId, maxResults: 100 }),
        )
        const sources = []
        for (const { indexId } of indices)
          for (const source of await aws.within(
            'qbusiness:ListDataSources',
            aws.list('qbusiness', 'ListDataSources', 'dataSources', {
              applicationId,
              indexId,
              maxResults: 10,
            }),
          ))
            sources.push({ indexId, ...source })
        const plugins = await aws.within(
          'qbusiness:ListPlugins',
          aws.list('qbusiness', 'ListPlugins', 'plugins', { applicationId, maxResults: 50 }),
        )
        return { application, indices, sources, plugins }
      },
    ),
  *toFindings({ application, indices, sources, plugins }, place) {
    const { applicationId } = application
    const arn = arnOf(place, 'qbusiness', 'application/', applicationId)
    const indexArn = (id: string | undefined) =>
      arnOf(place, 'qbusiness', 'application/', applicationId, '/index/', id)
    yield thing(place, {
      type: 'q-business-application',
      kind: 'assistant',
      name: application.displayName ?? applicationId ?? '',
      arn,
      grade: 'deployed',
      product: PRODUCT,
      created: application.createdAt,
      changed: application.updatedAt,
      operation: 'qbusiness:ListApplications',
      relations: indices.map(({ indexId }) => toArn('uses', indexArn(indexId))),
      attributes: {
        status: application.status,
        identities: application.identityType,
        plugins: names(plugins.map(({ displayName, type }) => displayName ?? type)),
        pluginHosts: names(plugins.map(({ serverUrl }) => hostOf(serverUrl))),
      },
    })
    for (const index of indices)
      yield thing(place, {
        type: 'q-business-index',
        kind: 'knowledge-base',
        name: index.displayName ?? index.indexId ?? '',
        arn: indexArn(index.indexId),
        grade: 'deployed',
        product: PRODUCT,
        created: index.createdAt,
        changed: index.updatedAt,
        operation: 'qbusiness:ListIndices',
        attributes: {
          status: index.status,
          dataSources: names(
            sources.filter(({ indexId }) => indexId === index.indexId).map(({ displayName }) => displayName),
          ),
          dataSourceTypes: names(
            sources.filter(({ indexId }) => indexId === index.indexId).map(({ type }) => type),
          ),
        },
      })
  },
})
