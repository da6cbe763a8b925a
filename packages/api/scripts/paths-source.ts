import { readFileSync } from 'node:fs'
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript'

const HEADER = `// biome-ignore-all lint: generated
// biome-ignore-all format: generated
// biome-ignore-all assist: generated
// Made of openapi.json by scripts/write-paths.ts.
`

/** The OpenAPI document as types, for openapi-fetch. */
export async function pathsSource(): Promise<string> {
  // Our own document, which the collector's test compares with its endpoints.
  const document = JSON.parse(readFileSync(new URL('../openapi.json', import.meta.url), 'utf8')) as OpenAPI3
  return HEADER + astToString(await openapiTS(document))
}
