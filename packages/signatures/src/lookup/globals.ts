/** The objects in which a runtime of JavaScript keeps its globals; a signature writes `self`. */
const HOLDERS = /^(?:self|window|globalThis|global)\./

/** What a runtime hands to a program comes by way of whatever that calls it: `c.env.AI.run`, `this.env.AI.run`. */
const HANDED = /^(?:[\w$]+\.){1,4}(?=env\.[A-Z])/

/** The owner of a global or of what a program takes from it, with or without the object that holds all globals before it. */
export function findGlobal(globals: ReadonlyMap<string, string>, name: string): string | null {
  const bare = name.replace(HANDED, '').replace(HOLDERS, '')
  return (bare === name ? null : longest(globals, `self.${bare}`)) ?? longest(globals, bare)
}

function longest(globals: ReadonlyMap<string, string>, name: string): string | null {
  const parts = name.split('.')
  for (let end = Math.min(parts.length, 5); end > 1; end -= 1) {
    const owner = globals.get(parts.slice(0, end).join('.'))
    if (owner) return owner
  }
  return null
}

/** How a program may write a global: what it is taken from may be cast or absent, `(self as any).ai?.languageModel`. */
export function globalLiterals(name: string): string[] {
  const bare = name.replace(HOLDERS, '')
  const last = bare.lastIndexOf('.')
  return [bare, `${bare.slice(0, last)}?${bare.slice(last)}`]
}
