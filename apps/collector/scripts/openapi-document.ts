import * as api from '@ai-census/api'
import * as schema from '@ai-census/schema'
import { zodToOpenAPIRegistry } from '@asteasolutions/zod-to-openapi'
import { OpenAPIHono, z } from '@hono/zod-openapi'
import { addEndpoints } from '../src/app.ts'
import type { Deps } from '../src/deps.ts'
import type { Env } from '../src/http/implement.ts'
import { document, securitySchemes } from '../src/http/openapi.ts'

/** The OpenAPI document of the endpoints as they are implemented. */
export function openApiDocument(): unknown {
  nameTypes()
  const app = new OpenAPIHono<Env>()
  // Endpoints are described without being called, so nothing of their dependencies is touched.
  addEndpoints(app, {} as Deps)
  for (const [name, scheme] of Object.entries(securitySchemes))
    app.openAPIRegistry.registerComponent('securitySchemes', name, scheme)
  return app.getOpenAPI31Document(document('1'))
}

/** A type that the contract exports is described once, under its name there. */
function nameTypes(): void {
  for (const [name, value] of [...Object.entries(schema), ...Object.entries(api)])
    if (
      value instanceof z.ZodObject ||
      value instanceof z.ZodEnum ||
      value instanceof z.ZodDiscriminatedUnion
    )
      zodToOpenAPIRegistry.add(value, { _internal: { refId: name } })
}
