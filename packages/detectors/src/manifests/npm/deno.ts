import { npmPackageOf } from '@ai-census/signatures'
import type { Detector } from '../../detector.ts'
import { at, entriesOf, readJson, textOf } from '../../text/structure.ts'
import { packageSign } from '../package-sign.ts'

/** `deno.json` and import maps: `"openai": "npm:openai@^4"`, `jsr:` and `https://esm.sh/` likewise. */
export const denoJson: Detector = {
  id: 'npm/deno',
  when: 'always',
  extensions: ['json', 'jsonc'],
  limit: 2_000_000,
  claims: ({ name }) => name === 'deno.json' || name === 'deno.jsonc' || name === 'import_map.json',
  analyse(input) {
    const packages = entriesOf(at(readJson(input.lines), 'imports')).flatMap(({ value, line }) => {
      const specifier = textOf(value) ?? ''
      const match = /^(npm|jsr):\/?((?:@[^/@]+\/)?[^/@]+)(?:@([^/]+))?/.exec(specifier)
      // What serves packages of npm as modules: `https://esm.sh/openai@4`.
      const fetched = specifier.startsWith('https://') ? npmPackageOf(specifier) : null
      if (fetched) return packageSign(input, 'npm', fetched, line, { method: 'manifest' })
      if (!match) return []
      const ecosystem = match[1] === 'jsr' ? 'jsr' : 'npm'
      return packageSign(input, ecosystem, match[2]!, line, {
        method: 'manifest',
        ...(match[3] ? { range: match[3] } : {}),
      })
    })
    return { packages }
  },
}
