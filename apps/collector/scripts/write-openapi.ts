import { writeFileSync } from 'node:fs'
import { openApiDocument } from './openapi-document.ts'

const target = new URL('../../../packages/api/openapi.json', import.meta.url)
writeFileSync(target, `${JSON.stringify(openApiDocument(), null, 2)}\n`)
