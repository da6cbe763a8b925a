import { describe, expect, it } from 'vitest'
import { servesTools } from './image.ts'

describe('an image that is a server of tools by its name', () => {
  it.each([
    'ghcr.io/acme/desk-mcp:1.0',
    'acme/mcp-server',
    'acme/mcp-server-desk@sha256:0a',
    'desk_mcp_server',
  ])('%s', (image) => expect(servesTools(image)).toBe(true))
  it.each([
    'acme/mcp',
    'acme/mcprouter',
    'acme/mcp-tools/desk',
    'acme/desk:mcp',
    'registry.acme.dev/desk-mcp/web',
  ])('not %s', (image) => expect(servesTools(image)).toBe(false))
})
