import type { Detector } from '../../detector.ts'
import { at, entriesOf, readJson, textOf } from '../../text/structure.ts'
import { isTable, readToml, stringOf, tableOf } from '../../text/toml.ts'
import { packageSign } from '../package-sign.ts'
import { lineOf } from './pyproject.ts'

export const pipfile: Detector = {
  id: 'pypi/pipfile',
  when: 'always',
  extensions: [''],
  limit: 1_000_000,
  claims: ({ name }) => name === 'pipfile',
  analyse(input) {
    const root = readToml(input.text)
    const packages = ['packages', 'dev-packages'].flatMap((section) =>
      Object.entries(tableOf(root, section)).flatMap(([name, value]) =>
        packageSign(input, 'pypi', name, lineOf(input, name), {
          method: 'manifest',
          range: isTable(value) ? stringOf(value.version) : stringOf(value),
          ...(section === 'dev-packages' ? { dev: true } : {}),
        }),
      ),
    )
    return { packages }
  },
}

/** `Pipfile.lock` does not say which packages are direct: the Pipfile does. */
export const pipfileLock: Detector = {
  id: 'pypi/pipfile-lock',
  when: 'always',
  extensions: ['lock'],
  limit: 20_000_000,
  claims: ({ name }) => name === 'pipfile.lock',
  analyse(input) {
    const root = readJson(input.lines)
    const packages = ['default', 'develop'].flatMap((section) =>
      entriesOf(at(root, section)).flatMap(({ key, value, line }) => {
        const version = textOf(at(value, 'version'))?.replace(/^==/, '')
        // Only direct packages carry the name of their index.
        const direct = at(value, 'index') !== null
        return packageSign(input, 'pypi', key, line, {
          method: 'lock-file',
          ...(version ? { version } : {}),
          ...(section === 'develop' ? { dev: true } : {}),
          ...(direct ? {} : { transitive: true }),
        })
      }),
    )
    return { packages }
  },
}
