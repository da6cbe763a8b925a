import { readFileSync } from 'node:fs'
import { contract, type Endpoint } from '@ai-census/api'
import { describe, expect, it } from 'vitest'
import { openApiDocument } from '../scripts/openapi-document.ts'

const inContract = Object.values(contract)
  .flatMap((module): unknown[] => Object.values(module))
  .filter((value): value is Endpoint => typeof value === 'object' && value !== null && 'path' in value)
  .map(({ method, path }) => `${method} ${path}`)

describe('the server', () => {
  // Taken out of a JSON document, where every path has its methods.
  const document = JSON.parse(JSON.stringify(openApiDocument())) as { paths: Record<string, object> }
  const implemented = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  )

  it('implements every endpoint of the contract, and none besides', () => {
    expect(implemented.sort()).toEqual(inContract.sort())
  })

  it('is what the committed OpenAPI document says', () => {
    const committed = readFileSync(new URL('../../../packages/api/openapi.json', import.meta.url), 'utf8')
    expect(JSON.parse(committed), 'run `pnpm --filter @ai-census/api generate`').toEqual(document)
  })
})
