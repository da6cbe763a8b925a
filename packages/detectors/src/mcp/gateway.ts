import type { McpServerSign } from '../signs.ts'

const listed = /(?:^|[\s"'])--servers[=\s]{1,3}["']?([\w.-]+(?:,[\w.-]+)*)/

/** The image of a gateway, whoever mirrors it. */
const image = /(?:^|\/)mcp-gateway(?:[:@].*)?$/

/**
 * The servers that a gateway is told to run: `docker mcp gateway run --servers=brave,exa`; their images are those of Docker's
 * catalogue, `mcp/<name>` (docs.docker.com/ai/mcp-catalog-and-toolkit/mcp-gateway).
 *
 * @param command what starts the gateway, or its image's arguments
 */
export function gatewayServers(
  command: string,
  line: number,
  excerpt: string,
  container?: string,
): McpServerSign[] {
  const starts =
    container === undefined ? /\bmcp\s{1,3}gateway\s{1,3}run\b/.test(command) : image.test(container)
  if (!starts) return []
  const names = listed.exec(command.slice(0, 4000))?.[1]?.split(',') ?? []
  return names.slice(0, 50).map((name) => ({
    name,
    transport: 'stdio',
    package: `docker:mcp/${name}`,
    environment: [],
    headers: [],
    line,
    excerpt,
  }))
}
