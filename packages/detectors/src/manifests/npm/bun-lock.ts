import type { Detector } from '../../detector.ts'
import { at, entriesOf, itemsOf, readJson, textOf } from '../../text/structure.ts'
import { packageSign } from '../package-sign.ts'

/** `bun.lock`, the text form: JSON with trailing commas. */
export const bunLock: Detector = {
  id: 'npm/bun-lock',
  when: 'always',
  extensions: ['lock'],
  limit: 30_000_000,
  claims: ({ name }) => name === 'bun.lock',
  analyse(input) {
    const root = readJson(input.lines)
    const workspaces = entriesOf(at(root, 'workspaces'))
    const listed = (section: string) =>
      new Set(workspaces.flatMap(({ value }) => entriesOf(at(value, section)).map(({ key }) => key)))
    const dependencies = listed('dependencies')
    const dev = listed('devDependencies')
    const optional = listed('optionalDependencies')
    const packages = entriesOf(at(root, 'packages')).flatMap(({ key, value, line }) => {
      const reference = textOf(itemsOf(value)[0] ?? null) ?? ''
      const name = /^((?:@[^/@]+\/)?[^@]+)@/.exec(reference)?.[1] ?? key
      const version = reference.slice(name.length + 1)
      const direct = dependencies.has(key) || dev.has(key) || optional.has(key)
      return packageSign(input, 'npm', name, line, {
        method: 'lock-file',
        ...(version ? { version } : {}),
        ...(dev.has(key) && !dependencies.has(key) ? { dev: true } : {}),
        ...(optional.has(key) ? { optional: true } : {}),
        ...(direct ? {} : { transitive: true }),
      })
    })
    return { packages }
  },
}
