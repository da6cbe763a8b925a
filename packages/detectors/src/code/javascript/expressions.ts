import { isModelPlace } from '../places.ts'
import { ANY, type Arg, type Entry, type Expr, type FunctionStmt, isTable } from '../tree.ts'

/** A node of the parser's ESTree, seen only through checks: what other parsers accept may arrive too. */
export interface Node {
  readonly type: string
  readonly start: number
  readonly [key: string]: unknown
}

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
export const nodes = (value: unknown): Node[] => (Array.isArray(value) ? value.filter(isNode) : [])
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const maxDepth = 200

/** Expressions. Functions among them hold statements, which are read by who extends it. */
export abstract class ExpressionReader {
  private readonly starts: number[] = [0]
  private readonly firstLine: number
  protected readonly source: string
  private depth = 0
  /** Nested so deep that a part was left out. */
  lost = false

  constructor(source: string, firstLine: number) {
    this.firstLine = firstLine
    this.source = source
    for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) this.starts.push(at + 1)
  }

  protected abstract fn(node: Node): FunctionStmt

  protected line(node: Node): number {
    let low = 0
    let high = this.starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.starts[middle]! <= node.start) low = middle
      else high = middle - 1
    }
    return low + this.firstLine
  }

  protected moduleName(value: unknown): string {
    if (!isNode(value)) return ''
    return textOf(value.name) || textOf(value.value)
  }

  protected nameOf(value: unknown, line: number): Expr {
    return isNode(value) && value.type === 'Identifier'
      ? { t: 'name', name: textOf(value.name), line }
      : this.nothing(line)
  }

  protected nothing(line: number): Expr {
    return { t: 'other', of: [], line }
  }

  /** Reads one level deeper; null, and `lost`, where there are too many. */
  protected within<T>(read: () => T): T | null {
    if (this.depth > maxDepth) {
      this.lost = true
      return null
    }
    this.depth += 1
    const result = read()
    this.depth -= 1
    return result
  }

  protected enumOf(node: Node): Expr {
    const line = this.line(node)
    const name = this.moduleName(node.id)
    const place = isModelPlace(name) ? { place: name } : {}
    const members = isNode(node.body) ? nodes(node.body.members) : nodes(node.members)
    const entries = members.flatMap((member): Entry[] =>
      isNode(member.initializer)
        ? [
            {
              key: this.moduleName(member.id),
              value: this.expr(member.initializer),
              line: this.line(member),
              ...place,
            },
          ]
        : [],
    )
    return { t: 'record', entries, line }
  }

  expr(value: Node): Expr {
    return this.within(() => this.convert(unwrap(value))) ?? this.nothing(this.line(value))
  }

  protected exprs(value: unknown): Expr[] {
    return nodes(value).map((node) => this.expr(node))
  }

  private convert(node: Node): Expr {
    const line = this.line(node)
    switch (node.type) {
      case 'Literal':
        if (typeof node.value === 'string') return { t: 'text', text: node.value, line }
        if (typeof node.value === 'boolean') return { t: 'boolean', value: node.value, line }
        return this.nothing(line)
      case 'TemplateLiteral':
        return this.template(node, line)
      // A function that is handed a text: sql`…`, and $`…` of shells in JavaScript.
      case 'TaggedTemplateExpression':
        return isNode(node.tag) && isNode(node.quasi)
          ? {
              t: 'call',
              callee: this.expr(node.tag),
              args: [{ value: this.expr(node.quasi) }],
              constructs: false,
              line,
            }
          : this.nothing(line)
      case 'Identifier':
        return { t: 'name', name: textOf(node.name), line }
      case 'ThisExpression':
        return { t: 'name', name: 'this', line }
      case 'Super':
        return { t: 'name', name: 'super', line }
      case 'MemberExpression':
        return this.member(node, line)
      case 'CallExpression':
      case 'NewExpression':
        return this.call(node, line)
      case 'ImportExpression':
        return isNode(node.source)
          ? {
              t: 'call',
              callee: { t: 'name', name: 'import', line },
              args: [{ value: this.expr(node.source) }],
              constructs: false,
              line,
            }
          : this.nothing(line)
      case 'ObjectExpression':
        return {
          t: 'record',
          entries: nodes(node.properties).map((property) => this.property(property)),
          line,
        }
      case 'ArrayExpression':
        return { t: 'list', of: this.exprs(node.elements), line }
      case 'LogicalExpression':
        if (node.operator === '&&') return this.inside(node, line)
        return {
          t: 'either',
          of: [node.left, node.right].filter(isNode).map((side) => this.expr(side)),
          line,
        }
      case 'ConditionalExpression':
        return {
          t: 'either',
          of: [node.consequent, node.alternate].filter(isNode).map((side) => this.expr(side)),
          line,
        }
      case 'BinaryExpression':
        if (node.operator !== '+') return this.inside(node, line)
        return {
          t: 'join',
          parts: [node.left, node.right].filter(isNode).map((side) => this.expr(side)),
          line,
        }
      case 'ArrowFunctionExpression':
      case 'FunctionExpression':
        return { t: 'function', function: this.fn(node), line }
      case 'AssignmentExpression':
        return isNode(node.right) ? this.expr(node.right) : this.nothing(line)
      case 'SequenceExpression':
        return { t: 'other', of: this.exprs(node.expressions), line }
      case 'JSXElement':
      case 'JSXFragment':
        return this.inside(node, line)
      default:
        return this.inside(node, line)
    }
  }

  private template(node: Node, line: number): Expr {
    const quasis = nodes(node.quasis)
    const expressions = this.exprs(node.expressions)
    const parts: Expr[] = []
    for (const [index, quasi] of quasis.entries()) {
      const value: unknown = quasi.value
      const cooked =
        typeof value === 'object' && value !== null && 'cooked' in value ? textOf(value.cooked) : ''
      if (cooked) parts.push({ t: 'text', text: cooked, line: this.line(quasi) })
      const expression = expressions[index]
      if (expression) parts.push(expression)
    }
    const [only] = parts
    if (parts.length === 0) return { t: 'text', text: '', line }
    return parts.length === 1 && only?.t === 'text' ? only : { t: 'join', parts, line }
  }

  private member(node: Node, line: number): Expr {
    if (!isNode(node.object)) return this.nothing(line)
    const on = this.expr(node.object)
    if (!isNode(node.property)) return { t: 'other', of: [on], line }
    const at = this.line(node.property)
    if (node.computed !== true) return { t: 'get', on, name: textOf(node.property.name), line: at }
    const index = this.expr(node.property)
    return index.t === 'text'
      ? { t: 'get', on, name: index.text, line: at }
      : isTable(on)
        ? { t: 'get', on, name: ANY, line: at }
        : { t: 'other', of: [on, index], line }
  }

  private call(node: Node, line: number): Expr {
    if (!isNode(node.callee)) return this.nothing(line)
    const args: Arg[] = this.exprs(node.arguments).map((value) => ({ value }))
    return {
      t: 'call',
      callee: this.expr(node.callee),
      args,
      constructs: node.type === 'NewExpression',
      line,
    }
  }

  private property(node: Node): Entry {
    const line = this.line(node)
    if (node.type !== 'Property' || !isNode(node.value))
      return { key: null, value: isNode(node.argument) ? this.expr(node.argument) : this.nothing(line), line }
    return {
      key: node.computed === true ? null : this.moduleName(node.key),
      ...(node.computed === true ? { computed: labelOf(node.key).arm } : {}),
      value: this.expr(node.value),
      line,
    }
  }

  /** What stands inside a node that has no meaning of its own here. */
  private inside(node: Node, line: number): Expr {
    const of: Expr[] = []
    for (const value of Object.values(node)) {
      if (isNode(value)) of.push(this.expr(value))
      else if (Array.isArray(value)) of.push(...this.exprs(value))
    }
    return { t: 'other', of, line }
  }
}

/** What a `case` is called: its text, or the last name of what it is. */
export function labelOf(test: unknown): { arm?: string } {
  if (!isNode(test)) return {}
  const node = unwrap(test)
  const last = node.type === 'MemberExpression' && node.computed !== true ? node.property : node
  const arm = isNode(last) ? textOf(last.type === 'Literal' ? last.value : last.name) : ''
  return arm === '' ? {} : { arm }
}

const wrappers = new Set([
  'TSAsExpression',
  'TSSatisfiesExpression',
  'TSNonNullExpression',
  'TSTypeAssertion',
  'ParenthesizedExpression',
  'AwaitExpression',
  'ChainExpression',
  'TSInstantiationExpression',
])

/** The expression itself, without casts, `await`, parentheses. */
export function unwrap(node: Node): Node {
  let inner = node
  while (wrappers.has(inner.type)) {
    const next = inner.expression ?? inner.argument
    if (!isNode(next)) break
    inner = next
  }
  return inner
}

/** The module of `require('m')` and `import('m')`, else null. */
export function requiredModule(node: Node): string | null {
  if (node.type === 'ImportExpression' && isNode(node.source)) return textOf(node.source.value) || null
  if (node.type !== 'CallExpression' || !isNode(node.callee) || node.callee.name !== 'require') return null
  const [first] = nodes(node.arguments)
  return first ? textOf(first.value) || null : null
}
