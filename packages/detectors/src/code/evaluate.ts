import type { Language } from '@ai-census/signatures'
import type { Value } from '../signs.ts'
import { environmentRead } from './environment.ts'
import { ExpressionEvaluator } from './expressions.ts'
import type { CodeFacts } from './facts.ts'
import { returnedPlace } from './returned-models.ts'
import { maySet } from './setting-names.ts'
import type { CallExpr, Expr, FunctionStmt, Program, Stmt } from './tree.ts'
import { type Held, setsField } from './values.ts'

/** Reads a program's tree once and notes what is imported, named, called and read from the environment. */
export function evaluate(program: Program, language: Language): CodeFacts {
  const evaluator = new Evaluator(language)
  evaluator.statements(program.body)
  return evaluator.facts(program.partial)
}

/** Statements: what they give to names, and in which order they may run. */
class Evaluator extends ExpressionEvaluator {
  statements(list: readonly Stmt[]): void {
    for (const statement of list) this.statement(statement)
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
        this.assign(stmt)
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
      case 'declared':
        this.declared(stmt.name, stmt.line)
        return
      case 'export':
        this.values.set(stmt.as, { ref: stmt.local })
    }
  }

  private branch(stmt: Extract<Stmt, { s: 'branch' }>): void {
    const test = stmt.test ? this.truth(stmt.test) : null
    if (stmt.test && test === null) this.eval(stmt.test, undefined, undefined, true)
    // What is switched off is not used.
    const around = this.arm
    this.arm = stmt.arm ?? around
    if (test !== false) this.inBlock(() => this.statements(stmt.body))
    this.arm = around
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

  private assign({ target, value, local, line }: Extract<Stmt, { s: 'assign' }>): void {
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
    if (place !== undefined && (target.t === 'get' || this.scope.kind === 'class') && setsField(place, value))
      this.fieldNames.push({ name: place, line })
    if (target.t === 'name') {
      if (local) this.setLocal(target.name, result)
      else this.set(target.name, this.defaulted(target.name, result))
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

  /** A field that has a type and no value yet; of what only describes others, no field is the program's own. */
  private declared(name: string, line: number): void {
    if (this.scope.kind !== 'class' || this.describing.has(this.scope.name)) return
    if (maySet(name)) this.fieldNames.push({ name, line })
  }

  private readonly describing = new Set<string>()

  /** A settings class takes its fields from variables of the same name. */
  private defaulted(name: string, value: Value): Value {
    if (this.scope.kind !== 'class' || !this.fromEnvironment.has(this.scope.name)) return value
    return typeof value === 'object' && value !== null && 'env' in value
      ? value
      : { env: name.toUpperCase(), or: value }
  }

  private readonly fromEnvironment = new Set<string>()

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
    const owner = this.scopes.findLast((scope) => scope.kind === 'function')
    const result = this.eval(value, owner ? returnedPlace(owner.name) : undefined)
    if (owner?.name) {
      this.merge(`${owner.name}()`, result)
      this.flatten(`${owner.name}()`, value)
    }
  }

  protected fn(fn: FunctionStmt, name: string | null): void {
    for (const decorator of fn.decorators) this.eval(decorator)
    const outer = this.scope
    const seen = name && outer.kind !== 'function' ? (outer.name ? `${outer.name}.${name}` : name) : ''
    const names = new Map<string, Held>()
    for (const param of fn.params)
      names.set(param.name, { value: param.default ? this.eval(param.default, param.name) : null, block: -1 })
    this.scopes.push({ kind: 'function', name: seen, names })
    this.inBlock(() => this.statements(fn.body))
    this.scopes.pop()
  }

  /** How a class has its parent made is kept, for who makes the class. */
  protected override call(expr: CallExpr, place?: string): Value {
    const made = super.call(expr, place)
    const owner = isMakingParent(expr.callee) && this.scopes.findLast((scope) => scope.kind === 'class')
    if (owner) this.merge(`${owner.name}.<made>`, made)
    return made
  }

  private classOf(stmt: Extract<Stmt, { s: 'class' }>): void {
    for (const base of stmt.bases) {
      this.eval(base)
      if (base.t === 'name' && /Settings$/.test(base.name)) this.fromEnvironment.add(stmt.name)
      const kind = base.t === 'get' || base.t === 'name' ? base.name : ''
      if (kind === 'TypedDict' || kind === 'Protocol') this.describing.add(stmt.name)
      const parent = this.dotted(base)
      if (parent) this.merge(`${stmt.name}.<base>`, this.eval(base))
    }
    this.scopes.push({ kind: 'class', name: stmt.name, names: new Map() })
    this.inBlock(() => this.statements(stmt.body))
    this.scopes.pop()
  }
}

/** `super` of JavaScript, `super().__init__` of Python. */
const isMakingParent = (callee: Expr): boolean =>
  callee.t === 'name'
    ? callee.name === 'super'
    : callee.t === 'get' &&
      callee.name === '__init__' &&
      callee.on.t === 'call' &&
      callee.on.callee.t === 'name' &&
      callee.on.callee.name === 'super'
