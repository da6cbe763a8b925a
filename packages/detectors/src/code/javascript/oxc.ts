import { createRequire } from 'node:module'

type Oxc = typeof import('oxc-parser')

let oxc: Oxc | undefined

/** The parser's native part takes longer to load than a small repository to scan, and many hold no JavaScript. */
export function loadOxc(): Oxc {
  // What `require` gives is the module whose types these are.
  oxc ??= createRequire(import.meta.url)('oxc-parser') as Oxc
  return oxc
}
