import type { Suppression } from '@ai-census/schema'
import ignore, { type Ignore } from 'ignore'
import type { TextAbove } from '../sources/snapshot.ts'
import { IGNORE_FILE } from './files.ts'

interface Rule {
  readonly line: number
  readonly pattern: string
  readonly alone: Ignore
  readonly reason: string
}

/** One file: what it says of paths below its folder, and where it lies. */
interface Rules {
  /** Its folder within the scope, `legacy/`; `''` for the root of the scope and for all above it. */
  readonly below: string
  /** The scope's root within its folder, `services/shop/`, where it lies above; else `''`. */
  readonly prefix: string
  /** As seen from the root of the scope: `legacy/.ai-censusignore`, `../.ai-censusignore`. */
  readonly place: string
  readonly rules: readonly Rule[]
  readonly all: Ignore
}

/**
 * What the `.ai-censusignore` files of a scope, and those above it, say of paths: in the syntax of `.gitignore`, and
 * as git reads several of them. A file speaks of what lies below its folder, the nearest that says anything
 * decides, and in a folder that is ignored as a whole nothing is taken back. The reason of a pattern is the
 * comment behind it (` # why`), else the comment right above its block.
 *
 * @param texts by their paths within the scope
 * @param above up to the root of the repository, the nearest first
 */
export function ignoredPaths(
  texts: ReadonlyMap<string, string>,
  above: readonly TextAbove[] = [],
): (path: string) => Suppression | null {
  const own = [...texts].map(([place, text]) => rulesOf(text, place, place.slice(0, -IGNORE_FILE.length), ''))
  const outer = above.map(({ text, place, prefix }) => rulesOf(text, place, '', prefix))
  const files = [...own.sort(byDepth), ...outer].filter(({ rules }) => rules.length > 0)
  if (files.length === 0) return () => null
  const folders = new Map<string, Suppression | null>()
  const folderVerdict = (folder: string): Suppression | null => {
    if (folder === '') return null
    let verdict = folders.get(folder)
    if (verdict === undefined) {
      verdict = folderVerdict(parentOf(folder.slice(0, -1))) ?? verdictOf(folder, files)
      folders.set(folder, verdict)
    }
    return verdict
  }
  return (path) => folderVerdict(parentOf(path)) ?? verdictOf(path, files)
}

const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1)

/** The innermost first. */
const byDepth = (a: Rules, b: Rules): number => b.below.split('/').length - a.below.split('/').length

/** The verdict of the nearest file that says anything of the path. */
function verdictOf(path: string, files: readonly Rules[]): Suppression | null {
  for (const { below, prefix, rules, all, place } of files) {
    if (!path.startsWith(below)) continue
    const relative = prefix + path.slice(below.length)
    if (relative === '') continue
    const { ignored, unignored } = all.test(relative)
    if (unignored) return null
    if (!ignored) continue
    // The last pattern that names the path decided, so that its reason is the one to show.
    const rule = rules.findLast(({ alone }) => alone.ignores(relative))
    return {
      by: 'path',
      status: 'active',
      place: `${place}:${rule?.line ?? 1}`,
      ...(rule?.reason ? { reason: rule.reason } : {}),
    }
  }
  return null
}

function rulesOf(text: string, place: string, below: string, prefix: string): Rules {
  const rules = parse(text)
  return { place, below, prefix, rules, all: matcher(rules.map(({ pattern }) => pattern)) }
}

function parse(text: string): Rule[] {
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
