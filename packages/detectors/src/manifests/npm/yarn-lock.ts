import { type Detector, Malformed } from '../../detector.ts'
import type { PackageSign } from '../../signs.ts'
import { packageSign } from '../package-sign.ts'

/** `yarn.lock`, classic and Berry. It does not say which packages are direct: manifests do. */
export const yarnLock: Detector = {
  id: 'npm/yarn-lock',
  when: 'always',
  extensions: ['lock'],
  limit: 60_000_000,
  claims: ({ name }) => name === 'yarn.lock',
  analyse(input) {
    const packages: PackageSign[] = []
    const all = input.text.split('\n')
    for (const [index, text] of all.entries()) {
      if (
        text === '' ||
        text.startsWith('#') ||
        text.startsWith(' ') ||
        text.startsWith('\t') ||
        text === '\r'
      )
        continue
      if (!/:\s*$/.test(text)) {
        if (/^(<<<<<<<|=======|>>>>>>>)/.test(text))
          throw new Malformed(`a merge conflict at line ${index + 1}`)
        throw new Malformed(`no yarn lock file: line ${index + 1} begins no entry`)
      }
      const name = /^"?((?:@[^/@\s"]+\/)?[^@\s"]+)@/.exec(text)?.[1]
      if (!name || text.includes('@workspace:')) continue
      const version = /^\s+version:?\s+"?([^"\s]+)/.exec(all[index + 1] ?? '')?.[1]
      packages.push(
        ...packageSign(input, 'npm', name, index + 1, {
          method: 'lock-file',
          transitive: true,
          ...(version ? { version } : {}),
        }),
      )
    }
    return { packages }
  },
}
