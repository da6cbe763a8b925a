import type { Input } from '../../detector.ts'
import type { PackageSign } from '../../signs.ts'
import { packageSign } from '../package-sign.ts'
import { requirementOf } from './requirement.ts'

/** What lists packages behind it, and what a file must say besides where the word is an ordinary one. */
const lists: readonly { readonly begins: RegExp; readonly beside?: RegExp }[] = [
  { begins: /\.(?:uv_)?pip_install\(\s{0,200}\[?/g },
  { begins: /\bpackages_to_install\s{0,5}=\s{0,5}\[/g },
  { begins: /["']pip["']\s{0,5}:\s{0,5}\[/g, beside: /\bruntime_env\b/ },
  {
    begins: /\brequirements\s{0,5}=\s{0,5}\[/g,
    beside: /\bvirtualenv\b|VirtualenvOperator|\bagent_engines\b|\breasoning_engines\b/,
  },
]

/** So many characters a list has, and so many of them a file. */
const LONGEST = 3000
const MOST = 100

const item = /^[\s,]{0,400}(?:"([^"\n]{1,120})"|'([^'\n]{1,120})')/

/**
 * Packages that a program has installed where it runs its parts: images of Modal (`.pip_install("acme")`), components of Kubeflow
 * (`packages_to_install=[…]`), environments of Ray (`runtime_env={"pip": […]}`), tasks of Airflow and agents of Vertex AI (`requirements=[…]`).
 */
export function packagesElsewhere(input: Input): PackageSign[] {
  const text = withoutComments(input.text)
  return lists.flatMap(({ begins, beside }) => {
    if (beside && !beside.test(text)) return []
    return [...text.matchAll(begins)].slice(0, MOST).flatMap(({ 0: all, index }) =>
      itemsAt(text, index + all.length).flatMap(({ name, at }) => {
        const named = requirementOf(name)
        if (!named) return []
        const line = input.lines.at(at)
        return packageSign(input, 'pypi', named.name, line, { method: 'manifest', range: named.range })
      }),
    )
  })
}

function itemsAt(text: string, from: number): { name: string; at: number }[] {
  const found: { name: string; at: number }[] = []
  let at = from
  while (at - from < LONGEST) {
    const [all, double, single] = item.exec(text.slice(at, at + 600)) ?? []
    if (all === undefined) break
    at += all.length
    found.push({ name: double ?? single ?? '', at: at - 1 })
  }
  return found
}

/** Comments blank; every position stays where it was. */
const withoutComments = (text: string): string =>
  text.replaceAll(/^[ \t]*#[^\n]*/gm, (comment) => ' '.repeat(comment.length))
