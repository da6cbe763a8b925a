import { normalisePackage } from '@ai-census/signatures'
import type { Detector, Input } from '../../detector.ts'
import type { PackageSign } from '../../signs.ts'
import { isTable, listOf, readToml, stringOf, tableOf } from '../../text/toml.ts'
import { packageSign } from '../package-sign.ts'
import { requirementOf } from './requirement.ts'

const isDevelopment = (group: string): boolean =>
  /^(dev|test|tests|testing|lint|linting|docs?|doc|typing|types|build|ci|format|benchmark|qa|development|style|check|mypy|debug|notebooks?)([-_].*)?$/i.test(
    group,
  )

/** `pyproject.toml`: PEP 621, PEP 735 groups, Poetry, PDM, uv. */
export const pyproject: Detector = {
  id: 'pypi/pyproject',
  when: 'always',
  extensions: ['toml'],
  limit: 2_000_000,
  claims: ({ name }) => name === 'pyproject.toml',
  analyse(input) {
    const root = readToml(input.text)
    const project = tableOf(root, 'project')
    const poetry = tableOf(root, 'tool', 'poetry')
    const packages: PackageSign[] = [...strings(input, project.dependencies, {})]
    for (const [extra, list] of Object.entries(tableOf(project, 'optional-dependencies')))
      packages.push(...strings(input, list, isDevelopment(extra) ? { dev: true } : { optional: true }))
    const groups = {
      ...tableOf(root, 'dependency-groups'),
      ...tableOf(root, 'tool', 'pdm', 'dev-dependencies'),
    }
    for (const [, list] of Object.entries(groups)) packages.push(...strings(input, list, { dev: true }))
    packages.push(...strings(input, tableOf(root, 'tool', 'uv')['dev-dependencies'], { dev: true }))
    packages.push(...table(input, tableOf(poetry, 'dependencies'), {}))
    packages.push(...table(input, tableOf(poetry, 'dev-dependencies'), { dev: true }))
    for (const [group, value] of Object.entries(tableOf(poetry, 'group')))
      packages.push(
        ...table(
          input,
          tableOf(value, 'dependencies'),
          isDevelopment(group) ? { dev: true } : tableOf(value).optional === true ? { optional: true } : {},
        ),
      )
    for (const [, environment] of Object.entries(tableOf(root, 'tool', 'hatch', 'envs')))
      packages.push(...strings(input, tableOf(environment).dependencies, { dev: true }))
    return { packages: unique(packages) }
  },
}

type Flags = Pick<PackageSign, 'dev' | 'optional'>

function strings(input: Input, list: unknown, flags: Flags): PackageSign[] {
  return listOf(list).flatMap((item) => {
    const requirement = requirementOf(stringOf(item))
    if (!requirement) return []
    return packageSign(input, 'pypi', requirement.name, lineOf(input, stringOf(item)), {
      method: 'manifest',
      range: requirement.range,
      ...flags,
    })
  })
}

function table(input: Input, entries: Record<string, unknown>, flags: Flags): PackageSign[] {
  return Object.entries(entries).flatMap(([name, value]) => {
    const range = isTable(value) ? stringOf(value.version) : stringOf(value)
    const optional = isTable(value) && value.optional === true
    return packageSign(input, 'pypi', name, lineOf(input, name), {
      method: 'manifest',
      range,
      ...flags,
      ...(optional ? { optional } : {}),
    })
  })
}

/** The line of a quoted requirement, or of a key. */
export function lineOf(input: Input, text: string): number {
  for (const form of [
    `"${text}"`,
    `'${text}'`,
    `\n${text} =`,
    `\n${text}=`,
    `\n"${text}"`,
    `\n${text}.`,
    text,
  ]) {
    const position = input.text.indexOf(form)
    if (position >= 0) return input.lines.at(position + (form.startsWith('\n') ? 1 : 0))
  }
  return 1
}

function unique(packages: readonly PackageSign[]): PackageSign[] {
  const seen = new Set<string>()
  return packages.filter((sign) => {
    const key = `${normalisePackage('pypi', sign.name)} ${sign.line} ${sign.dev} ${sign.optional}`
    return seen.has(key) ? false : seen.add(key)
  })
}
