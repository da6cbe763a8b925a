import type { Ecosystem } from '@ai-census/signatures'
import type { Input } from '../detector.ts'
import type { PackageSign } from '../signs.ts'
import { excerptOf } from '../text/mask.ts'

/** The sign of a package, or none where no signature knows it: the rest of a lock file is nobody's business. */
export function packageSign(
  input: Input,
  ecosystem: Ecosystem,
  name: string,
  line: number,
  more: Omit<PackageSign, 'ecosystem' | 'name' | 'line'>,
): PackageSign[] {
  if (!name || !input.catalogue.packageOwner(ecosystem, name)) return []
  return [
    {
      ecosystem,
      name,
      line,
      excerpt: input.excerpt(line),
      ...more,
      ...(more.range ? { range: excerptOf(more.range, input.secrets) } : {}),
    },
  ]
}

/** The package that a manifest makes; none where it depends on the very name that it bears, which is another one then. */
export const ownSign = (
  input: Input,
  ecosystem: Ecosystem,
  name: string,
  line: number,
  dependencies: readonly PackageSign[],
): PackageSign[] =>
  dependencies.some((sign) => sign.name === name)
    ? []
    : packageSign(input, ecosystem, name, line, { method: 'manifest', own: true })

/** The shortest way from a direct dependency to each other package, as names; breadth first. */
export function waysTo(
  direct: readonly string[],
  dependencies: (name: string) => readonly string[],
): Map<string, string[]> {
  const ways = new Map<string, string[]>()
  const queue = [...direct]
  for (const name of direct) ways.set(name, [name])
  for (let next = 0; next < queue.length && queue.length < 50_000; next += 1) {
    const name = queue[next]!
    const way = ways.get(name)!
    if (way.length > 12) continue
    for (const wanted of dependencies(name)) {
      if (ways.has(wanted)) continue
      ways.set(wanted, [...way, wanted])
      queue.push(wanted)
    }
  }
  return ways
}
