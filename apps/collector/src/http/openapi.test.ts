import { contract, type Endpoint } from '@ai-census/api'
import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, it } from 'vitest'
import { openApiDocument } from '../../scripts/openapi-document.ts'

interface Operation {
  operationId: string
  summary: string
  tags: string[]
  security: Record<string, string[]>[]
  responses: Record<string, { content?: Record<string, { example?: unknown }> }>
}
interface Document {
  tags: { name: string; description: string }[]
  paths: Record<string, Record<string, Operation>>
  components: { securitySchemes: Record<string, unknown> }
}

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value

const endpoints = Object.values(contract)
  .flatMap((module): unknown[] => Object.values(module))
  .filter(isEndpoint)
  .map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const)

describe('the OpenAPI document', () => {
  // Taken out of a JSON document; that it has this shape is the first test.
  const document = JSON.parse(JSON.stringify(openApiDocument())) as Document
  const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods))

  it('is valid by the JSON Schema of OpenAPI 3.1', async () => {
    const validator = new Validator()
    const { valid, errors } = await validator.validate(structuredClone({ ...document }))
    expect(errors).toBeUndefined()
    expect(valid).toBe(true)
    expect(validator.version).toBe('3.1')
  })

  it('names each operation once, and describes every tag and security scheme that they use', () => {
    const ids = operations.map(({ operationId }) => operationId)
    expect(new Set(ids).size).toBe(ids.length)
    const tags = new Set(operations.flatMap((operation) => operation.tags))
    expect(document.tags.map(({ name }) => name).sort()).toEqual([...tags].sort())
    const schemes = operations.flatMap(({ security }) => security.flatMap(Object.keys))
    expect([...new Set(schemes)].sort()).toEqual(Object.keys(document.components.securitySchemes).sort())
  })

  it('says of each operation how it is refused, with an example', () => {
    for (const { operationId, responses } of operations) {
      const problems = Object.entries(responses).filter(([status]) => Number(status) >= 400)
      expect(
        problems.map(([status]) => status),
        operationId,
      ).toEqual(expect.arrayContaining(['400', '429', '500']))
      for (const [, { content }] of problems)
        expect(content?.['application/problem+json']?.example, operationId).toBeDefined()
    }
  })

  it.each(endpoints.filter(([, { body }]) => body))(
    'shows a body for %s that it would take',
    (_, endpoint) => {
      expect(endpoint.body?.safeParse(endpoint.example?.body).error).toBeUndefined()
      if (endpoint.example?.response !== undefined)
        expect(endpoint.response.safeParse(endpoint.example.response).error).toBeUndefined()
    },
  )
})
