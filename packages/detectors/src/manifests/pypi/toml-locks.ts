import { type Detector, type Input, Malformed } from '../../detector.ts'
import type { PackageSign } from '../../signs.ts'
import { packageSign, waysTo } from '../package-sign.ts'

interface Locked {
  readonly name: string
  readonly version: string
  readonly line: number
  readonly wants: readonly string[]
  readonly optional: boolean
  readonly dev: boolean
  /** The project itself, in locks that list it. */
  readonly own: boolean
}

/**
 * `poetry.lock`, `uv.lock`, `pdm.lock`: tables `[[package]]` in a fixed form. Read by lines, as they are long
 * and only names, versions and what each wants matter.
 */
export const pythonLocks: Detector = {
  id: 'pypi/toml-locks',
  when: 'always',
  extensions: ['lock', 'toml'],
  limit: 60_000_000,
  claims: ({ name }) =>
    name === 'poetry.lock' || name === 'uv.lock' || name === 'pdm.lock' || /^pylock(\..+)?\.toml$/.test(name),
  analyse(input) {
    const locked = read(input)
    const own = locked.filter((one) => one.own)
    const byName = new Map(locked.map((one) => [one.name, one]))
    const direct = own.flatMap((one) => one.wants)
    const ways = waysTo(direct, (name) => byName.get(name)?.wants ?? [])
    const known = own.length > 0
    const wanted = new Set(locked.flatMap((one) => one.wants))
    const packages = locked.flatMap((one): PackageSign[] => {
      if (one.own) return []
      const isDirect = known ? direct.includes(one.name) : !wanted.has(one.name)
      const via = ways.get(one.name)
      return packageSign(input, 'pypi', one.name, one.line, {
        method: 'lock-file',
        version: one.version,
        ...(one.dev ? { dev: true } : {}),
        ...(one.optional ? { optional: true } : {}),
        ...(isDirect ? {} : { transitive: true, ...(via ? { via } : {}) }),
      })
    })
    return { packages }
  },
}

function read(input: Input): Locked[] {
  const all: Locked[] = []
  let now: {
    name: string
    version: string
    line: number
    wants: string[]
    optional: boolean
    dev: boolean
    own: boolean
  } | null = null
  let section = ''
  for (const [index, text] of input.text.split('\n').entries()) {
    if (/^(<<<<<<<|=======|>>>>>>>)/.test(text)) throw new Malformed(`a merge conflict at line ${index + 1}`)
    if (/^\[\[packages?\]\]/.test(text)) {
      now = { name: '', version: '', line: index + 2, wants: [], optional: false, dev: false, own: false }
      all.push(now)
      section = 'package'
      continue
    }
    const head = /^\[\[?([^\]]+)\]/.exec(text)
    if (head) {
      section = head[1]!
      continue
    }
    if (!now) continue
    if (section === 'package') {
      const field = /^([\w-]+)\s*=\s*(.*)$/.exec(text)
      const value = /^"([^"]*)"/.exec(field?.[2] ?? '')?.[1] ?? ''
      if (field?.[1] === 'name') {
        now.name = value.toLowerCase()
        now.line = index + 1
      } else if (field?.[1] === 'version') now.version = value
      else if (field?.[1] === 'optional') now.optional = /^true/.test(field[2]!)
      else if (field?.[1] === 'category') now.dev = value === 'dev'
      else if (field?.[1] === 'groups' && !/"(main|default)"/.test(field[2]!)) now.dev = true
      else if (field?.[1] === 'source') now.own = /\{\s*(editable|virtual)\s*=/.test(field[2]!)
      else if (field?.[1] === 'dependencies') section = 'wants'
    }
    if (section === 'wants') {
      const name = /\{\s*name\s*=\s*"([^"]+)"/.exec(text)?.[1] ?? /^\s+"([A-Za-z0-9._-]+)/.exec(text)?.[1]
      if (name) now.wants.push(name.toLowerCase())
      if (/^\]/.test(text)) section = 'package'
    } else if (section === 'package.dependencies') {
      const name = /^"?([A-Za-z0-9._-]+)"?\s*=/.exec(text)?.[1]
      if (name) now.wants.push(name.toLowerCase().replace(/[-_.]+/g, '-'))
    } else if (
      section.startsWith('package.dev-dependencies') ||
      section.startsWith('package.optional-dependencies')
    ) {
      const name = /\{\s*name\s*=\s*"([^"]+)"/.exec(text)?.[1]
      if (name) now.wants.push(name.toLowerCase())
    }
  }
  if (
    all.length === 0 &&
    input.text.trim() !== '' &&
    !/lock-version|lock_version|^version\s*=|content-hash/m.test(input.text)
  )
    throw new Malformed('no lock file: no [[package]] in it')
  const broken = all.find((one) => one.name === '')
  if (broken) throw new Malformed(`no lock file: the package at line ${broken.line} has no name`)
  return all
}
