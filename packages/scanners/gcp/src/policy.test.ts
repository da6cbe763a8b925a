import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { infraFiles, readmeWithTable } from './infra.ts'
import { billingPermissions, organisationPermissions, policyText, readerPermissions } from './policy.ts'
import { targets } from './table.ts'

const root = join(import.meta.dirname, '..', '..', '..', '..')

describe('what the scanner may do', () => {
  it('is to read, and nothing that gives out a secret', () => {
    for (const permission of [...readerPermissions, ...organisationPermissions])
      expect(permission).toMatch(/^[a-z]+\.[A-Za-z]+\.(list|get|getMetadata|searchAllResources)$/)
    // A key's string and a secret's value have permissions of their own.
    expect(readerPermissions).not.toContain('apikeys.keys.getKeyString')
    expect(readerPermissions.some((one) => one.startsWith('secretmanager.versions.'))).toBe(false)
  })

  it('is to make one job where the bill is named, and nowhere else', () => {
    expect(billingPermissions).toEqual(['bigquery.jobs.create', 'bigquery.tables.getData'])
    expect(policyText(true)).not.toContain('bigquery.jobs.create')
    expect(policyText(false, true)).toContain('- bigquery.jobs.create\n')
  })

  it('is a role that a project may have: what only an organisation may is apart', () => {
    expect(readerPermissions).not.toContain('resourcemanager.projects.list')
    expect(policyText(false)).toContain('- aiplatform.endpoints.list\n')
    expect(policyText(true)).toContain('- resourcemanager.projects.list\n')
  })

  it('has rows each with a name of its own', () => {
    const ids = targets.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it.each(Object.entries(infraFiles()))('%s is up to date', (path, text) => {
    expect(readFileSync(join(root, path), 'utf8'), 'node packages/scanners/gcp/src/write-infra.ts').toBe(text)
  })

  it('is in the README as it is in the code', () => {
    const readme = readFileSync(join(import.meta.dirname, '..', 'README.md'), 'utf8')
    expect(readme, 'node packages/scanners/gcp/src/write-infra.ts').toBe(readmeWithTable(readme))
  })
})
