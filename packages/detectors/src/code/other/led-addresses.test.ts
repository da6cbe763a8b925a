import { describe, expect, it } from 'vitest'
import { scan } from '../../testing/repository.ts'

const services = (path: string, text: string) =>
  scan({ [path]: text }).keys.filter((key) => key.startsWith('service:'))

/** Of this host the page is a page, and one path is the interface. */
const page = 'https://translate.google.com'

describe('an address that a text makes with a constant before it', () => {
  it.each([
    ['a.swift', `let base = "${page}"\nlet url = "\\(base)/translate_a/single"\n`],
    ['a.kt', `const val BASE = "${page}"\nval url = "\${BASE}/translate_a/single"\n`],
    ['a.dart', `const base = '${page}';\nfinal url = '$base/translate_a/single';\n`],
    ['a.rb', `BASE = "${page}"\nurl = "#{BASE}/translate_a/single"\n`],
    ['a.cs', `class A { const string Base = "${page}"; string url = $"{Base}/translate_a/single"; }\n`],
  ])('%s', (path, text) => expect(services(path, text)).toEqual(['service:google-cloud-ai']))

  it.each([
    ['a.swift', `let base = "${page}"\nlet url = "\\(base)/?sl=auto&op=translate"\n`],
    [
      'a.swift',
      `let base = "${page}"\nlet other = "https://pages.acme.dev"\nlet url = "\\(other)/translate_a/single"\n`,
    ],
    ['a.swift', `let base = "${page}"\nlet url = "/translate_a/single"\n`],
  ])('none: %s: %s', (path, text) => expect(services(path, text)).toEqual([]))
})
