import type { Input } from '../../detector.ts'
import type { PackageSign } from '../../signs.ts'
import { packageSign } from '../package-sign.ts'
import { requirementOf } from './requirement.ts'

/** So far from its beginning a script says what it needs. */
const REACH = 200

/**
 * What a file of Python says at its top that it needs: inline metadata of scripts
 * (packaging.python.org/en/latest/specifications/inline-script-metadata), and the front matter of plugins of Open WebUI
 * (docs.openwebui.com/features/plugin).
 */
export function scriptPackages(input: Input): PackageSign[] {
  if (!/^# \/\/\/ script\s*$|^requirements:/m.test(input.text)) return []
  const lines = input.text.split('\n', REACH)
  return [...inMetadata(lines), ...inFrontMatter(lines)].flatMap(({ text, line }) => {
    const requirement = requirementOf(text)
    return requirement
      ? packageSign(input, 'pypi', requirement.name, line, { method: 'manifest', range: requirement.range })
      : []
  })
}

interface Named {
  readonly text: string
  readonly line: number
}

/** The texts of `dependencies = […]` between `# /// script` and `# ///`. */
function inMetadata(lines: readonly string[]): Named[] {
  const from = lines.findIndex((line) => /^# \/\/\/ script\s*$/.test(line))
  if (from < 0) return []
  const found: Named[] = []
  let listed = false
  for (let at = from + 1; at < lines.length && lines[at]!.startsWith('#'); at += 1) {
    const said = lines[at]!.slice(1).trim()
    if (said.startsWith('///')) break
    if (said.startsWith('#')) continue
    listed ||= /^dependencies\s*=\s*\[/.test(said)
    if (!listed) continue
    const texts = said.replace(/^dependencies\s*=/, '').matchAll(/"([^"]{1,200})"|'([^']{1,200})'/g)
    for (const [, double, single] of texts) found.push({ text: double ?? single ?? '', line: at + 1 })
    if (/\]\s*(?:#.*)?$/.test(said)) break
  }
  return found
}

/** `requirements: acme, other>=1` in the text that a file begins with. */
function inFrontMatter(lines: readonly string[]): Named[] {
  const first = lines.findIndex((line) => line.trim() !== '' && !line.startsWith('#'))
  const quote = /^\s*("""|''')/.exec(lines[first] ?? '')?.[1]
  if (quote === undefined) return []
  for (let at = first + 1; at < lines.length && !lines[at]!.includes(quote); at += 1) {
    const list = /^\s*requirements:\s*(.{1,2000})$/.exec(lines[at]!)?.[1]
    if (list) return list.split(',').map((text) => ({ text: text.trim(), line: at + 1 }))
  }
  return []
}
