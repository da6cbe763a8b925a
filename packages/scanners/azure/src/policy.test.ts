import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { AzureConfig } from './config.ts'
import { scanner } from './index.ts'
import { infraFiles, readmeWithTable } from './infra.ts'
import { operations, permissionOf, restOf } from './operations.ts'
import { allOperations, readerActions } from './policy.ts'
import { targets } from './table.ts'
import { look, smallSubscription } from './testing/index.ts'

const root = join(import.meta.dirname, '..', '..', '..', '..')

describe('what the scanner may do', () => {
  it('is to read: GET, and the two questions that need a body', () => {
    const posts = allOperations.filter((operation) => operations[operation].method !== 'GET')
    expect(posts).toEqual(['CostManagement:Query_Usage', 'ResourceGraph:Resources'])
    for (const operation of allOperations) {
      const { path, permission } = operations[operation]
      expect(permission, operation).toMatch(/\/read$|^Microsoft\.CostManagement\/query\/action$/i)
      expect(`${path} ${permission}`).not.toMatch(/listKeys|listSecrets|\/list$|regenerate|\*/i)
    }
  })

  it('names each operation once, and no operation that nobody uses', () => {
    expect([...allOperations].sort()).toEqual(Object.keys(operations).sort())
    expect(new Set(targets.map(({ id }) => id)).size).toBe(targets.length)
  })

  it('is all that it ever sends, to a subscription with everything in it', async () => {
    const { calls } = await look({ estate: smallSubscription() })
    const forms = allOperations.map((operation) => {
      const { method, path, plane } = restOf(operation)
      const form = `${plane ? '/api/projects/[^/]+' : ''}${path}`
        .replaceAll('.', '\\.')
        .replace('{id}', '/subscriptions/[^?]+')
        .replace(/\{\w+\}/g, '[^/]+')
      return { operation, method, form: new RegExp(`^${form}$`, 'i') }
    })
    const sent = new Set<string>()
    for (const { method, path } of calls) {
      const known = forms.filter((one) => one.method === method && one.form.test(path))
      expect(known.length, `${method} ${path}`).toBeGreaterThan(0)
      for (const { operation } of known) sent.add(operation)
    }
    // Without a management group nobody asks for what is below one, and without names nobody for one subscription.
    expect(allOperations.filter((operation) => !sent.has(operation))).toEqual([
      'ManagementGroups:GetDescendants',
      'Subscriptions:Get',
    ])
  })

  it('is a role that can be given where the settings look', () => {
    const role = (config: object) => JSON.parse(scanner.policy?.(AzureConfig.parse(config)) ?? '')
    expect(role({ managementGroup: 'acme' })).toMatchObject({
      IsCustom: true,
      Actions: readerActions,
      DataActions: [],
      AssignableScopes: ['/providers/Microsoft.Management/managementGroups/acme'],
    })
    expect(readerActions).toContain(permissionOf('CognitiveServices:Deployments_List'))
    // Azure lets a role with actions on data be given in subscriptions alone.
    expect(role({}).DataActions).toEqual(['Microsoft.CognitiveServices/accounts/AIServices/agents/read'])
  })

  it.each(Object.entries(infraFiles()))('%s is up to date', (path, text) => {
    expect(readFileSync(join(root, path), 'utf8'), 'node packages/scanners/azure/src/write-infra.ts').toBe(
      text,
    )
  })

  it('is in the README as it is in the code', () => {
    const readme = readFileSync(join(import.meta.dirname, '..', 'README.md'), 'utf8')
    expect(readme, 'node packages/scanners/azure/src/write-infra.ts').toBe(readmeWithTable(readme))
  })
})
