import { parsePython } from '../../code/python/parse.ts'
import type { Expr, Stmt } from '../../code/tree.ts'
import type { Detector, Input } from '../../detector.ts'
import type { PackageSign } from '../../signs.ts'
import { packageSign } from '../package-sign.ts'
import { requirementOf } from './requirement.ts'

/** `setup.py`: the lists given to `setup(…)`, also through a name. */
export const setupPy: Detector = {
  id: 'pypi/setup-py',
  when: 'always',
  extensions: ['py'],
  limit: 500_000,
  claims: ({ name }) => name === 'setup.py',
  analyse(input) {
    const { body } = parsePython(input.text)
    const names = new Map<string, Expr>()
    for (const stmt of body)
      if (stmt.s === 'assign' && stmt.target.t === 'name') names.set(stmt.target.name, stmt.value)
    return { packages: body.flatMap((stmt) => fromStatement(input, stmt, names)) }
  },
}

function fromStatement(input: Input, stmt: Stmt, names: ReadonlyMap<string, Expr>): PackageSign[] {
  if (stmt.s === 'branch')
    return [...stmt.body, ...stmt.otherwise].flatMap((inner) => fromStatement(input, inner, names))
  if (stmt.s !== 'expression' || stmt.value.t !== 'call') return []
  const { callee, args } = stmt.value
  if ((callee.t === 'name' ? callee.name : callee.t === 'get' ? callee.name : '') !== 'setup') return []
  return args.flatMap(({ name, value }) => {
    if (name === 'install_requires') return fromList(input, value, names, {})
    if (name === 'tests_require' || name === 'setup_requires')
      return fromList(input, value, names, { dev: true })
    return name === 'extras_require' ? fromList(input, value, names, { optional: true }) : []
  })
}

function fromList(
  input: Input,
  expr: Expr,
  names: ReadonlyMap<string, Expr>,
  flags: Pick<PackageSign, 'dev' | 'optional'>,
  depth = 0,
): PackageSign[] {
  if (depth > 6) return []
  const next = (part: Expr): PackageSign[] => fromList(input, part, names, flags, depth + 1)
  if (expr.t === 'text') {
    const requirement = requirementOf(expr.text)
    return requirement
      ? packageSign(input, 'pypi', requirement.name, expr.line, {
          method: 'manifest',
          range: requirement.range,
          ...flags,
        })
      : []
  }
  if (expr.t === 'list') return expr.of.flatMap(next)
  if (expr.t === 'join') return expr.parts.flatMap(next)
  if (expr.t === 'record') return expr.entries.flatMap(({ value }) => next(value))
  if (expr.t !== 'name') return []
  const value = names.get(expr.name)
  return value ? next(value) : []
}

/** `setup.cfg`: `install_requires` and the extras. */
export const setupCfg: Detector = {
  id: 'pypi/setup-cfg',
  when: 'always',
  extensions: ['cfg'],
  limit: 500_000,
  claims: ({ name }) => name === 'setup.cfg',
  analyse(input) {
    let section = ''
    let key = ''
    const packages = input.text.split('\n').flatMap((text, index) => {
      const head = /^\[([^\]]+)\]/.exec(text)
      if (head) {
        section = head[1]!
        key = ''
        return []
      }
      const field = /^([\w.-]+)\s*=\s*(.*)$/.exec(text)
      if (field) key = field[1]!
      const value = field ? field[2]! : text.trim()
      const optional = section === 'options.extras_require'
      const wanted =
        optional || (section === 'options' && /^(install_requires|tests_require|setup_requires)$/.test(key))
      if (!wanted || !value || value.startsWith('#') || (!field && !/^\s/.test(text))) return []
      const requirement = requirementOf(value)
      if (!requirement) return []
      return packageSign(input, 'pypi', requirement.name, index + 1, {
        method: 'manifest',
        range: requirement.range,
        ...(optional ? { optional } : {}),
        ...(key === 'tests_require' ? { dev: true } : {}),
      })
    })
    return { packages }
  },
}
