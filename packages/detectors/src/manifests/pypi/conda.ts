import type { Detector } from '../../detector.ts'
import { at, entriesOf, itemsOf, readYaml, textOf } from '../../text/structure.ts'
import { packageSign } from '../package-sign.ts'
import { requirementOf } from './requirement.ts'

/** Conda's `environment.yml`: its own packages, and those under `pip:`. */
export const condaEnvironment: Detector = {
  id: 'pypi/conda',
  when: 'always',
  extensions: ['yml', 'yaml'],
  limit: 1_000_000,
  claims: ({ name }) =>
    /^(conda[-_.]?)?environment([-_.][\w.-]+)?\.ya?ml$/.test(name) ||
    /^conda([-_][\w-]+)?\.ya?ml$/.test(name),
  analyse(input) {
    const items = readYaml(input.lines).flatMap((document) => itemsOf(at(document, 'dependencies')))
    const packages = items.flatMap((item) => {
      const text = textOf(item)
      if (text !== null) {
        const match = /^(?:[\w.-]+::)?([A-Za-z0-9._-]+)\s*(.*)$/.exec(text)
        return match
          ? packageSign(input, 'conda', match[1]!, item.line, { method: 'manifest', range: match[2]! })
          : []
      }
      return entriesOf(item).flatMap(({ key, value }) =>
        key === 'pip'
          ? itemsOf(value).flatMap((inner) => {
              const requirement = requirementOf(textOf(inner) ?? '')
              return requirement
                ? packageSign(input, 'pypi', requirement.name, inner.line, {
                    method: 'manifest',
                    range: requirement.range,
                  })
                : []
            })
          : [],
      )
    })
    return { packages }
  },
}
