import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { infraFiles, readmeWithTable } from './infra.ts'
import { nameOf, serviceOf } from './permissions.ts'
import { allOperations, organisationPolicy, readerPermissions, readerPolicies } from './policy.ts'
import { everything, look, organisationData } from './testing/index.ts'
import { operationsOfService } from './testing/models.ts'

const root = join(import.meta.dirname, '..', '..', '..', '..')
/** Verbs that read; `Generate` makes a report of what is recorded already, `Select` asks Config's records. */
const READS = /^(List|Describe|Get|BatchGet|Search|Select|Lookup|Generate)/

describe('what the scanner may do', () => {
  it('is to read, and nothing that gives out a secret', () => {
    for (const operation of allOperations) {
      const name = nameOf(operation)
      if (operation === 'sts:AssumeRole') continue
      expect(name, operation).toMatch(READS)
      expect(operation).not.toMatch(
        /^(secretsmanager|kms):|Secret|GetParameter|Decrypt|Password|SessionToken|FederationToken|GetAuthorization/,
      )
    }
  })

  it('is what the SDK has an operation for', async () => {
    for (const operation of allOperations) {
      const known = (await operationsOfService(serviceOf(operation))).map(({ name }) => name)
      expect(known, operation).toContain(nameOf(operation))
    }
  })

  it('is all that it ever sends, to an organisation with everything in it', async () => {
    const { calls } = await look(
      {
        data: (call) =>
          organisationData(
            {
              accounts: [
                { id: '111122223333', name: 'a' },
                { id: '444455556666', name: 'b' },
              ],
            },
            call,
          ) ?? everything(call),
      },
      { organization: true },
    )
    const sent = new Set(calls.map(({ operation }) => operation))
    const allowed: readonly string[] = allOperations
    expect([...sent].filter((operation) => !allowed.includes(operation))).toEqual([])
    // What needs types that an index knows to be asked for.
    expect(allOperations.filter((operation) => !sent.has(operation))).toEqual([
      'resource-explorer-2:ListResources',
    ])
  })

  it('fits into managed policies', () => {
    for (const policy of readerPolicies()) expect(JSON.stringify(policy).length).toBeLessThanOrEqual(6144)
    const actions = readerPolicies().flatMap(({ Statement }) => Statement.flatMap(({ Action }) => Action))
    expect(actions).toEqual(readerPermissions)
    expect(actions.some((action) => action.includes('*'))).toBe(false)
  })

  it('lets nobody but who scans an organisation assume roles, and only the reader', () => {
    expect(readerPermissions).not.toContain('sts:AssumeRole')
    expect(organisationPolicy('aws-us-gov', 'R').Statement.at(-1)).toMatchObject({
      Action: ['sts:AssumeRole'],
      Resource: 'arn:aws-us-gov:iam::*:role/R',
    })
  })

  it.each(Object.entries(infraFiles()))('%s is up to date', (path, text) => {
    expect(readFileSync(join(root, path), 'utf8'), 'node packages/scanners/aws/src/write-infra.ts').toBe(text)
  })

  it('is what the templates say, action by action', () => {
    for (const [path, text] of Object.entries(infraFiles()).filter(([, one]) =>
      one.includes('bedrock:ListGuardrails'),
    )) {
      const named = new Set(
        text.match(/\b[a-z0-9-]+:(?:List|Describe|Get|BatchGet|Search|Select|Lookup|Generate)[A-Za-z0-9]*/g),
      )
      const mentioned = organisationPolicy('aws', 'R').Statement.flatMap(({ Action }) => Action)
      expect([...named].filter((one) => !mentioned.includes(one)).sort(), path).toEqual(
        readerPermissions.filter((one) => !mentioned.includes(one)),
      )
    }
    const role = parse(infraFiles()['infra/cloudformation/aws/reader-role.yaml'] ?? '', {
      logLevel: 'silent',
    })
    expect(role.Resources.Reader.Properties.AssumeRolePolicyDocument.Statement[0].Action).toBe(
      'sts:AssumeRole',
    )
  })

  it('is in the README as it is in the code', () => {
    const readme = readFileSync(join(import.meta.dirname, '..', 'README.md'), 'utf8')
    expect(readme, 'node packages/scanners/aws/src/write-infra.ts').toBe(readmeWithTable(readme))
  })
})
