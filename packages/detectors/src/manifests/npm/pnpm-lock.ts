import { type Detector, Malformed } from '../../detector.ts'
import type { PackageSign } from '../../signs.ts'
import { packageSign } from '../package-sign.ts'

const importerSection = /^ {2,4}(dependencies|devDependencies|optionalDependencies):\s*$/
const packageKey = /^ {2}'?\/?((?:@[^/@\s']+\/)?[^/@\s'(]+)[@/](\d[^\s':(]*)/

/** `pnpm-lock.yaml`, read by lines: its form is fixed, and a YAML parser takes seconds on a large one. */
export const pnpmLock: Detector = {
  id: 'npm/pnpm-lock',
  when: 'always',
  extensions: ['yaml'],
  limit: 60_000_000,
  claims: ({ name }) => name === 'pnpm-lock.yaml',
  analyse(input) {
    const packages: PackageSign[] = []
    const direct = new Set<string>()
    let top = ''
    let section = ''
    let number = 0
    let versioned = false
    for (const text of input.text.split('\n')) {
      number += 1
      if (/^\S/.test(text)) {
        // The tool writes none; what has them was made to blow up in a parser's hands.
        if (/^[^#'"]*:\s*[&*]\w/.test(text))
          throw new Malformed(`no pnpm lock file: an anchor or alias in line ${number}`)
        top = /^([\w]+):/.exec(text)?.[1] ?? (/^(---|#)/.test(text) ? '' : '?')
        if (top === 'lockfileVersion') versioned = true
        if (top === '?') throw new Malformed(`no pnpm lock file: line ${number} is none of its sections`)
        section = top
        continue
      }
      const inside = importerSection.exec(text)
      if (inside) section = inside[1]!
      const listed = /ependencies$/.test(section) && (top === 'importers' || /ependencies$/.test(top))
      if (listed) {
        const name = /^ {2,6}'?((?:@[^/\s']+\/)?[^\s':]+)'?:/.exec(text)?.[1]
        if (!name || name === 'specifier' || name === 'version' || importerSection.test(text)) continue
        direct.add(name)
        packages.push(
          ...packageSign(input, 'npm', name, number, {
            method: 'lock-file',
            ...(section === 'devDependencies' ? { dev: true } : {}),
            ...(section === 'optionalDependencies' ? { optional: true } : {}),
          }),
        )
      } else if (top === 'packages') {
        const match = packageKey.exec(text)
        if (match && !direct.has(match[1]!))
          packages.push(
            ...packageSign(input, 'npm', match[1]!, number, {
              method: 'lock-file',
              version: match[2]!,
              transitive: true,
            }),
          )
      }
    }
    if (!versioned && input.text.trim() !== '') throw new Malformed('no pnpm lock file: no lockfileVersion')
    return { packages }
  },
}
