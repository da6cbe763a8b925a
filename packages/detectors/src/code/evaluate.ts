import type { Language } from '@ai-census/signatures'
import type { CallSign, ImportSign, Setting, Value } from '../signs.ts'
import { environmentRead } from './environment.ts'
import type { CodeFacts, TextFact } from './facts.ts'
import { placeOf } from './places.ts'
import type { Arg, CallExpr, Entry, Expr, FunctionStmt, Program, Stmt } from './tree.ts'
import {
  comparing,
  either,
  maxElements,
  member,
  providerBeside,
  simple,
  trimming,
  wrapping,
  written,
} from './values.ts'

/** Reads a program's tree once and notes what is imported, named, called and read from the environment. */
export function evaluate(program: Program, language: Language): CodeFacts {
  const evaluator = new Evaluator(language)
  evaluator.statements(program.body)
  return evaluator.facts(program.partial)
}

const maxCalls = 4000
const maxTexts = 20_000

interface Scope {
  readonly kind: 'module' | 'class' | 'function'
  /** Dotted, for values that others can see; empty at the top. */
  readonly name: string
  readonly names: Map<string, { value: Value; block: number }>
}

class Evaluator {
  private readonly language: Language
  private readonly imports: (ImportSign & { typeOnly: boolean })[] = []
  private readonly links = new Map<string, string>()
  private readonly values = new Map<string, Value>()
  private readonly calls: CallSign[] = []
  private readonly texts: TextFact[] = []
  private readonly environment: { name: string; line: number }[] = []
  private readonly settings: Setting[] = []
  private readonly scopes: Scope[] = [{ kind: 'module', name: '', names: new Map() }]
  private readonly blocks: number[] = [0]
  private readonly known = new Map<Expr, Value>()
  private blockCount = 0

  constructor(language: Language) {
    this.language = language
  }

  facts(partial: boolean): CodeFacts {
    return {
      language: this.language,
      imports: this.imports,
      links: this.links,
      values: this.values,
      calls: this.calls,
      texts: this.texts,
      environment: this.environment,
      settings: this.settings,
      partial,
    }
  }

  statements(list: readonly Stmt[]): void {
    for (const statement of list) this.statement(statement)
  }

  private get scope(): Scope {
    return this.scopes.at(-1)!
  }

  private statement(stmt: Stmt): void {
    switch (stmt.s) {
      case 'import': {
        this.imports.push({
          language: this.language,
          module: stmt.module,
          names: stmt.names.map((n) => n.name ?? '*'),
          line: stmt.line,
          typeOnly: stmt.typeOnly,
        })
        for (const { name, as } of stmt.names) if (as) this.links.set(as, `${stmt.module}#${name ?? ''}`)
        return
      }
      case 'assign':
        this.assign(stmt.target, stmt.value, stmt.line)
        return
      case 'expression':
        this.eval(stmt.value)
        return
      case 'return':
        this.returned(stmt.value)
        return
      case 'function':
        this.fn(stmt, stmt.name)
        return
      case 'class':
        this.classOf(stmt)
        return
      case 'branch':
        this.branch(stmt)
        return
      case 'each': {
        const of = this.eval(stmt.of)
        if (stmt.target?.t === 'name') this.set(stmt.target.name, of)
        this.inBlock(() => this.statements(stmt.body))
        return
      }
      case 'export':
        this.values.set(stmt.as, { ref: stmt.local })
    }
  }

  private branch(stmt: Extract<Stmt, { s: 'branch' }>): void {
    const test = stmt.test ? this.truth(stmt.test) : null
    if (stmt.test && test === null) this.eval(stmt.test, undefined, undefined, true)
    // What is switched off is not used.
    if (test !== false) this.inBlock(() => this.statements(stmt.body))
    if (test !== true || stmt.test?.t !== 'boolean') this.inBlock(() => this.statements(stmt.otherwise))
  }

  private truth(test: Expr): boolean | null {
    if (test.t === 'boolean') return test.value
    // Types are checked, never run.
    if (test.t === 'name' && test.name === 'TYPE_CHECKING') return false
    if (test.t === 'name') return this.switches.get(test.name) ?? null
    return null
  }

  /** Names at the top that were given `True` or `False` and nothing else since. */
  private readonly switches = new Map<string, boolean>()

  private inBlock(run: () => void): void {
    this.blockCount += 1
    this.blocks.push(this.blockCount)
    run()
    this.blocks.pop()
  }

  private assign(target: Expr, value: Expr, line: number): void {
    const place = target.t === 'name' || target.t === 'get' ? target.name : undefined
    if (target.t === 'name' && this.scopes.length === 1) {
      if (value.t === 'boolean' && !this.switches.has(target.name))
        this.switches.set(target.name, value.value)
      else this.switches.delete(target.name)
    }
    if (value.t === 'function' && target.t === 'name') {
      this.fn(value.function, target.name)
      return
    }
    const result = this.eval(value, place)
    if (target.t === 'name') {
      this.set(target.name, this.defaulted(target.name, result))
      this.flatten(this.visible(target.name), value)
      return
    }
    if (target.t === 'list') {
      if (value.t === 'list' && value.of.length === target.of.length)
        for (const [index, name] of target.of.entries())
          if (name.t === 'name') this.set(name.name, this.eval(value.of[index]!))
      return
    }
    if (target.t !== 'get') return
    const variable = environmentRead({ t: 'get', on: target.on, name: target.name, line }, this.language)
    if (variable) {
      this.settings.push({ name: variable.name, value: result, line })
      this.environment.push({ name: variable.name, line })
      return
    }
    const name = this.dotted(target)
    if (name) {
      this.merge(name, result)
      this.flatten(name, value)
    }
  }

  /** A settings class takes its fields from variables of the same name. */
  private defaulted(name: string, value: Value): Value {
    if (this.scope.kind !== 'class' || !this.fromEnvironment.has(this.scope.name)) return value
    return typeof value === 'object' && value !== null && 'env' in value
      ? value
      : { env: name.toUpperCase(), or: value }
  }

  private readonly fromEnvironment = new Set<string>()

  /** The name under which the scope's `name` is seen from outside, or null. */
  private visible(name: string): string | null {
    const { kind, name: scope } = this.scope
    if (kind === 'function') return null
    return scope ? `${scope}.${name}` : name
  }

  private set(name: string, value: Value): void {
    const block = this.blocks.at(-1)!
    const before = this.scope.names.get(name)
    const replaces = !before || (this.blocks.includes(before.block) && before.block === block)
    const merged = replaces ? value : either(before.value, value)
    this.scope.names.set(name, { value: merged, block: before && !replaces ? before.block : block })
    const visible = this.visible(name)
    if (visible) this.values.set(visible, merged)
  }

  private merge(name: string, value: Value): void {
    const before = this.values.get(name)
    this.values.set(name, before === undefined || before === null ? value : either(before, value))
  }

  /** Gives each entry of a record its own dotted name. */
  private flatten(name: string | null, value: Expr, depth = 0): void {
    if (name === null || value.t !== 'record' || depth > 4) return
    for (const entry of value.entries) {
      if (entry.key === null) continue
      const dotted = `${name}.${entry.key}`
      this.values.set(dotted, this.eval(entry.value, entry.key))
      this.flatten(dotted, entry.value, depth + 1)
    }
  }

  private returned(value: Expr): void {
    const result = this.eval(value)
    const owner = this.scopes.findLast((scope) => scope.kind === 'function')
    if (owner?.name) {
      this.merge(`${owner.name}()`, result)
      this.flatten(`${owner.name}()`, value)
    }
  }

  private fn(fn: FunctionStmt, name: string | null): void {
    for (const decorator of fn.decorators) this.eval(decorator)
    const outer = this.scope
    const seen = name && outer.kind !== 'function' ? (outer.name ? `${outer.name}.${name}` : name) : ''
    const names = new Map<string, { value: Value; block: number }>()
    for (const param of fn.params)
      names.set(param.name, { value: param.default ? this.eval(param.default, param.name) : null, block: -1 })
    this.scopes.push({ kind: 'function', name: seen, names })
    this.inBlock(() => this.statements(fn.body))
    this.scopes.pop()
  }

  private classOf(stmt: Extract<Stmt, { s: 'class' }>): void {
    for (const base of stmt.bases) {
      this.eval(base)
      if (base.t === 'name' && /Settings$/.test(base.name)) this.fromEnvironment.add(stmt.name)
      const parent = this.dotted(base)
      if (parent) this.values.set(`${stmt.name}.<base>`, this.eval(base))
    }
    this.scopes.push({ kind: 'class', name: stmt.name, names: new Map() })
    this.inBlock(() => this.statements(stmt.body))
    this.scopes.pop()
  }

  /** The value of an expression; notes what stands in it. The same node is read once. */
  private eval(expr: Expr, place?: string, call?: number, mentioned = false): Value {
    const before = this.known.get(expr)
    if (before !== undefined) return before
    const value = this.read(expr, place, call, mentioned)
    this.known.set(expr, value)
    return value
  }

  private text(text: string, line: number, place?: string, call?: number, mentioned?: boolean): void {
    if (text.length < 2 || this.texts.length >= maxTexts) return
    this.texts.push({
      text,
      line,
      ...(place ? { place } : {}),
      ...(call === undefined ? {} : { call }),
      ...(mentioned ? { mentioned } : {}),
    })
  }

  private read(expr: Expr, place?: string, call?: number, mentioned = false): Value {
    switch (expr.t) {
      case 'text':
        this.text(expr.text, expr.line, place, call, mentioned)
        return expr.text
      case 'join':
        return this.joined(expr.parts, expr.line, place, call)
      case 'name':
        return this.look(expr.name)
      case 'get': {
        const variable = environmentRead(expr, this.language)
        if (variable) return this.variable(variable, expr.line)
        return member(this.receiver(expr.on), expr.name)
      }
      case 'call':
        return this.call(expr, place)
      case 'either': {
        const options = expr.of.map((option) => this.eval(option, place, call))
        return options.reduceRight((rest, option) => either(option, rest))
      }
      case 'record':
        for (const entry of expr.entries) this.entry(entry, call, providerBeside(expr.entries, entry.key))
        return null
      case 'list':
        return this.list(expr.of, place, call, mentioned)
      case 'function':
        this.fn(expr.function, null)
        return null
      case 'boolean':
        return null
      case 'other':
        // A comparison or a computation mentions what stands in it.
        for (const part of expr.of) this.eval(part, undefined, undefined, true)
        return null
    }
  }

  private entry(entry: Entry, call?: number, provider?: string): void {
    if (entry.key) this.text(entry.key, entry.line, undefined, undefined, true)
    const first = this.texts.length
    this.eval(entry.value, entry.key ?? undefined, call)
    const made = this.texts[first]
    if (provider && made && entry.value.t === 'text') this.texts[first] = { ...made, provider }
  }

  private list(of: readonly Expr[], place?: string, call?: number, mentioned = false): Value {
    const options = of
      .map((item) => this.eval(item, place, call, mentioned))
      .slice(0, maxElements)
      .filter((value) => value !== null)
    return options.length === 0 ? null : options.length === 1 ? options[0]! : { any: options }
  }

  private joined(parts: readonly Expr[], line: number, place?: string, call?: number): Value {
    const values = parts.map((part) => (part.t === 'text' ? part.text : this.eval(part)))
    const shown = values.map((value) => (typeof value === 'string' ? value : '{}')).join('')
    if (parts.some((part) => part.t === 'text')) this.text(shown, line, place, call)
    return values.every((value) => typeof value === 'string') ? shown : { join: values }
  }

  private receiver(expr: Expr): Value {
    if (expr.t === 'name' && (expr.name === 'self' || expr.name === 'this' || expr.name === 'cls')) {
      const owner = this.scopes.findLast((scope) => scope.kind === 'class')
      return owner ? { ref: owner.name } : null
    }
    return this.eval(expr)
  }

  private look(name: string): Value {
    for (let index = this.scopes.length - 1; index >= 0; index -= 1) {
      const scope = this.scopes[index]!
      if (scope.kind === 'class') continue
      const local = scope.names.get(name)
      if (!local) continue
      // Seen from a function, a name of the module may yet change; it is looked up when all is known.
      if (scope.kind === 'module' && this.scopes.length > 1) return { ref: name }
      return simple(local.value) ? local.value : { ref: name }
    }
    return { ref: name }
  }

  /** The dotted name of a chain of names, `self` given its class; null for anything else. */
  private dotted(expr: Expr): string | null {
    if (expr.t === 'name') {
      if (expr.name !== 'self' && expr.name !== 'this' && expr.name !== 'cls') return expr.name
      return this.scopes.findLast((scope) => scope.kind === 'class')?.name ?? null
    }
    if (expr.t !== 'get') return null
    const on = this.dotted(expr.on)
    return on === null ? null : `${on}.${expr.name}`
  }

  private variable(read: { name: string; or?: Expr }, line: number): Value {
    this.environment.push({ name: read.name, line })
    const or = read.or ? this.eval(read.or, read.name) : null
    return or === null ? { env: read.name } : { env: read.name, or }
  }

  private call(expr: CallExpr, place?: string): Value {
    const variable = environmentRead(expr, this.language)
    if (variable) {
      for (const arg of expr.args)
        if (arg.value !== variable.or && arg.value.t !== 'text') this.eval(arg.value)
      return this.variable(variable, expr.line)
    }
    const passed = this.passedThrough(expr, place)
    if (passed !== undefined) return passed
    if (comparing.test(expr.callee.t === 'get' ? expr.callee.name : '')) {
      // What a text is compared with is mentioned, not chosen.
      if (expr.callee.t === 'get') this.eval(expr.callee.on, undefined, undefined, true)
      for (const arg of expr.args) this.eval(arg.value, undefined, undefined, true)
      return null
    }
    const target = this.eval(expr.callee)
    if (this.calls.length >= maxCalls) {
      for (const arg of expr.args) this.eval(arg.value, arg.name)
      return null
    }
    const index = this.calls.length
    // Its place is kept before its arguments are read, which may be calls themselves.
    const named: Record<string, Value> = Object.create(null)
    const positional: Value[] = []
    const lines: Record<string, number> = Object.create(null)
    const sign: CallSign = {
      language: this.language,
      callee: written(expr.callee).slice(0, 120),
      target,
      named,
      positional,
      lines,
      line: expr.line,
      ...(expr.constructs ? { constructs: true } : {}),
    }
    this.calls.push(sign)
    for (const arg of expr.args) this.argument(arg, index, named, positional, lines)
    this.option(expr, named)
    return { call: index }
  }

  private argument(
    arg: Arg,
    call: number,
    named: Record<string, Value>,
    positional: Value[],
    lines: Record<string, number>,
  ): void {
    const value = this.eval(arg.value, arg.name, call)
    if (arg.name && arg.name !== '*' && arg.name !== '**') {
      if (placeOf(arg.name) || arg.value.t === 'call' || arg.value.t === 'name') {
        named[arg.name] = value
        lines[arg.name] = arg.value.line
      }
    } else if (!arg.name && positional.length < 4) positional.push(value)
    this.fields(arg.name && !arg.name.startsWith('*') ? `${arg.name}.` : '', arg.value, named, lines)
  }

  /** The fields of an object argument are arguments too. */
  private fields(
    lead: string,
    value: Expr,
    named: Record<string, Value>,
    lines: Record<string, number>,
  ): void {
    if (value.t !== 'record' || lead.split('.').length > 4) return
    for (const entry of value.entries) {
      if (entry.key === null) continue
      if (placeOf(entry.key) || entry.value.t === 'call' || entry.value.t === 'name') {
        named[lead + entry.key] = this.eval(entry.value, entry.key)
        lines[lead + entry.key] = entry.line
      }
      this.fields(`${lead}${entry.key}.`, entry.value, named, lines)
    }
  }

  /** `add_argument("--model", default="x")`: the option's name is the place of its default. */
  private option(expr: CallExpr, named: Record<string, Value>): void {
    const option = expr.args.find(
      ({ name, value }) => !name && value.t === 'text' && /^--[a-z]/.test(value.text),
    )?.value
    if (option?.t !== 'text') return
    const name = option.text.slice(2).replaceAll('-', '_')
    for (const arg of expr.args)
      if (arg.name === 'default') {
        const value = this.eval(arg.value, name)
        named[name] = value
        if (arg.value.t === 'text') this.text(arg.value.text, arg.value.line, name)
        this.merge(`args.${name}`, value)
      }
  }

  /** Calls that give back what they were given: `str(x)`, `x.strip()`, `Field(default=x)`, `new URL(x)`. */
  private passedThrough(expr: CallExpr, place?: string): Value | undefined {
    const { callee } = expr
    const name = callee.t === 'name' ? callee.name : callee.t === 'get' ? callee.name : ''
    if (callee.t === 'get' && expr.args.length <= 1 && trimming.has(name)) {
      const value = this.eval(callee.on, place)
      for (const arg of expr.args) this.eval(arg.value, undefined, undefined, true)
      return value
    }
    if (callee.t === 'name' && wrapping.has(name) && expr.args.length > 0) {
      const chosen = expr.args.find((arg) => arg.name === 'default') ?? expr.args.find((arg) => !arg.name)
      for (const arg of expr.args) if (arg !== chosen && arg.value.t !== 'text') this.eval(arg.value)
      const alias = expr.args.find(
        (arg) =>
          (arg.name === 'env' || arg.name === 'alias' || arg.name === 'validation_alias') &&
          arg.value.t === 'text',
      )
      const value = chosen ? this.eval(chosen.value, place) : null
      if (alias?.value.t === 'text' && /^[A-Z]/.test(alias.value.text))
        return this.variable({ name: alias.value.text, ...(chosen ? { or: chosen.value } : {}) }, expr.line)
      return value
    }
    return undefined
  }
}
