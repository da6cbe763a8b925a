import type { Expr, FunctionStmt, Program, Stmt } from '../tree.ts'
import { maxDepth } from './cursor.ts'
import { Expressions } from './expressions.ts'
import { tokenise } from './tokens.ts'

/** Reads Python into the common tree. Understands what modules are made of; skips the rest. */
export function parsePython(source: string): Program {
  const parser = new Statements(tokenise(source))
  const body = parser.block(false)
  return { body, partial: parser.lost }
}

class Statements extends Expressions {
  /** Statements up to the dedent that closes them, or the end. */
  block(inside: boolean): Stmt[] {
    const statements: Stmt[] = []
    this.depth += 1
    for (;;) {
      const { type } = this.peek()
      if (type === 'end') break
      if (type === 'dedent') {
        this.at += 1
        if (inside) break
        continue
      }
      if (type === 'newline' || this.is(';')) this.at += 1
      else if (type === 'indent') {
        this.at += 1
        if (this.depth < maxDepth) statements.push(...this.block(true))
      } else {
        const before = this.at
        this.statement(statements)
        if (this.at === before) this.at += 1
      }
    }
    this.depth -= 1
    return statements
  }

  /** What follows a colon: an indented block, or statements on the same line. */
  private suite(): Stmt[] {
    if (this.depth > maxDepth) {
      this.lost = true
      this.restOfLine()
      return []
    }
    while (!this.ended && !this.is(':')) this.at += 1
    this.take(':')
    if (this.peek().type === 'newline') {
      this.at += 1
      if (this.peek().type !== 'indent') return []
      this.at += 1
      return this.block(true)
    }
    const statements: Stmt[] = []
    while (!this.ended) {
      const before = this.at
      this.statement(statements)
      if (this.tokens[this.at - 1]?.type === 'newline') break
      this.take(';')
      if (this.at === before) this.at += 1
    }
    return statements
  }

  private statement(out: Stmt[]): void {
    const token = this.peek()
    const { line } = token
    if (token.type === 'name') {
      if (token.value === 'import') {
        this.importStatement(out)
        return
      }
      if (token.value === 'from' && this.peek(1).type !== 'newline') {
        this.fromStatement(out)
        return
      }
      if (token.value === 'async') {
        this.at += 1
        this.statement(out)
        return
      }
      if (token.value === 'def' && this.peek(1).type === 'name') {
        out.push(this.definition([]))
        return
      }
      if (token.value === 'class' && this.peek(1).type === 'name') {
        this.classStatement(out)
        return
      }
      if (token.value === 'if' || token.value === 'elif' || token.value === 'while') {
        this.at += 1
        const test = this.expression()
        const body = this.suite()
        const otherwise: Stmt[] = []
        if (this.is('elif')) this.statement(otherwise)
        else if (this.take('else')) otherwise.push(...this.suite())
        out.push({ s: 'branch', test, body, otherwise, line })
        return
      }
      if (
        token.value === 'else' ||
        token.value === 'try' ||
        token.value === 'finally' ||
        token.value === 'except'
      ) {
        if (!this.is('=', 1) && !this.is('.', 1)) {
          this.at += 1
          out.push({ s: 'branch', test: null, body: this.suite(), otherwise: [], line })
          return
        }
      }
      // Of `match`; the word is a name elsewhere.
      if (token.value === 'case' && /^(?:name|text|number)$/.test(this.peek(1).type)) {
        this.at += 1
        out.push({ s: 'branch', test: null, body: this.suite(), otherwise: [], line })
        return
      }
      if (token.value === 'for') {
        this.at += 1
        const target = this.targets()
        this.take('in')
        const of = this.tuple()
        out.push({ s: 'each', target, of, body: this.suite(), line })
        return
      }
      if (token.value === 'with') {
        this.withStatement(out)
        return
      }
      if (token.value === 'return' || token.value === 'yield') {
        this.at += 1
        if (!this.ended) out.push({ s: 'return', value: this.tuple(), line })
        this.endStatement()
        return
      }
      if (
        token.value === 'raise' ||
        token.value === 'assert' ||
        token.value === 'del' ||
        token.value === 'global' ||
        token.value === 'nonlocal' ||
        token.value === 'pass' ||
        token.value === 'break' ||
        token.value === 'continue'
      ) {
        this.at += 1
        if (!this.ended && !this.is('=') && !this.is(';'))
          out.push({ s: 'expression', value: this.tuple(), line })
        this.endStatement()
        return
      }
    }
    if (this.is('@')) {
      this.decorated(out)
      return
    }
    this.simple(out)
  }

  private simple(out: Stmt[]): void {
    const { line } = this.peek()
    let value = this.tuple()
    const targets: Expr[] = []
    if (this.take(':')) {
      targets.push(value)
      value = this.expression()
      if (!this.is('=')) {
        const [target] = targets
        if (target?.t === 'name') out.push({ s: 'declared', name: target.name, line })
        this.endStatement()
        return
      }
      this.at += 1
      value = this.tuple()
    }
    while (this.take('=')) {
      targets.push(value)
      value = this.tuple()
    }
    if (/^(\+|\||\/\/|\*\*?|-|\/|%|&|\^|<<|>>)=$/.test(this.peek().value)) {
      this.at += 1
      value = { t: 'other', of: [value, this.tuple()], line }
    }
    for (const target of targets) out.push({ s: 'assign', target, value, line })
    // A string that stands alone is a comment for people.
    if (targets.length === 0 && value.t !== 'text') out.push({ s: 'expression', value, line })
    if (!this.is(';')) this.restOfLine()
  }

  private dotted(): string {
    let name = ''
    while (this.is('.') || this.is('...')) {
      name += this.peek().value
      this.at += 1
    }
    while (this.peek().type === 'name' && !this.is('import') && !this.is('as')) {
      name += this.peek().value
      this.at += 1
      if (!this.is('.')) break
      name += '.'
      this.at += 1
    }
    return name
  }

  private importStatement(out: Stmt[]): void {
    const { line } = this.peek()
    do {
      this.at += 1
      const module = this.dotted()
      let as = module.split('.')[0] ?? module
      // `import a.b` binds `a`; with `as` the module itself.
      let bound = as
      if (this.take('as')) {
        as = this.peek().value
        bound = module
        this.at += 1
      }
      if (module)
        out.push({
          s: 'import',
          module,
          names: [{ name: null, as: bound === module ? as : module }],
          typeOnly: false,
          line,
        })
    } while (this.is(','))
    this.endStatement()
  }

  private fromStatement(out: Stmt[]): void {
    const { line } = this.peek()
    this.at += 1
    const module = this.dotted()
    if (!this.take('import')) {
      this.restOfLine()
      return
    }
    this.take('(')
    const names: { name: string | null; as: string }[] = []
    while (!this.ended && !this.is(')') && !this.is(';')) {
      const name = this.peek().value
      this.at += 1
      if (name === ',') continue
      let as = name
      if (this.take('as')) {
        as = this.peek().value
        this.at += 1
      }
      names.push({ name, as })
    }
    if (module) out.push({ s: 'import', module, names, typeOnly: false, line })
    this.endStatement()
  }

  private definition(decorators: readonly Expr[]): FunctionStmt {
    const { line } = this.peek()
    this.at += 1
    const name = this.peek().value
    this.at += 1
    this.typeParameters()
    const params = this.take('(') ? this.params(')') : []
    if (this.take('->')) this.expression()
    return { s: 'function', name, params, body: this.suite(), decorators, line }
  }

  private typeParameters(): void {
    if (!this.is('[')) return
    while (!this.ended && !this.is(']')) this.at += 1
    this.at += 1
  }

  private classStatement(out: Stmt[]): void {
    const { line } = this.peek()
    this.at += 1
    const name = this.peek().value
    this.at += 1
    this.typeParameters()
    const bases = this.take('(') ? this.args().map((arg) => arg.value) : []
    out.push({ s: 'class', name, bases, body: this.suite(), line })
  }

  private decorated(out: Stmt[]): void {
    const decorators: Expr[] = []
    while (this.take('@')) {
      decorators.push(this.expression())
      this.restOfLine()
    }
    this.take('async')
    if (this.is('def')) out.push(this.definition(decorators))
    else {
      const { line } = this.peek()
      for (const value of decorators) out.push({ s: 'expression', value, line })
      this.statement(out)
    }
  }

  private withStatement(out: Stmt[]): void {
    const { line } = this.peek()
    this.at += 1
    const grouped = this.is('(') && this.groupHoldsAs()
    if (grouped) this.at += 1
    while (!this.ended && !this.is(':') && !this.is(')')) {
      const before = this.at
      const value = this.expression()
      if (this.take('as')) out.push({ s: 'assign', target: this.operand(), value, line })
      else out.push({ s: 'expression', value, line })
      this.take(',')
      if (this.at === before) this.at += 1
    }
    if (grouped) this.take(')')
    out.push(...this.suite())
  }

  private groupHoldsAs(): boolean {
    let depth = 0
    for (let ahead = 0; ahead < 400; ahead += 1) {
      const token = this.peek(ahead)
      if (token.type === 'end' || token.type === 'newline') return false
      if (token.value === '(' || token.value === '[' || token.value === '{') depth += 1
      if (token.value === ')' || token.value === ']' || token.value === '}') depth -= 1
      if (depth === 0) return false
      if (depth === 1 && token.type === 'name' && token.value === 'as') return true
    }
    return false
  }
}
