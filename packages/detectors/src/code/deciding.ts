import type { Value } from '../signs.ts'
import { isModelPlace, placeOf } from './places.ts'
import type { CallExpr, Expr } from './tree.ts'

/** `type: 'VECTORSEARCH'`: the type of a resource of infrastructure, in capitals as nothing else has one. */
const isKind = (name: string, value: Expr): boolean =>
  name === 'type' && value.t === 'text' && /^[A-Z]{4,20}$/.test(value.text)

/** An argument that may decide something: by what it holds, by where that comes from, or of which kind a resource is. */
export const mayDecide = (name: string, value: Expr): boolean =>
  name === 'kind' ||
  name === 'repo_type' ||
  placeOf(name) !== null ||
  isKind(name, value) ||
  value.t === 'call' ||
  value.t === 'name'

/** A policy's statement that denies: `effect: Effect.DENY`, `"Effect": "Deny"`. */
export const isDenial = (name: string | null, value: Expr): boolean =>
  name !== null &&
  /^effect$/i.test(name) &&
  /^deny$/i.test(value.t === 'text' ? value.text : value.t === 'get' ? value.name : '')

/** What `settings.get("model", "gpt-5-mini")` and `read_str("model", shared or "gpt-5-mini")` give where nothing is set, and under which name. */
export function orElse({ callee, args }: CallExpr): { readonly name: string; readonly value: Expr } | null {
  const [key, value] = args
  if (args.length !== 2 || key?.value.t !== 'text' || !value || value.name) return null
  if (!/^[A-Za-z_][\w.-]{0,59}$/.test(key.value.text)) return null
  const isRead = callee.t === 'get' || callee.t === 'name' ? callee.name : ''
  const isGet = callee.t === 'get' && callee.name === 'get' && value.value.t === 'text'
  if (!isGet && !(readsSetting.test(isRead) && isModelPlace(key.value.text) && endsInText(value.value)))
    return null
  return { name: key.value.text, value: value.value }
}

/** What reads a setting, by its name: `get_str`, `getSetting`, `_read_option`, `config_value_or`. */
const readsSetting =
  /^_{0,2}(?:get|read|load|fetch|lookup|resolve|config|setting|option|param)(?:_?(?:str|string|text|config|setting|option|param|parameter|value|attr|or|default|else|with))*$/i

const endsInText = (value: Expr): boolean =>
  value.t === 'text' || (value.t === 'either' && value.of.at(-1)?.t === 'text')

/** A switch that a call turns on: `vertexai=True`. */
export const isOn = (value: Expr): boolean => value.t === 'boolean' && value.value

/** The constant of a class: `Models.ACME_LARGE_V1`, `Models.Acme1`. */
export const isConstant = (value: Value): value is { readonly ref: string } =>
  value !== null &&
  typeof value === 'object' &&
  'ref' in value &&
  /[A-Z]\w*\.[A-Z](?:[A-Z\d]*(?:_[A-Z\d]+)+|[A-Za-z_]*\d\w*)$/.test(value.ref.slice(-120))

/** Types that hold nothing but the names of providers. */
const holdsProviders = /(?:Provider|Platform|Vendor)(?:Type|Name|Id|Enum)?s?$/i

/** The provider that a constant names: `provider=LLMProvider.OPENAI`, `model_platform=ModelPlatformType.GROQ`. */
export function providerConstant(expr: Expr, place: string | undefined): string | null {
  if (expr.t !== 'get' || place === undefined || !/^[A-Z]\w{2,29}$/.test(expr.name)) return null
  const type = expr.on.t === 'get' || expr.on.t === 'name' ? expr.on.name : ''
  return holdsProviders.test(type) && placeOf(place) === 'provider' ? expr.name.toLowerCase() : null
}

/** The variable that a field is told to be called by: `Field(default='x', env='ACME_MODEL')`. */
export function aliasOf({ args }: CallExpr): string | undefined {
  const found = args.find(
    ({ name, value }) =>
      (name === 'env' || name === 'alias' || name === 'validation_alias') && value.t === 'text',
  )
  return found?.value.t === 'text' && /^[A-Z]/.test(found.value.text) ? found.value.text : undefined
}
