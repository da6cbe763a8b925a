import { createRequire } from 'node:module'

interface Options {
  readonly lang: 'jsx' | 'ts' | 'tsx'
  readonly astType: 'js'
}

/** What the parser's native part gives. Each part is made when it is asked for, and most of them are never asked for here. */
interface Native {
  parseSync(
    path: string,
    source: string,
    options: Options,
  ): { readonly program: string; readonly errors: readonly OxcError[] }
}

interface OxcError {
  readonly labels?: readonly { readonly start: number }[] | null
}

export interface Parsed {
  /** The statements of the file, as ESTree. */
  readonly body: readonly unknown[]
  readonly errors: readonly OxcError[]
}

let native: Native | undefined

/**
 * The package's own `parseSync` has all comments and imports made into objects each time, and each regular expression of the
 * source compiled: together as much work as parsing. Types are left out of the tree, as nothing here reads them.
 */
export function parseOxc(path: string, source: string, lang: Options['lang']): Parsed {
  // The native part takes longer to load than a small repository to scan, and many hold no JavaScript.
  native ??= required()
  const result = native.parseSync(path, source, { lang, astType: 'js' })
  const { errors } = result
  // What the native part writes is ESTree; the reader looks at each node of it through `isNode`.
  const { node } = JSON.parse(result.program) as { node: { body: unknown[] } }
  return { body: node.body, errors }
}

function required(): Native {
  try {
    // The package types its native part with the tree made already; it is a text.
    return createRequire(import.meta.url)('oxc-parser/src-js/bindings') as Native
  } catch (cause) {
    // Without its native part the package throws an error of its own kind, that nobody could tell from a file's fault.
    throw Object.assign(new Error('oxc-parser cannot be loaded', { cause }), { code: 'MODULE_NOT_FOUND' })
  }
}
