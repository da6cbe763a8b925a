import type { Expr, FunctionStmt, Param, Program, Stmt } from '../tree.ts'
import {
  ExpressionReader,
  isNode,
  labelOf,
  type Node,
  nodes,
  requiredModule,
  textOf,
  unwrap,
} from './expressions.ts'
import { parseMended } from './mended.ts'
import { type Parsed, parseOxc } from './oxc.ts'

/** Reads JavaScript or TypeScript (by the path's ending) into the common tree. */
export function parseJavaScript(path: string, source: string, firstLine = 1): Program {
  const lang = /\.[cm]?ts$/.test(path) ? 'ts' : /\.(jsx|js|mjs|cjs)$/.test(path) ? 'jsx' : 'tsx'
  let result = parseOxc(path, source, lang)
  // Types in JavaScript, elements in TypeScript.
  if (lang !== 'tsx' && isEmpty(result)) {
    const other = parseOxc(path, source, 'tsx')
    if (!isEmpty(other)) result = other
  }
  const isBroken = isEmpty(result) && source.trim() !== ''
  if (isBroken) result = parseMended(source, (text) => parseOxc(path, text, lang), isEmpty) ?? result
  const reader = new Reader(source, firstLine)
  const body = reader.statements(result.body)
  return {
    body,
    partial: reader.lost || isBroken,
  }
}

const isEmpty = ({ body, errors }: Parsed): boolean => body.length === 0 && errors.length > 0

/** With comments before it; each of these can be read in one way only, so that the time it takes is linear. */
const OF_TYPES = /^(?:import|export)(?:\s|\/\*(?:(?!\*\/)[\s\S])*\*\/|\/\/[^\n]*\n)*type\b/

/** Statements; what stands within them is read by its base. */
class Reader extends ExpressionReader {
  statements(list: unknown): Stmt[] {
    const out: Stmt[] = []
    for (const node of nodes(list)) this.statement(node, out)
    return out
  }

  private body(value: unknown): Stmt[] {
    if (!isNode(value)) return []
    if (value.type === 'BlockStatement' || value.type === 'FunctionBody' || value.type === 'StaticBlock')
      return this.statements(value.body)
    const out: Stmt[] = []
    this.statement(value, out)
    return out
  }

  private statement(node: Node, out: Stmt[]): void {
    this.within(() => this.read(node, out))
  }

  private read(node: Node, out: Stmt[]): void {
    const line = this.line(node)
    switch (node.type) {
      case 'ImportDeclaration':
        this.importDeclaration(node, out)
        return
      case 'TSImportEqualsDeclaration': {
        const reference = node.moduleReference
        if (isNode(reference) && isNode(reference.expression) && isNode(node.id))
          out.push({
            s: 'import',
            module: textOf(reference.expression.value),
            names: [{ name: null, as: textOf(node.id.name) }],
            typeOnly: node.importKind === 'type',
            line,
          })
        return
      }
      case 'VariableDeclaration':
        for (const declaration of nodes(node.declarations))
          this.declaration(declaration, out, node.kind !== 'var')
        return
      case 'ExpressionStatement':
        this.expressionStatement(node.expression, out)
        return
      case 'ReturnStatement':
      case 'ThrowStatement':
        if (isNode(node.argument)) out.push({ s: 'return', value: this.expr(node.argument), line })
        return
      case 'FunctionDeclaration':
        out.push(this.fn(node))
        return
      case 'ClassDeclaration':
        out.push(this.classOf(node))
        return
      case 'TSEnumDeclaration':
        out.push({ s: 'assign', target: this.nameOf(node.id, line), value: this.enumOf(node), line })
        return
      case 'ExportNamedDeclaration':
        this.exportNamed(node, out)
        return
      case 'ExportAllDeclaration':
        if (isNode(node.source))
          out.push({
            s: 'import',
            module: textOf(node.source.value),
            names: [{ name: '*', as: '*' }],
            typeOnly: this.isOfTypes(node, node.source),
            line,
          })
        return
      case 'ExportDefaultDeclaration':
        this.exportDefault(node, out)
        return
      case 'IfStatement':
        out.push({
          s: 'branch',
          test: isNode(node.test) ? this.expr(node.test) : null,
          body: this.body(node.consequent),
          otherwise: this.body(node.alternate),
          line,
        })
        return
      case 'ForOfStatement':
      case 'ForInStatement':
        out.push({
          s: 'each',
          target: this.loopTarget(node.left),
          of: isNode(node.right) ? this.expr(node.right) : this.nothing(line),
          body: this.body(node.body),
          line,
        })
        return
      case 'SwitchStatement':
        for (const branch of nodes(node.cases))
          out.push({
            s: 'branch',
            ...labelOf(branch.test),
            // What is chosen by is mentioned, as in a comparison.
            test: isNode(branch.test)
              ? { t: 'other', of: [this.expr(branch.test)], line: this.line(branch) }
              : null,
            body: this.statements(branch.consequent),
            otherwise: [],
            line: this.line(branch),
          })
        return
      case 'TryStatement':
        out.push({ s: 'branch', test: null, body: this.body(node.block), otherwise: [], line })
        if (isNode(node.handler))
          out.push({ s: 'branch', test: null, body: this.body(node.handler.body), otherwise: [], line })
        out.push(...this.body(node.finalizer))
        return
      case 'BlockStatement':
        out.push(...this.statements(node.body))
        return
      case 'ForStatement':
      case 'WhileStatement':
      case 'DoWhileStatement':
      case 'LabeledStatement':
        out.push({
          s: 'branch',
          test: isNode(node.test) ? this.expr(node.test) : null,
          body: this.body(node.body),
          otherwise: [],
          line,
        })
        return
      case 'TSModuleDeclaration':
        if (isNode(node.body)) out.push(...this.statements(node.body.body))
        return
      default:
    }
  }

  private importDeclaration(node: Node, out: Stmt[]): void {
    const specifiers = nodes(node.specifiers)
    // `type` stands before the name.
    const types = specifiers.filter(
      ({ imported, start }) => isNode(imported) && imported.start > start,
    ).length
    const names = specifiers.map((specifier) => {
      const as = isNode(specifier.local) ? textOf(specifier.local.name) : ''
      if (specifier.type === 'ImportNamespaceSpecifier') return { name: null, as }
      if (specifier.type === 'ImportDefaultSpecifier') return { name: 'default', as }
      return { name: this.moduleName(specifier.imported), as }
    })
    out.push({
      s: 'import',
      module: isNode(node.source) ? textOf(node.source.value) : '',
      names,
      typeOnly: this.isOfTypes(node, specifiers[0] ?? node.source) || (types > 0 && types === names.length),
      line: this.line(node),
    })
  }

  /** What is imported or exported from a module is types alone: the tree has no types, nor says so. */
  private isOfTypes(node: Node, before: unknown): boolean {
    return isNode(before) && OF_TYPES.test(this.source.slice(node.start, before.start))
  }

  private declaration(node: Node, out: Stmt[], local: boolean): void {
    const line = this.line(node)
    const init = isNode(node.init) ? unwrap(node.init) : null
    if (!isNode(node.id) || !init) return
    const module = requiredModule(init)
    if (module !== null) {
      out.push({ s: 'import', module, names: this.bindings(node.id), typeOnly: false, line })
      return
    }
    if (node.id.type === 'ObjectPattern') {
      const on = this.expr(init)
      out.push({ s: 'expression', value: on, line })
      for (const property of nodes(node.id.properties)) {
        const from = this.moduleName(property.key)
        const target = isNode(property.value) ? property.value : null
        if (!from || !target) continue
        const picked: Expr = { t: 'get', on, name: from, line }
        if (target.type === 'Identifier')
          out.push({ s: 'assign', target: this.nameOf(target, line), value: picked, local, line })
        else if (target.type === 'AssignmentPattern' && isNode(target.left) && isNode(target.right))
          out.push({
            s: 'assign',
            target: this.nameOf(target.left, line),
            value: { t: 'either', of: [picked, this.expr(target.right)], line },
            local,
            line,
          })
      }
      return
    }
    out.push({ s: 'assign', target: this.nameOf(node.id, line), value: this.expr(init), local, line })
  }

  private bindings(id: Node): { name: string | null; as: string }[] {
    if (id.type === 'Identifier') return [{ name: null, as: textOf(id.name) }]
    return nodes(id.properties).map((property) => ({
      name: this.moduleName(property.key),
      as: this.moduleName(property.value),
    }))
  }

  private expressionStatement(value: unknown, out: Stmt[]): void {
    if (!isNode(value)) return
    const node = unwrap(value)
    const line = this.line(node)
    if (node.type !== 'AssignmentExpression' || !isNode(node.left) || !isNode(node.right)) {
      out.push({ s: 'expression', value: this.expr(node), line })
      return
    }
    const target = this.expr(node.left)
    const assigned = this.expr(node.right)
    const either = node.operator === '??=' || node.operator === '||='
    const exported =
      target.t === 'get' && target.on.t === 'name' && target.on.name === 'exports' ? target.name : null
    const whole =
      target.t === 'get' && target.name === 'exports' && target.on.t === 'name' && target.on.name === 'module'
    if (whole && assigned.t === 'record') {
      for (const entry of assigned.entries)
        if (entry.key !== null)
          out.push({
            s: 'assign',
            target: { t: 'name', name: entry.key, line: entry.line },
            value: entry.value,
            line: entry.line,
          })
    } else if (whole)
      out.push({ s: 'assign', target: { t: 'name', name: 'default', line }, value: assigned, line })
    else if (exported)
      out.push({ s: 'assign', target: { t: 'name', name: exported, line }, value: assigned, line })
    else
      out.push({
        s: 'assign',
        target,
        value: either ? { t: 'either', of: [target, assigned], line } : assigned,
        line,
      })
  }

  private exportNamed(node: Node, out: Stmt[]): void {
    const line = this.line(node)
    if (isNode(node.declaration)) {
      this.statement(node.declaration, out)
      return
    }
    const source = isNode(node.source) ? textOf(node.source.value) : null
    const specifiers = nodes(node.specifiers).map((specifier) => ({
      name: this.moduleName(specifier.local),
      as: this.moduleName(specifier.exported),
    }))
    if (source !== null)
      out.push({
        s: 'import',
        module: source,
        names: specifiers,
        typeOnly: this.isOfTypes(node, nodes(node.specifiers)[0] ?? node.source),
        line,
      })
    else
      for (const { name, as } of specifiers) if (name !== as) out.push({ s: 'export', local: name, as, line })
  }

  private exportDefault(node: Node, out: Stmt[]): void {
    const declared = node.declaration
    if (!isNode(declared)) return
    const line = this.line(node)
    if (declared.type === 'FunctionDeclaration' || declared.type === 'ClassDeclaration') {
      this.statement(declared, out)
      const local = isNode(declared.id) ? textOf(declared.id.name) : ''
      if (local) out.push({ s: 'export', local, as: 'default', line })
      return
    }
    out.push({ s: 'assign', target: { t: 'name', name: 'default', line }, value: this.expr(declared), line })
  }

  private loopTarget(value: unknown): Expr | null {
    if (!isNode(value)) return null
    const [declaration] = nodes(value.declarations)
    return declaration && isNode(declaration.id) ? this.nameOf(declaration.id, this.line(value)) : null
  }

  protected fn(node: Node): FunctionStmt {
    const line = this.line(node)
    const params: Param[] = []
    for (const param of nodes(node.params)) this.param(param, params)
    const arrow =
      isNode(node.body) && node.body.type !== 'BlockStatement' && node.body.type !== 'FunctionBody'
    const body: Stmt[] =
      arrow && isNode(node.body) ? [{ s: 'return', value: this.expr(node.body), line }] : this.body(node.body)
    return {
      s: 'function',
      name: isNode(node.id) ? textOf(node.id.name) : null,
      params,
      body,
      decorators: [],
      line,
    }
  }

  private param(node: Node, out: Param[]): void {
    const line = this.line(node)
    if (node.type === 'Identifier') out.push({ name: textOf(node.name), line })
    else if (node.type === 'AssignmentPattern' && isNode(node.left) && isNode(node.right)) {
      if (node.left.type === 'Identifier')
        out.push({ name: textOf(node.left.name), default: this.expr(node.right), line })
      else this.param(node.left, out)
    } else if (node.type === 'TSParameterProperty' && isNode(node.parameter)) this.param(node.parameter, out)
    else if (node.type === 'ObjectPattern')
      for (const property of nodes(node.properties))
        if (isNode(property.value)) this.param(property.value, out)
  }

  private classOf(node: Node): Stmt {
    const body: Stmt[] = []
    const members = isNode(node.body) ? nodes(node.body.body) : []
    for (const member of members) {
      const line = this.line(member)
      const name = this.moduleName(member.key)
      if (
        (member.type === 'PropertyDefinition' || member.type === 'AccessorProperty') &&
        isNode(member.value)
      )
        body.push({ s: 'assign', target: { t: 'name', name, line }, value: this.expr(member.value), line })
      else if (member.type === 'MethodDefinition' && isNode(member.value))
        body.push({ ...this.fn(member.value), name })
      else if (member.type === 'StaticBlock') body.push(...this.statements(member.body))
    }
    const bases = isNode(node.superClass) ? [this.expr(node.superClass)] : []
    return {
      s: 'class',
      name: isNode(node.id) ? textOf(node.id.name) : '',
      bases,
      body,
      line: this.line(node),
    }
  }
}
