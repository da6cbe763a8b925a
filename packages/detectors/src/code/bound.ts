import type { CallExpr } from './tree.ts'

/**
 * The call that a function with some of its arguments makes when it is called: `functools.partial(client.ask, model="x-1")`
 * (docs.python.org/3/library/functools.html#functools.partial). Null where the call is another one.
 */
export function boundCall(expr: CallExpr): CallExpr | null {
  const { callee, args } = expr
  const isPartial =
    (callee.t === 'name' && callee.name === 'partial') ||
    (callee.t === 'get' &&
      callee.name === 'partial' &&
      callee.on.t === 'name' &&
      callee.on.name === 'functools')
  const [first, ...rest] = args
  if (!isPartial || !first || first.name !== undefined) return null
  const { value } = first
  return value.t === 'name' || value.t === 'get' ? { ...expr, callee: value, args: rest } : null
}
