import type { Arg, Entry, Expr, FunctionStmt, Param, Program, Stmt } from '../tree.ts'
import { type Token, tokenise } from './tokens.ts'

/** Reads Python into the common tree. Understands what modules are made of; skips the rest. */
export function parsePython(source: string): Program {
  const parser = new Parser(tokenise(source))
  const body = parser.block(false)
  return { body, partial: parser.lost }
}

const notOperands = new Set([
  'and',
  'or',
  'not',
  'if',
  'else',
  'for',
  'in',
  'is',
  'lambda',
  'await',
  'async',
  'from',
  'import',
  'as',
  'yield',
])
const maxDepth = 150

class Parser {
  private readonly tokens: readonly Token[]
  private at = 0
  private depth = 0
  lost = false

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens
  }

  private peek(ahead = 0): Token {
    return this.tokens[Math.min(this.at + ahead, this.tokens.length - 1)]!
  }
  private is(value: string, ahead = 0): boolean {
    const token = this.peek(ahead)
    return token.value === value && (token.type === 'operator' || token.type === 'name')
  }
  private take(value: string): boolean {
    if (!this.is(value)) return false
    this.at += 1
    return true
  }
  private get ended(): boolean {
    const { type } = this.peek()
    return type === 'newline' || type === 'end' || type === 'dedent' || type === 'indent'
  }
  private restOfLine(): void {
    while (!this.ended) this.at += 1
    while (this.peek().type === 'newline') this.at += 1
  }

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
        this.restOfLine()
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
        if (!this.ended && !this.is('=')) out.push({ s: 'expression', value: this.tuple(), line })
        this.restOfLine()
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
        this.restOfLine()
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
    this.restOfLine()
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
    while (!this.ended && !this.is(')')) {
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
    this.restOfLine()
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

  private params(close: string): Param[] {
    const params: Param[] = []
    while (!this.ended && !this.is(close)) {
      const before = this.at
      while (this.take('*') || this.take('**') || this.take('/') || this.take(',')) {
        /* separators */
      }
      if (this.peek().type === 'name') {
        const { value: name, line } = this.peek()
        this.at += 1
        if (close !== ':' && this.take(':')) this.expression()
        params.push(this.take('=') ? { name, default: this.expression(), line } : { name, line })
      }
      if (this.at === before) {
        if (this.is(close)) break
        this.at += 1
      }
    }
    this.take(close)
    return params
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

  private targets(): Expr {
    const { line } = this.peek()
    const first = this.operand()
    if (!this.is(',')) return first
    const of = [first]
    while (this.take(',')) if (!this.is('in')) of.push(this.operand())
    return { t: 'list', of, line }
  }

  private tuple(): Expr {
    const { line } = this.peek()
    const first = this.expression()
    if (!this.is(',')) return first
    const of = [first]
    while (this.take(',')) {
      if (this.ended || this.is('=') || this.is(')') || this.is(':')) break
      of.push(this.expression())
    }
    return { t: 'list', of, line }
  }

  /** An expression without a comma at the top. Binary operators do not rank: only their parts matter. */
  expression(): Expr {
    const { line } = this.peek()
    if (this.depth > maxDepth) {
      this.lost = true
      this.at += 1
      return { t: 'other', of: [], line }
    }
    this.depth += 1
    const result = this.chain(line)
    this.depth -= 1
    return result
  }

  private chain(line: number): Expr {
    if (this.is('lambda')) return this.lambda()
    let left = this.operand()
    for (;;) {
      const token = this.peek()
      if (token.type === 'operator' && token.value === '+') {
        this.at += 1
        const right = this.operand()
        left = { t: 'join', parts: left.t === 'join' ? [...left.parts, right] : [left, right], line }
      } else if (token.type === 'name' && token.value === 'or') {
        this.at += 1
        left = {
          t: 'either',
          of: left.t === 'either' ? [...left.of, this.andChain(line)] : [left, this.andChain(line)],
          line,
        }
      } else if (token.type === 'name' && token.value === 'if') {
        this.at += 1
        const test = this.disjunction(line)
        if (!this.take('else')) return left
        const otherwise = this.expression()
        left =
          test.t === 'boolean'
            ? test.value
              ? left
              : otherwise
            : { t: 'either', of: [left, otherwise], line }
      } else if (token.type === 'name' && (token.value === 'for' || token.value === 'async')) {
        return this.comprehension(left, line)
      } else if (token.value === ':=' && token.type === 'operator') {
        this.at += 1
        left = this.expression()
      } else if (this.binary(token)) {
        this.at += 1
        if (token.value === 'not' || token.value === 'is') this.take('in') || this.take('not')
        left = { t: 'other', of: [left, this.operand()], line }
      } else return left
    }
  }

  /** The condition of `x if … else y`: everything but another conditional. */
  private disjunction(line: number): Expr {
    let left = this.operand()
    while (this.binary(this.peek()) || this.is('or') || this.is('+')) {
      this.at += 1
      this.take('not') || this.take('in')
      left = { t: 'other', of: [left, this.operand()], line }
    }
    return left
  }

  private andChain(line: number): Expr {
    let left = this.operand()
    while (this.is('and')) {
      this.at += 1
      left = { t: 'other', of: [left, this.operand()], line }
    }
    return left
  }

  private binary(token: Token): boolean {
    if (token.type === 'name')
      return token.value === 'and' || token.value === 'in' || token.value === 'is' || token.value === 'not'
    return token.type === 'operator' && /^(==|!=|<=?|>=?|-|\*\*?|\/\/?|%|&|\||\^|<<|>>|@)$/.test(token.value)
  }

  private comprehension(element: Expr, line: number): Expr {
    const of: Expr[] = [element]
    while (this.is('for') || this.is('async') || this.is('if')) {
      if (this.take('async')) continue
      if (this.take('if')) of.push(this.disjunction(line))
      else {
        this.at += 1
        this.targets()
        this.take('in')
        of.push(this.disjunction(line))
      }
    }
    return { t: 'other', of, line }
  }

  private lambda(): Expr {
    const { line } = this.peek()
    this.at += 1
    const params = this.params(':')
    const value = this.expression()
    return {
      t: 'function',
      function: {
        s: 'function',
        name: null,
        params,
        body: [{ s: 'return', value, line }],
        decorators: [],
        line,
      },
      line,
    }
  }

  private operand(): Expr {
    const token = this.peek()
    const { line } = token
    if (token.type === 'operator' && /^([-+~*]|\*\*)$/.test(token.value)) {
      this.at += 1
      return { t: 'other', of: [this.operand()], line }
    }
    if (
      token.type === 'name' &&
      (token.value === 'not' || token.value === 'await' || token.value === 'yield')
    ) {
      this.at += 1
      this.take('from')
      const inner: Expr = this.ended ? { t: 'other', of: [], line } : this.operand()
      return token.value === 'await' ? inner : { t: 'other', of: [inner], line }
    }
    return this.postfix(this.atom())
  }

  private atom(): Expr {
    const token = this.peek()
    const { line } = token
    if (token.type === 'text') return this.texts()
    if (token.type === 'number') {
      this.at += 1
      return token.value === '0' ? { t: 'boolean', value: false, line } : { t: 'other', of: [], line }
    }
    if (token.type === 'name') {
      if (notOperands.has(token.value)) return { t: 'other', of: [], line }
      this.at += 1
      if (token.value === 'True' || token.value === 'False')
        return { t: 'boolean', value: token.value === 'True', line }
      return { t: 'name', name: token.value, line }
    }
    if (this.take('(')) {
      const of = this.items(')')
      return of.length === 1 && of[0] ? of[0] : { t: 'list', of, line }
    }
    if (this.take('[')) return { t: 'list', of: this.items(']'), line }
    if (this.take('{')) return this.braces(line)
    if (token.value === '...' && token.type === 'operator') this.at += 1
    return { t: 'other', of: [], line }
  }

  private items(close: string): Expr[] {
    const items: Expr[] = []
    while (!this.is(close) && this.peek().type !== 'end' && !this.ended) {
      const before = this.at
      items.push(this.expression())
      this.take(',')
      if (this.at === before) this.at += 1
    }
    this.take(close)
    return items
  }

  private braces(line: number): Expr {
    const entries: Entry[] = []
    const items: Expr[] = []
    while (!this.is('}') && this.peek().type !== 'end' && !this.ended) {
      const before = this.at
      const keyLine = this.peek().line
      if (this.take('**')) entries.push({ key: null, value: this.expression(), line: keyLine })
      else {
        const key = this.expression()
        if (this.take(':')) {
          const value = this.expression()
          entries.push({ key: key.t === 'text' ? key.text : null, value, line: keyLine })
          if (key.t !== 'text') items.push(key)
        } else items.push(key)
      }
      this.take(',')
      if (this.at === before) this.at += 1
    }
    this.take('}')
    return entries.length > 0 ? { t: 'record', entries, line } : { t: 'list', of: items, line }
  }

  private texts(): Expr {
    const { line } = this.peek()
    const parts: Expr[] = []
    while (this.peek().type === 'text') {
      const token = this.peek()
      this.at += 1
      if (!token.pieces) parts.push({ t: 'text', text: token.value, line: token.line })
      else if (token.pieces.length === 0) parts.push({ t: 'text', text: '', line: token.line })
      else
        for (const piece of token.pieces)
          parts.push(
            piece.code && this.depth < 20
              ? this.inside(piece.text, piece.line)
              : { t: 'text', text: piece.code ? '' : piece.text, line: piece.line },
          )
    }
    if (parts.every((part) => part.t === 'text'))
      return { t: 'text', text: parts.map((part) => part.text).join(''), line }
    return { t: 'join', parts, line }
  }

  private inside(code: string, line: number): Expr {
    const parser = new Parser(tokenise(`(${code})`, line))
    parser.depth = this.depth + 10
    return parser.expression()
  }

  private postfix(start: Expr): Expr {
    let expr = start
    for (;;) {
      const { line } = this.peek()
      if (this.is('.') && this.peek(1).type === 'name') {
        expr = { t: 'get', on: expr, name: this.peek(1).value, line: this.peek(1).line }
        this.at += 2
      } else if (this.is('(')) {
        this.at += 1
        const args = this.args()
        expr = { t: 'call', callee: expr, args, constructs: isCapital(expr), line: expr.line }
      } else if (this.is('[')) {
        this.at += 1
        const items = this.items(']')
        const [only] = items
        expr =
          items.length === 1 && only?.t === 'text'
            ? { t: 'get', on: expr, name: only.text, line }
            : { t: 'other', of: [expr, ...items], line }
      } else return expr
    }
  }

  private args(): Arg[] {
    const args: Arg[] = []
    while (!this.is(')') && this.peek().type !== 'end' && !this.ended) {
      const before = this.at
      if (this.take('**')) {
        args.push({ name: '**', value: this.expression() })
      } else if (this.peek().type === 'name' && this.is('=', 1)) {
        const name = this.peek().value
        this.at += 2
        args.push({ name, value: this.expression() })
      } else if (this.take('*')) args.push({ name: '*', value: this.expression() })
      else args.push({ value: this.expression() })
      this.take(',')
      if (this.at === before) this.at += 1
    }
    this.take(')')
    return args
  }
}

const isCapital = (expr: Expr): boolean =>
  /^[A-Z]/.test(expr.t === 'name' ? expr.name : expr.t === 'get' ? expr.name : '')
