import { expect, it } from 'vitest'
import { isPermission, remedyOf } from './permissions.ts'

it('a missing permission is written as its provider’s policy wants it', () => {
  expect(remedyOf('aws', 'sagemaker:ListEndpoints').line).toBe('"sagemaker:ListEndpoints",')
  expect(remedyOf('azure', 'Microsoft.App/containerApps/read').line).toBe(
    '"Microsoft.App/containerApps/read",',
  )
  expect(remedyOf('gcp', 'aiplatform.endpoints.list').line).toBe('- aiplatform.endpoints.list')
  expect(remedyOf('github', 'contents:read').line).toBe('contents: read')
  expect(remedyOf('gitlab', 'read_repository').line).toBe('read_repository')
})

it('what no line can give is said in words', () => {
  expect(remedyOf('aws', 'credentials')).toEqual({
    line: null,
    where: 'The provider does not accept the credentials. Give the scanner new ones.',
  })
  expect(remedyOf('gitlab', 'role:owner').where).toContain('the role owner')
})

it('a scanner that nobody wrote down gets the permission by its name', () => {
  expect(remedyOf('kubernetes', 'pods:list').line).toBe('pods:list')
})

it('a permission is told from other reasons', () => {
  expect(['bedrock:ListAgents', 'a.b.list', 'M/x/read'].every(isPermission)).toBe(true)
  expect(['unavailable', 'rate-limit', undefined].some(isPermission)).toBe(false)
})
