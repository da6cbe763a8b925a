import type { Suppression } from '@ai-census/schema'
import ignore, { type Ignore } from 'ignore'

export const IGNORE_FILE = '.ai-censusignore'

interface Rule {
  readonly line: number
  readonly pattern: string
  readonly alone: Ignore
  readonly reason: string
}

/**
 * What `.ai-censusignore` at the root of a scope says of paths, in the syntax of `.gitignore`. The reason of a
 * pattern is the comment behind it (` # why`), else the comment right above its block.
 */
export function ignoredPaths(text: string): (path: string) => Suppression | null {
  const rules = rulesOf(text)
  if (rules.length === 0) return () => null
  const all = matcher(rules.map(({ pattern }) => pattern))
  return (path) => {
    if (!all.ignores(path)) return null
    // The last pattern that names the path decided, so that its reason is the one to show.
    const rule = rules.findLast(({ alone }) => alone.ignores(path))
    return {
      by: 'path',
      status: 'active',
      place: `${IGNORE_FILE}:${rule?.line ?? 1}`,
      ...(rule?.reason ? { reason: rule.reason } : {}),
    }
  }
}

function rulesOf(text: string): Rule[] {
  const rules: Rule[] = []
  let above: string[] = []
  let inBlock = false
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (line.startsWith('#')) {
      if (inBlock) above = []
      inBlock = false
      above.push(line.replace(/^#+\s*/, '').trim())
    } else if (line.trim() === '') {
      above = []
      inBlock = false
    } else {
      inBlock = true
      const [, pattern = line, behind] = /^(.*?\S)\s+#\s*(.*)$/.exec(line) ?? []
      const reason = (behind ?? above.join(' ')).trim().slice(0, 1000)
      rules.push({ line: index + 1, pattern, alone: matcher([pattern]), reason })
    }
  }
  return rules
}

// Paths come from listings, so that nothing but a name with an odd shape could be refused.
const matcher = (patterns: readonly string[]): Ignore =>
  ignore({ allowRelativePaths: true }).add([...patterns])
