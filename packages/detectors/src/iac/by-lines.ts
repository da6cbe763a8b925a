import type { Detector, Input } from '../detector.ts'
import type { NamedSign } from '../signs.ts'
import { resourceSign } from './terraform.ts'

const typed = /["']?\b[Tt]ype["']?\s{0,8}:\s{0,8}["']?((?:AWS::|Microsoft\.|gcp-types\/)[\w:./-]{3,120})/
const manifestLine =
  /^(\s{0,40})(?:-\s+)?["']?(apiVersion|kind)["']?\s*:\s*["']?([\w./-]{2,120})["']?\s*(?:#.*)?$/

/** Resources of a file that no tree is made of, each by its line: a template before it is filled in, or too much. */
export function resourcesByLine(input: Input): NamedSign[] {
  const named: NamedSign[] = []
  // `apiVersion` and `kind` belong together where they are equally far in, in either order.
  let half: { key: string; text: string; indent: number; line: number } | null = null
  for (const [index, raw] of input.text.split('\n').entries()) {
    if (/^\s*(#|\/\/|\{#)/.test(raw)) continue
    const text = raw.slice(0, 500)
    const line = index + 1
    const type = typed.exec(text)?.[1]
    if (type) named.push(...resourceSign(input, type, undefined, `${type}.line ${line}`, line))
    if (/^---/.test(text)) half = null
    const match = manifestLine.exec(text)
    if (!match) continue
    const [, indent = '', key = '', value = ''] = match
    const now = { key, text: value, indent: indent.length, line }
    if (!half || half.key === key || half.indent !== now.indent || line - half.line > 3) {
      half = now
      continue
    }
    const [version, kind] = key === 'kind' ? [half, now] : [now, half]
    const name = `${version.text.split('/')[0]}/${kind.text}`
    named.push(...resourceSign(input, name, undefined, `${name}.line ${kind.line}`, kind.line))
    half = null
  }
  return named
}

/** Templates of Deployment Manager that are programs: they return the resources as a dictionary. */
export const deploymentManager: Detector = {
  id: 'iac/deployment-manager',
  when: 'literal',
  limit: 500_000,
  claims: ({ extension }) => extension === 'py',
  analyse: (input) => (input.text.includes('gcp-types/') ? { named: resourcesByLine(input) } : {}),
}
