import { ANY } from '../code/tree.ts'
import type { Value } from '../signs.ts'
import { own } from '../text/own.ts'
import type { Repository, RepositoryFile } from './repository.ts'

/** Where a value comes from in the end. */
export type Origin =
  | { readonly t: 'text'; readonly text: string; readonly sure: boolean }
  /** A variable of the environment to which nothing in the repository gives a value. */
  | { readonly t: 'variable'; readonly name: string }
  /** A name of a module that is not in the repository: `OpenAI` of `openai`. */
  | { readonly t: 'external'; readonly module: string; readonly path: readonly string[] }
  /** What a call made, and what is taken from it. */
  | {
      readonly t: 'call'
      readonly file: RepositoryFile
      readonly call: number
      readonly path: readonly string[]
    }
  | { readonly t: 'class'; readonly file: RepositoryFile; readonly name: string }

const maxSteps = 400
const maxOrigins = 24

/** Follows values through names, defaults, variables, functions and files of one repository. */
export class Tracer {
  private readonly repository: Repository
  private readonly classes = new Map<RepositoryFile, Set<string>>()
  private steps = 0

  constructor(repository: Repository) {
    this.repository = repository
  }

  trace(file: RepositoryFile, value: Value): Origin[] {
    this.steps = 0
    return this.follow(file, value, 0)
  }

  /** Every text that the value may be. */
  texts(file: RepositoryFile, value: Value): string[] {
    const found = this.trace(file, value).flatMap((origin) => (origin.t === 'text' ? [origin.text] : []))
    return [...new Set(found)]
  }

  private follow(file: RepositoryFile, value: Value, depth: number): Origin[] {
    this.steps += 1
    if (value === null || depth > 24 || this.steps > maxSteps) return []
    if (typeof value === 'string') return [{ t: 'text', text: value, sure: true }]
    const next = (part: Value): Origin[] => this.follow(file, part, depth + 1)
    if ('any' in value) return value.any.flatMap(next).slice(0, maxOrigins)
    if ('join' in value) return this.joined(value.join.map(next))
    if ('env' in value) return this.variable(file, value, depth)
    if ('of' in value) return next(value.of).flatMap((origin) => this.member(origin, value.get, depth))
    if ('call' in value) return this.made(file, value.call, depth)
    return this.name(file, value.ref.split('.'), depth)
  }

  private joined(parts: readonly Origin[][]): Origin[] {
    let text = ''
    let sure = true
    for (const origins of parts) {
      const known = origins.find((origin) => origin.t === 'text')
      text += known?.t === 'text' ? known.text : '{}'
      sure &&= known?.t === 'text'
    }
    return [{ t: 'text', text, sure }]
  }

  private variable(
    file: RepositoryFile,
    value: { readonly env: string; readonly or?: Value },
    depth: number,
  ): Origin[] {
    const given = this.repository
      .settingsOf(value.env, file)
      .flatMap((setting) => this.follow(setting.file, setting.value, depth + 1))
      .filter((origin) => origin.t === 'text' && origin.text !== '')
    if (given.length > 0) return given.slice(0, maxOrigins)
    const or = value.or === undefined ? [] : this.follow(file, value.or, depth + 1)
    return or.length > 0 ? or : [{ t: 'variable', name: value.env }]
  }

  /** What a call gives: a function's results where the function is known, else the call itself. */
  private made(file: RepositoryFile, call: number, depth: number): Origin[] {
    const sign = file.signs.calls?.[call]
    if (!sign) return []
    if (sign.target !== null && typeof sign.target === 'object' && 'ref' in sign.target) {
      const results = this.results(file, sign.target.ref, depth)
      if (results.length > 0) return results
    }
    return [{ t: 'call', file, call, path: [] }]
  }

  private results(file: RepositoryFile, name: string, depth: number): Origin[] {
    const here = own(file.signs.values, `${name}()`)
    if (here !== undefined) return this.follow(file, here, depth + 1)
    const [root = '', ...rest] = name.split('.')
    const link = own(file.signs.links, root)
    if (link === undefined) return []
    const [module = '', exported = ''] = link.split('#')
    const other = this.repository.moduleFile(file, module)
    const dotted = [exported, ...rest].filter(Boolean).join('.')
    const there = own(other?.signs.values, `${dotted}()`)
    return other && there !== undefined ? this.follow(other, there, depth + 1) : []
  }

  private classNames(file: RepositoryFile): Set<string> {
    let names = this.classes.get(file)
    if (!names) {
      names = new Set(
        Object.keys(file.signs.values ?? {}).flatMap((name) =>
          name.includes('.') ? [name.split('.')[0]!] : [],
        ),
      )
      this.classes.set(file, names)
    }
    return names
  }

  private name(file: RepositoryFile, parts: readonly string[], depth: number): Origin[] {
    if (depth > 24) return []
    const any = parts.indexOf(ANY)
    if (any > 0) return this.alternatives(file, parts, any, depth)
    const values = file.signs.values ?? {}
    for (let end = parts.length; end > 0; end -= 1) {
      const name = parts.slice(0, end).join('.')
      const value = own(values, name)
      // A name that was given itself (`x = x or y`) leads on through its import.
      if (value === undefined || value === null || isSelf(value, name)) continue
      let origins = this.follow(file, value, depth + 1)
      for (const part of parts.slice(end))
        origins = origins.flatMap((origin) => this.member(origin, part, depth))
      return origins.slice(0, maxOrigins)
    }
    return this.linked(file, parts, depth)
  }

  /** Of a record whose entry is only known when the program runs: what any of its entries holds. */
  private alternatives(file: RepositoryFile, parts: readonly string[], any: number, depth: number): Origin[] {
    const before = parts.slice(0, any)
    const lead = `${before.join('.')}.`
    const names = new Set(
      Object.keys(file.signs.values ?? {}).flatMap((name) =>
        name.startsWith(lead) ? [name.slice(lead.length).split('.')[0]!] : [],
      ),
    )
    if (names.size === 0) return this.linked(file, parts, depth)
    return [...names]
      .slice(0, maxOrigins)
      .flatMap((name) => this.name(file, [...before, name, ...parts.slice(any + 1)], depth + 1))
      .slice(0, maxOrigins)
  }

  private linked(file: RepositoryFile, parts: readonly string[], depth: number): Origin[] {
    const links = file.signs.links ?? {}
    for (let end = parts.length; end > 0; end -= 1) {
      const link = own(links, parts.slice(0, end).join('.'))
      if (link !== undefined) return this.through(file, link, parts.slice(end), depth)
    }
    if (this.classNames(file).has(parts[0]!))
      return parts.length === 1
        ? [{ t: 'class', file, name: parts[0]! }]
        : this.inherited(file, parts[0]!, parts.slice(1).join('.'), depth)
    const star = own(links, '*')
    if (star !== undefined) return this.through(file, star.replace(/#.*$/, '#'), parts, depth)
    const constant = this.repository.constantOf(file, parts.at(-1)!)
    return constant ? this.follow(constant.file, constant.value, depth + 1) : []
  }

  private through(file: RepositoryFile, link: string, rest: readonly string[], depth: number): Origin[] {
    const [module = '', exported = ''] = link.split('#')
    const path = exported === '' ? rest : [exported, ...rest]
    const other = this.repository.moduleFile(file, module)
    if (other) return path.length === 0 ? [] : this.name(other, path, depth + 1)
    // `from package import module`
    const submodule = exported
      ? this.repository.moduleFile(file, `${module}${module.endsWith('.') ? '' : '.'}${exported}`)
      : null
    if (submodule && /\.py$/.test(submodule.path) && rest.length > 0)
      return this.name(submodule, rest, depth + 1)
    return [{ t: 'external', module, path }]
  }

  private inherited(file: RepositoryFile, name: string, field: string, depth: number): Origin[] {
    const base = own(file.signs.values, `${name}.<base>`)
    if (base === undefined) return []
    return this.follow(file, base, depth + 1).flatMap((origin) =>
      origin.t === 'class'
        ? this.name(origin.file, [origin.name, field], depth + 1)
        : origin.t === 'external'
          ? [{ ...origin, path: [...origin.path, field] }]
          : [],
    )
  }

  private member(origin: Origin, name: string, depth: number): Origin[] {
    if (depth > 24) return []
    if (origin.t === 'external') return [{ ...origin, path: [...origin.path, name] }]
    if (origin.t === 'class') return this.name(origin.file, [origin.name, name], depth + 1)
    if (origin.t !== 'call') return []
    // Of what a class of the repository made: the class's own field.
    if (origin.path.length === 0) {
      const option = this.option(origin.file, origin.call, name, depth)
      if (option.length > 0) return option
      const target = origin.file.signs.calls?.[origin.call]?.target ?? null
      for (const made of this.follow(origin.file, target, depth + 1))
        if (made.t === 'class') {
          const field = this.name(made.file, [made.name, name], depth + 1)
          // What a parent from elsewhere has is the made thing's own: how it was made decides.
          if (field.length > 0 && !field.some((at) => at.t === 'external' && at.path.at(-1) === name))
            return field
        }
    }
    return [{ ...origin, path: [...origin.path, name] }]
  }

  /** `parser.parse_args()` gives what its options say, whatever it is kept in and whichever function gives it on. */
  private option(file: RepositoryFile, call: number, name: string, depth: number): Origin[] {
    const given = own(file.signs.values, `args.${name}`)
    const reads = /(^|\.)parse_(known_)?args$/.test(file.signs.calls?.[call]?.callee ?? '')
    return reads && given !== undefined ? this.follow(file, given, depth + 1) : []
  }
}

const isSelf = (value: Value, name: string): boolean =>
  value !== null && typeof value === 'object' && 'ref' in value && value.ref === name
