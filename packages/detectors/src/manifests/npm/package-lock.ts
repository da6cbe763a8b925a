import { printParseErrorCode, visit } from 'jsonc-parser'
import { type Detector, type Input, Malformed } from '../../detector.ts'
import type { PackageSign } from '../../signs.ts'
import { packageSign, waysTo } from '../package-sign.ts'

interface Locked {
  readonly version?: unknown
  readonly dev?: unknown
  readonly peer?: unknown
  readonly optional?: unknown
  readonly dependencies?: unknown
  readonly requires?: unknown
  readonly devDependencies?: unknown
  readonly optionalDependencies?: unknown
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const keysOf = (value: unknown): string[] => (isRecord(value) ? Object.keys(value) : [])

/** `package-lock.json` and `npm-shrinkwrap.json`, all versions of the form. */
export const packageLock: Detector = {
  id: 'npm/package-lock',
  when: 'always',
  extensions: ['json'],
  limit: 60_000_000,
  claims: ({ name }) => name === 'package-lock.json' || name === 'npm-shrinkwrap.json',
  analyse(input) {
    const root = parse(input)
    if (!isRecord(root)) throw new Malformed('no lock file: not an object')
    return {
      packages: isRecord(root.packages) ? newForm(input, root.packages) : oldForm(input, root.dependencies),
    }
  },
}

function parse({ text, lines }: Input): unknown {
  const whole = text.replace(/^\uFEFF/, ' ')
  try {
    return JSON.parse(whole)
  } catch {
    // The error's own message quotes the file.
    const faults: string[] = []
    visit(whole, {
      onError: (error, offset) =>
        faults.push(`no JSON: ${printParseErrorCode(error)} at line ${lines.at(offset)}`),
    })
    throw new Malformed(faults[0] ?? 'no JSON')
  }
}

const nameOf = (path: string): string =>
  path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)

function newForm(input: Input, packages: Record<string, unknown>): PackageSign[] {
  const roots = Object.entries(packages).filter(([path]) => !path.includes('node_modules/'))
  const direct = roots.flatMap(([, value]) =>
    isRecord(value)
      ? [
          ...keysOf(value.dependencies),
          ...keysOf(value.devDependencies),
          ...keysOf(value.optionalDependencies),
        ]
      : [],
  )
  const wants = new Map<string, string[]>()
  for (const [path, value] of Object.entries(packages))
    if (path.includes('node_modules/') && isRecord(value)) wants.set(nameOf(path), keysOf(value.dependencies))
  const ways = waysTo(direct, (name) => wants.get(name) ?? [])
  const isDirect = new Set(direct)
  return Object.entries(packages).flatMap(([path, value]) => {
    if (!path.includes('node_modules/') || !isRecord(value)) return []
    return sign(input, nameOf(path), `"${path}"`, value, isDirect, ways)
  })
}

function oldForm(input: Input, dependencies: unknown): PackageSign[] {
  if (!isRecord(dependencies)) return []
  const wanted = new Set(
    Object.values(dependencies).flatMap((value) => (isRecord(value) ? keysOf(value.requires) : [])),
  )
  const direct = Object.keys(dependencies).filter((name) => !wanted.has(name))
  const wants = (name: string): string[] => {
    const value = dependencies[name]
    return isRecord(value) ? keysOf(value.requires) : []
  }
  const ways = waysTo(direct, wants)
  return Object.entries(dependencies).flatMap(([name, value]) =>
    isRecord(value) ? sign(input, name, `"${name}"`, value, new Set(direct), ways) : [],
  )
}

function sign(
  input: Input,
  name: string,
  place: string,
  value: Locked,
  direct: ReadonlySet<string>,
  ways: ReadonlyMap<string, string[]>,
): PackageSign[] {
  if (!input.catalogue.packageOwner('npm', name)) return []
  const line = input.lines.at(Math.max(0, input.text.indexOf(`${place}:`)))
  const way = ways.get(name)
  const optionalPeer =
    (value.peer === true && value.optional === true) || (!direct.has(name) && way === undefined)
  return packageSign(input, 'npm', name, line, {
    method: 'lock-file',
    ...(typeof value.version === 'string' ? { version: value.version } : {}),
    ...(value.dev === true ? { dev: true } : {}),
    ...(optionalPeer ? { optional: true } : {}),
    ...(direct.has(name) ? {} : { transitive: true, ...(way ? { via: way } : {}) }),
  })
}
