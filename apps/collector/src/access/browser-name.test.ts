import { expect, it } from 'vitest'
import { browserName } from './browser-name.ts'

const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0'

it.each([
  [`${CHROME} Safari/537.36`, 'Chrome 140 on Windows'],
  [`${CHROME} Safari/537.36 Edg/140.0.0.0`, 'Edge 140 on Windows'],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15',
    'Safari 18 on macOS',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
    'Safari 18 on iOS',
  ],
  ['curl/8.5.0', 'curl/8.5.0'],
  ['x\u0000\u001b[31m', 'x[31m'],
  [undefined, null],
  ['', null],
])('a person reads %j as %j', (agent, name) => {
  expect(browserName(agent)).toBe(name)
})
