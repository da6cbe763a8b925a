import type { Detector, Input } from '../../detector.ts'
import type { PackageSign } from '../../signs.ts'
import { at, entriesOf, itemsOf, readJson, readYaml, textOf } from '../../text/structure.ts'
import { readToml, tomlLines } from '../../text/toml.ts'
import { ownSign, packageSign } from '../package-sign.ts'

/** `Cargo.toml`, with target tables and workspaces. */
export const cargoToml: Detector = {
  id: 'cargo/toml',
  when: 'always',
  extensions: ['toml'],
  limit: 1_000_000,
  claims: ({ name }) => name === 'cargo.toml',
  analyse(input) {
    readToml(input.text)
    const packages = tomlLines(input.text).flatMap(({ table, key, text, line }) => {
      const section = /(^|\.)((?:dev-|build-)?dependencies)(?:\.([\w-]+))?$/.exec(table)
      if (!section || text.startsWith('#')) return []
      const dev = section[2] !== 'dependencies'
      if (section[3])
        return key === 'version'
          ? packageSign(input, 'cargo', section[3], line, {
              method: 'manifest',
              range: /"([^"]*)"/.exec(text)?.[1] ?? '',
              ...(dev ? { dev } : {}),
            })
          : []
      if (!key) return []
      const renamed = /package\s*=\s*"([^"]+)"/.exec(text)?.[1]
      const range = /=\s*"([^"]*)"/.exec(text)?.[1] ?? ''
      return packageSign(input, 'cargo', renamed ?? key.split('.')[0]!, line, {
        method: 'manifest',
        range,
        ...(dev ? { dev } : {}),
        ...(/optional\s*=\s*true/.test(text) ? { optional: true } : {}),
      })
    })
    return { packages: [...packages, ...ownCrate(input, packages)] }
  },
}

/** `[package] name = "…"`; who depends on a crate of the very name that it bears makes another one. */
function ownCrate(input: Input, packages: readonly PackageSign[]): PackageSign[] {
  return tomlLines(input.text).flatMap(({ table, key, text, line }) => {
    const name = table === 'package' && key === 'name' ? /=\s*"([^"]+)"/.exec(text)?.[1] : undefined
    return name === undefined ? [] : ownSign(input, 'cargo', name, line, packages)
  })
}

export const cargoLock: Detector = {
  id: 'cargo/lock',
  when: 'literal',
  limit: 20_000_000,
  claims: ({ name }) => name === 'cargo.lock',
  analyse(input) {
    const all = input.text.split('\n')
    const packages = all.flatMap((text, index) => {
      const name = /^name = "([^"]+)"/.exec(text)?.[1]
      const version = /^version = "([^"]+)"/.exec(all[index + 1] ?? '')?.[1]
      return name
        ? packageSign(input, 'cargo', name, index + 1, {
            method: 'lock-file',
            transitive: true,
            ...(version ? { version } : {}),
          })
        : []
    })
    return { packages }
  },
}

/** `aspire.config.json`: the integrations of an app host that is no .NET itself (aspire.dev/app-host/typescript-apphost). */
export const aspireConfig: Detector = {
  id: 'nuget/aspire',
  when: 'always',
  extensions: ['json'],
  limit: 1_000_000,
  claims: ({ name }) => name === 'aspire.config.json',
  analyse: (input) => ({
    packages: entriesOf(at(readJson(input.lines), 'packages')).flatMap(({ key, value, line }) =>
      packageSign(input, 'nuget', key, line, { method: 'manifest', range: textOf(value) ?? '' }),
    ),
  }),
}

export const composerJson: Detector = {
  id: 'composer/json',
  when: 'always',
  extensions: ['json'],
  limit: 1_000_000,
  claims: ({ name }) => name === 'composer.json',
  analyse(input) {
    const root = readJson(input.lines)
    const packages = ['require', 'require-dev'].flatMap((section) =>
      entriesOf(at(root, section)).flatMap(({ key, value, line }) =>
        packageSign(input, 'composer', key, line, {
          method: 'manifest',
          range: textOf(value) ?? '',
          ...(section === 'require-dev' ? { dev: true } : {}),
        }),
      ),
    )
    const name = textOf(at(root, 'name')) ?? ''
    return {
      packages: [...packages, ...ownSign(input, 'composer', name, at(root, 'name')?.line ?? 1, packages)],
    }
  },
}

export const composerLock: Detector = {
  id: 'composer/lock',
  when: 'literal',
  limit: 20_000_000,
  claims: ({ name }) => name === 'composer.lock',
  analyse(input) {
    const root = readJson(input.lines)
    const packages = ['packages', 'packages-dev'].flatMap((section) =>
      itemsOf(at(root, section)).flatMap((item) => {
        const version = textOf(at(item, 'version'))
        return packageSign(
          input,
          'composer',
          textOf(at(item, 'name')) ?? '',
          at(item, 'name')?.line ?? item.line,
          {
            method: 'lock-file',
            transitive: true,
            ...(version ? { version } : {}),
            ...(section === 'packages-dev' ? { dev: true } : {}),
          },
        )
      }),
    )
    return { packages }
  },
}

export const pubspec: Detector = {
  id: 'pub/pubspec',
  when: 'always',
  extensions: ['yaml'],
  limit: 1_000_000,
  claims: ({ name }) => name === 'pubspec.yaml',
  analyse(input) {
    // Most have no such package, and to parse YAML takes a thousand times as long as to see that.
    const words = input.text.match(/\w+/g) ?? []
    if (!words.some((word) => input.catalogue.packageOwner('pub', word))) return {}
    const packages = readYaml(input.lines).flatMap((root) =>
      ['dependencies', 'dev_dependencies'].flatMap((section) =>
        entriesOf(at(root, section)).flatMap(({ key, value, line }) =>
          packageSign(input, 'pub', key, line, {
            method: 'manifest',
            range: textOf(value) ?? textOf(at(value, 'version')) ?? '',
            ...(section === 'dev_dependencies' ? { dev: true } : {}),
          }),
        ),
      ),
    )
    return { packages }
  },
}

/** The insides of `<dependency>` elements, with where they begin. */
function dependenciesIn(text: string): { inside: string; at: number }[] {
  const found: { inside: string; at: number }[] = []
  const open = '<dependency>'
  for (let at = text.indexOf(open); at >= 0; at = text.indexOf(open, at + 1)) {
    const end = text.indexOf('</dependency>', at)
    if (end < 0) break
    if (end - at < 4000) found.push({ inside: text.slice(at + open.length, end), at: at + open.length })
  }
  return found
}

/** Where only versions are settled, for those who then depend on a package: from and to. */
function managedIn(text: string): (at: number) => boolean {
  const spans: { from: number; to: number }[] = []
  const open = '<dependencyManagement>'
  for (let from = text.indexOf(open); from >= 0; from = text.indexOf(open, from + 1)) {
    const to = text.indexOf('</dependencyManagement>', from)
    if (to < 0) break
    spans.push({ from, to })
  }
  return (at) => spans.some(({ from, to }) => from < at && at < to)
}

/** Maven's `pom.xml`: dependencies by group and artifact; the versions' properties are resolved where they are in the file. */
export const pom: Detector = {
  id: 'maven/pom',
  when: 'always',
  extensions: ['xml', 'pom'],
  limit: 2_000_000,
  claims: ({ name, extension }) => name === 'pom.xml' || extension === 'pom',
  analyse(input) {
    // Comments keep their length, so that positions stay true.
    const text = input.text.replace(/<!--[\s\S]*?-->/g, (comment) => comment.replace(/[^\n]/g, ' '))
    const isManaged = managedIn(text)
    const packages = dependenciesIn(text).flatMap(({ inside, at: start }) => {
      const field = (name: string): string =>
        new RegExp(`<${name}>\\s*([^<\\s]+)\\s*</${name}>`).exec(inside)?.[1] ?? ''
      const version = field('version').replace(
        /^\$\{([^}]+)\}$/,
        (whole, name: string) =>
          new RegExp(`<${name.replaceAll('.', '\\.').replaceAll(/[^\w.\\-]/g, '')}>([^<]+)<`).exec(
            text,
          )?.[1] ?? whole,
      )
      const at = start + Math.max(0, inside.indexOf('<artifactId>'))
      return packageSign(input, 'maven', `${field('groupId')}:${field('artifactId')}`, input.lines.at(at), {
        method: 'manifest',
        range: version,
        ...(field('scope') === 'test' ? { dev: true } : {}),
        ...(field('optional') === 'true' || (isManaged(start) && field('scope') !== 'import')
          ? { optional: true }
          : {}),
      })
    })
    return { packages }
  },
}
