import { type CallSign, ON, type Value } from '../signs.ts'
import { boundCall } from './bound.ts'
import { aliasOf, isConstant, isDenial, isOn, mayDecide, orElse, providerConstant } from './deciding.ts'
import { environmentRead } from './environment.ts'
import { FileState } from './file-state.ts'
import { argumentsOf, offeredKey, providerByEntry } from './menus.ts'
import { maySet } from './setting-names.ts'
import type { Arg, CallExpr, Entry, Expr, FunctionStmt } from './tree.ts'
import {
  besideIn,
  comparing,
  either,
  isInstance,
  maxCalls,
  maxElements,
  maxTexts,
  member,
  providerOf,
  setsField,
  tell,
  testsPrefix,
  textIn,
  trimming,
  wrapping,
  written,
} from './values.ts'

/**
 * Expressions: what they are, as far as one file tells, and what stands in them. Functions among them hold
 * statements, which are read by who extends it.
 */
export abstract class ExpressionEvaluator extends FileState {
  protected abstract fn(fn: FunctionStmt, name: string | null): void

  /** The value of an expression; notes what stands in it. The same node is read once. */
  protected eval(expr: Expr, place?: string, call?: number, mentioned = false): Value {
    const before = this.known.get(expr)
    if (before !== undefined) return before
    const value = this.read(expr, place, call, mentioned)
    this.known.set(expr, value)
    return value
  }

  protected text(text: string, line: number, place?: string, call?: number, mentioned?: boolean): void {
    if (text.length < 2 || this.texts.length >= maxTexts) return
    this.texts.push({
      text,
      line,
      ...(place ? { place } : {}),
      ...(call === undefined ? {} : { call }),
      ...(mentioned ? { mentioned } : {}),
      ...(this.arm ? { arm: this.arm } : {}),
    })
  }

  protected read(expr: Expr, place?: string, call?: number, mentioned = false): Value {
    switch (expr.t) {
      case 'text':
        this.text(expr.text, expr.line, place, call, mentioned)
        return expr.text
      case 'join':
        return this.joined(expr.parts, expr.line, place, call, mentioned)
      case 'name':
        return this.look(expr.name)
      case 'get': {
        const variable = environmentRead(expr, this.language)
        if (variable) return this.variable(variable, expr.line)
        if (!mentioned && maySet(expr.name)) this.fieldNames.push({ name: expr.name, line: expr.line })
        const value = member(this.receiver(expr.on), expr.name)
        if (!mentioned && isConstant(value))
          this.constants.push({ ref: value.ref, line: expr.line, place, call })
        const provider = mentioned ? null : providerConstant(expr, place)
        if (provider === null) return value
        this.text(provider, expr.line, place, call)
        return provider
      }
      case 'call':
        return this.call(expr, place)
      case 'either': {
        const options = expr.of.map((option) => this.eval(option, place, call))
        return options.reduceRight((rest, option) => either(option, rest))
      }
      case 'record':
        if (expr.entries.some(({ key, value }) => isDenial(key, value))) {
          // What a statement denies is named, not used.
          for (const { value } of expr.entries) this.eval(value, undefined, undefined, true)
          return null
        }
        this.record(expr.entries, call, place)
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

  private record(entries: readonly Entry[], call: number | undefined, place: string | undefined): void {
    const around = this.provider
    const outer = this.among
    const named = providerOf(entries)
    const ofItem = providerByEntry(entries)
    for (const entry of entries) {
      // What a provider is told stands in a record of its own: `{ provider: 'groq', config: { model: 'x' } }`.
      this.provider = entry.value.t === 'record' ? named : undefined
      const beside = besideIn(entries, entry, place, around)
      // Each provider's models by what they are for: `DEFAULT_MODELS = { groq: { chat: 'x' } }`.
      this.among = entry.value.t === 'record' ? beside.among : undefined
      this.entry(entry, call, { ...(outer ? { among: outer } : {}), ...ofItem(entry), ...beside }, place)
    }
    this.provider = around
    this.among = outer
  }

  protected entry(
    entry: Entry,
    call: number | undefined,
    beside: ReturnType<typeof besideIn>,
    table: string | undefined,
  ): void {
    const offered = offeredKey(entry, table)
    if (entry.key && call === undefined && setsField(entry.key, entry.value))
      this.fieldNames.push({ name: entry.key, line: entry.line })
    if (entry.key) this.text(entry.key, entry.line, undefined, undefined, offered === null)
    tell(this.texts, this.texts.length - 1, entry.key, offered)
    const first = this.texts.length
    this.eval(entry.value, entry.place ?? entry.key ?? undefined, call)
    tell(this.texts, first, textIn(entry.value)?.text, beside)
  }

  protected list(of: readonly Expr[], place?: string, call?: number, mentioned = false): Value {
    const options = of
      .map((item) => this.eval(item, place, call, mentioned))
      .slice(0, maxElements)
      .filter((value) => value !== null)
    return options.length === 0 ? null : options.length === 1 ? options[0]! : { any: options }
  }

  protected joined(
    parts: readonly Expr[],
    line: number,
    place?: string,
    call?: number,
    mentioned?: boolean,
  ): Value {
    const values = parts.map((part) => (part.t === 'text' ? part.text : this.eval(part)))
    const shown = values.map((value) => (typeof value === 'string' ? value : '{}')).join('')
    if (parts.some((part) => part.t === 'text')) this.text(shown, line, place, call, mentioned)
    return values.every((value) => typeof value === 'string') ? shown : { join: values }
  }

  protected receiver(expr: Expr): Value {
    if (expr.t === 'call' && expr.callee.t === 'name' && expr.callee.name === 'super') return this.parent()
    if (expr.t === 'name' && isInstance(expr.name, this.language, this.scopes)) {
      const owner = this.scopes.findLast((scope) => scope.kind === 'class')
      return owner ? { ref: owner.name } : null
    }
    return this.eval(expr)
  }

  protected variable(read: { name: string; or?: Expr }, line: number): Value {
    this.environment.push({ name: read.name, line })
    const or = read.or ? this.eval(read.or, read.name) : null
    return or === null ? { env: read.name } : { env: read.name, or }
  }

  protected call(given: CallExpr, place?: string): Value {
    const expr = (this.language === 'python' ? boundCall(given) : null) ?? given
    const variable = environmentRead(expr, this.language)
    if (variable) {
      for (const arg of expr.args)
        if (arg.value !== variable.or && arg.value.t !== 'text') this.eval(arg.value)
      const value = this.variable(variable, expr.line)
      // `os.environ.setdefault("X_URL", url)` sets what others read.
      if (variable.or && expr.callee.t === 'get' && expr.callee.name === 'setdefault')
        this.settings.push({ name: variable.name, value: this.eval(variable.or), line: expr.line })
      return value
    }
    const passed = this.passedThrough(expr, place)
    if (passed !== undefined) return passed
    const { callee } = expr
    if (
      callee.t === 'get' ? comparing.test(callee.name) : callee.t === 'name' && testsPrefix.test(callee.name)
    ) {
      // What a text is compared with is mentioned, not chosen.
      if (expr.callee.t === 'get') this.eval(expr.callee.on, undefined, undefined, true)
      for (const arg of expr.args) this.eval(arg.value, undefined, undefined, true)
      return null
    }
    // Each expression is read once, so that what is said of them here stays said below.
    if (expr.args.some(({ name, value }) => isDenial(name ?? null, value)))
      for (const arg of expr.args) this.eval(arg.value, undefined, undefined, true)
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
    const items = expr.constructs ? argumentsOf(expr.args) : []
    const ofItem = providerByEntry(items)
    for (const [position, arg] of expr.args.entries()) {
      const first = this.texts.length
      this.argument(arg, index, named, positional, lines)
      const item = items[position]
      if (item) tell(this.texts, first, textIn(arg.value)?.text, ofItem(item))
    }
    this.option(expr, named)
    return { call: index }
  }

  protected argument(
    arg: Arg,
    call: number,
    named: Record<string, Value>,
    positional: Value[],
    lines: Record<string, number>,
  ): void {
    const value = this.eval(arg.value, arg.name, call)
    if (arg.name && arg.name !== '*' && arg.name !== '**') {
      if (mayDecide(arg.name, arg.value)) {
        named[arg.name] = value
        lines[arg.name] = arg.value.line
      } else if (isOn(arg.value)) named[arg.name] = ON
    } else if (!arg.name && positional.length < 4) positional.push(value)
    this.fields(arg.name && !arg.name.startsWith('*') ? `${arg.name}.` : '', arg.value, named, lines)
  }

  /** The fields of an object argument are arguments too. */
  protected fields(
    lead: string,
    value: Expr,
    named: Record<string, Value>,
    lines: Record<string, number>,
  ): void {
    if (value.t !== 'record' || lead.split('.').length > 4) return
    for (const entry of value.entries) {
      if (entry.key === null) continue
      if (mayDecide(entry.key, entry.value)) {
        named[lead + entry.key] = this.eval(entry.value, entry.key)
        lines[lead + entry.key] = entry.line
      } else if (isOn(entry.value)) named[lead + entry.key] = ON
      this.fields(`${lead}${entry.key}.`, entry.value, named, lines)
    }
  }

  /** `add_argument("--model", default="x")`: the option's name is the place of its default. */
  protected option(expr: CallExpr, named: Record<string, Value>): void {
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
  protected passedThrough(expr: CallExpr, place?: string): Value | undefined {
    const { callee } = expr
    const name = callee.t === 'name' ? callee.name : callee.t === 'get' ? callee.name : ''
    if (callee.t === 'get' && expr.args.length <= 1 && trimming.has(name)) {
      const value = this.eval(callee.on, place)
      for (const arg of expr.args) this.eval(arg.value, undefined, undefined, true)
      return value
    }
    const otherwise = orElse(expr)
    if (otherwise) {
      if (callee.t === 'get') this.eval(callee.on)
      return this.eval(otherwise.value, otherwise.name)
    }
    if (callee.t === 'name' && wrapping.has(name) && expr.args.length > 0) {
      const chosen = expr.args.find((arg) => arg.name === 'default') ?? expr.args.find((arg) => !arg.name)
      for (const arg of expr.args) if (arg !== chosen && arg.value.t !== 'text') this.eval(arg.value)
      const alias = aliasOf(expr)
      const value = chosen ? this.eval(chosen.value, place) : null
      if (alias !== undefined)
        return this.variable({ name: alias, ...(chosen ? { or: chosen.value } : {}) }, expr.line)
      return value
    }
    return undefined
  }
}
