import { createRequire } from 'node:module'

type Oxc = typeof import('oxc-parser')

let oxc: Oxc | undefined

/** The parser's native part takes longer to load than a small repository to scan, and many hold no JavaScript. */
export function loadOxc(): Oxc {
  oxc ??= required()
  return oxc
}

function required(): Oxc {
  try {
    // What `require` gives is the module whose types these are.
    return createRequire(import.meta.url)('oxc-parser') as Oxc
  } catch (cause) {
    // Without its native part the package throws an error of its own kind, that nobody could tell from a file's fault.
    throw Object.assign(new Error('oxc-parser cannot be loaded', { cause }), { code: 'MODULE_NOT_FOUND' })
  }
}
