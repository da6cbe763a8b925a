import type { Language } from '@ai-census/signatures'
import { isVariableName } from './places.ts'
import type { Expr } from './tree.ts'

/** Reads of the environment: `os.environ["X"]`, `process.env.X`, `os.getenv("X", "default")` and their kin. */
export function environmentRead(expr: Expr, _language: Language): { name: string; or?: Expr } | null {
  if (expr.t === 'get')
    return isVariableName(expr.name) && isEnvironment(expr.on) ? { name: expr.name } : null
  if (expr.t !== 'call') return null
  const [first, second] = expr.args
  if (!first || first.name || first.value.t !== 'text') return null
  const { text } = first.value
  if (!(isVariableName(text) ? readsVariable(expr.callee) : isPlainName(text) && isOfSystem(expr.callee)))
    return null
  const fallback =
    expr.args.find((arg) => arg.name === 'default' || arg.name === 'fallback')?.value ??
    (second?.name ? undefined : second?.value)
  return fallback ? { name: text, or: fallback } : { name: text }
}

/** A variable in small letters: only where nothing but the system's environment can be meant. */
const isPlainName = (text: string): boolean => /^[a-z][a-z\d_]{2,60}$/.test(text)

/** `os.environ.get`, `os.getenv`. */
const isOfSystem = (callee: Expr): boolean =>
  callee.t === 'get' &&
  (callee.name === 'getenv' ||
    (callee.name === 'get' && callee.on.t === 'get' && callee.on.name === 'environ') ||
    (callee.name === 'get' && callee.on.t === 'name' && callee.on.name === 'environ'))

/** `os.environ`, `process.env`, `import.meta.env`, `Bun.env`, `env` of a worker. */
function isEnvironment(expr: Expr): boolean {
  if (expr.t === 'name')
    return expr.name === 'environ' || expr.name === 'env' || expr.name === 'ENV' || expr.name === 'secrets'
  return expr.t === 'get' && (expr.name === 'environ' || expr.name === 'env' || expr.name === 'secrets')
}

/** Helpers that programs write for it have a verb before the word, and behind it what it is or what else: `get_env_variable`, `envOrDefault`. */
const readers =
  /^(?:(?:get|read|fetch|load|require|must|lookup)_?)?env(?:iron(?:ment)?)?(?:_?(?:variable|var|value|string|str|setting|or_?default|or_?else|or|with_?default|default))?!?$|^(?:config|secret|get_?secret|get_from_dict_or_env|secret_from_env)$/i

function readsVariable(callee: Expr): boolean {
  if (callee.t === 'name') return readers.test(callee.name)
  if (callee.t !== 'get') return false
  if (readers.test(callee.name)) return true
  // `os.environ.get(…)`, `Deno.env.get(…)`, `env.str(…)`, `userdata.get(…)`, `configService.get(…)`.
  if (!/^(get|str|url|string|fetch|require|getOrThrow|setdefault|var|Var)$/.test(callee.name)) return false
  if (isEnvironment(callee.on)) return true
  return callee.on.t === 'name' || callee.on.t === 'get'
    ? /env|config|userdata|settings/i.test(callee.on.name)
    : false
}
