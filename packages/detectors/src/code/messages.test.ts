import { describe, expect, it } from 'vitest'
import { finding, scan } from '../testing/repository.ts'

const key = 'service:model-context-protocol'

describe('a protocol that a program speaks without a kit', () => {
  it.each([
    [
      'src/server.ts',
      "switch (method) {\n  case 'initialize': return hello()\n  case 'tools/list': return tools\n  case 'tools/call': return call(params)\n}\n",
    ],
    [
      'src/server.py',
      'def handle(method, params):\n    if method == "tools/list":\n        return TOOLS\n    elif method == "tools/call":\n        return call(params)\n',
    ],
    [
      'app/mcp.rb',
      "case method\nwhen 'notifications/initialized' then nil\nwhen 'tools/call' then call\nend\n",
    ],
    [
      'src/Schema.java',
      'class Schema { static final String LIST = "tools/list"; static final String CALL = "tools/call"; }\n',
    ],
    [
      'server.go',
      'package a\n\nfunc f(m string) { switch m { case "tools/list": list(); case "tools/call": call() } }\n',
    ],
    ['src/client.ts', "await send('tools/list', {})\nawait send('tools/call', { name })\n"],
  ])('%s', (path, text) => {
    expect(finding({ [path]: text }, key)).toMatchObject({
      kind: 'service',
      supplier: 'model-context-protocol',
      grade: 'configured',
      context: 'production',
    })
  })

  it.each([
    ['src/routes.ts', "router.get('tools/list', show)\n"],
    ['src/routes.ts', "router.get('tools/list', show)\nrouter.get('tools/list', showAgain)\n"],
    ['README.md', 'It answers `tools/list` and `tools/call`.\n'],
    ['src/help.ts', "const help = 'Answers tools/list and tools/call.'\n"],
  ])('none: %s: %s', (path, text) => {
    expect(scan({ [path]: text }).keys).toEqual([])
  })
})
