import { ANY, type Arg, type Entry, type Expr, isTable, type Param } from '../tree.ts'
import { Cursor, maxDepth } from './cursor.ts'
import { type Token, tokenise } from './tokens.ts'

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

/** Reads expressions, as loosely as detection allows: operators do not rank, only their parts matter. */
export class Expressions extends Cursor {
  protected params(close: string): Param[] {
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

  protected targets(): Expr {
    const { line } = this.peek()
    const first = this.operand()
    if (!this.is(',')) return first
    const of = [first]
    while (this.take(',')) if (!this.is('in')) of.push(this.operand())
    return { t: 'list', of, line }
  }

  protected tuple(): Expr {
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
    let left = this.comparison(line)
    while (this.is('and')) {
      this.at += 1
      left = { t: 'other', of: [left, this.comparison(line)], line }
    }
    return left
  }

  /** It binds tighter than `and` and `or`: of `a or "x-1" in b` the text is a part of the comparison. */
  private comparison(line: number): Expr {
    let left = this.operand()
    while (this.binary(this.peek()) && !this.is('and')) {
      this.at += 1
      this.take('not') || this.take('in')
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

  protected operand(): Expr {
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
          const computed = key.t === 'get' || key.t === 'name' ? { computed: key.name } : {}
          entries.push({ key: key.t === 'text' ? key.text : null, ...computed, value, line: keyLine })
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
    const parser = new Expressions(tokenise(`(${code})`, line))
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
        expr = asRecord(expr, args) ?? {
          t: 'call',
          callee: expr,
          args,
          constructs: isCapital(expr),
          line: expr.line,
        }
      } else if (this.is('[')) {
        this.at += 1
        const items = this.items(']')
        const [only] = items
        expr =
          items.length === 1 && only?.t === 'text'
            ? { t: 'get', on: expr, name: only.text, line }
            : items.length === 1 && only?.t === 'name' && isTable(expr)
              ? { t: 'get', on: expr, name: ANY, line }
              : { t: 'other', of: [expr, ...items], line }
      } else return expr
    }
  }

  protected args(): Arg[] {
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

/** `dict(provider="groq", model="x")` is a record. */
function asRecord(callee: Expr, args: readonly Arg[]): Expr | null {
  if (callee.t !== 'name' || callee.name !== 'dict' || args.length === 0) return null
  const entries = args.flatMap(({ name, value }) =>
    name === undefined || name.startsWith('*') ? [] : [{ key: name, value, line: value.line }],
  )
  return entries.length === args.length ? { t: 'record', entries, line: callee.line } : null
}

const isCapital = (expr: Expr): boolean =>
  /^[A-Z]/.test(expr.t === 'name' ? expr.name : expr.t === 'get' ? expr.name : '')
