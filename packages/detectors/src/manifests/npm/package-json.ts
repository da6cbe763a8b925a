import type { Detector } from '../../detector.ts'
import { at, entriesOf, readJson, textOf } from '../../text/structure.ts'
import { ownSign, packageSign } from '../package-sign.ts'

/** `package.json`: what a JavaScript project declares. */
export const packageJson: Detector = {
  id: 'npm/package-json',
  when: 'always',
  extensions: ['json'],
  limit: 2_000_000,
  claims: ({ name }) => name === 'package.json',
  analyse(input) {
    const root = readJson(input.lines)
    const sections = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies']
    const optionalPeers = new Set(
      entriesOf(at(root, 'peerDependenciesMeta'))
        .filter(({ value }) => at(value, 'optional')?.t === 'scalar')
        .map(({ key }) => key),
    )
    const packages = sections.flatMap((section) =>
      entriesOf(at(root, section)).flatMap(({ key, value, line }) => {
        const range = textOf(value) ?? ''
        // `npm:other@1` installs another package under this name.
        const alias = /^npm:((?:@[^/@]+\/)?[^/@]+)/.exec(range)?.[1]
        const optional =
          section === 'optionalDependencies' || (section === 'peerDependencies' && optionalPeers.has(key))
        return packageSign(input, 'npm', alias ?? key, line, {
          method: 'manifest',
          range,
          ...(section === 'devDependencies' ? { dev: true } : {}),
          ...(optional ? { optional } : {}),
        })
      }),
    )
    const name = textOf(at(root, 'name')) ?? ''
    const own = ownSign(input, 'npm', name, at(root, 'name')?.line ?? 1, packages)
    return { packages: [...packages, ...own] }
  },
}
