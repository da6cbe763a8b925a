import type { CodeText } from '../code/other/clients.ts'
import { expressionAt, withoutTexts } from '../code/other/scopes.ts'
import type { CallSign, Value } from '../signs.ts'

/** The module of which the methods of an app host are parts: the catalogue has them as types, `Aspire:AddOpenAI`. */
export const APP_HOST = 'Aspire'

const most = 60
const mostModels = 200

/** What an app host takes in. */
interface Taken {
  readonly method: string
  readonly at: number
  readonly end: number
  /** The variable that stands for it from here on. */
  readonly variable: string | undefined
  readonly models: { readonly value: Value; readonly line: number }[]
}

/**
 * What an app host of .NET Aspire, or a program below one, takes in by methods that need no import:
 * `builder.AddOpenAI("ai").AddModel("chat", "gpt-4o-mini")` (aspire.dev/integrations/ai/openai/openai-host). Each is a call of
 * its own, and the models that it is given are among its arguments.
 */
export function appHostCalls(source: CodeText): CallSign[] {
  const { form, code, literals, lines, catalogue } = source
  if (form.language !== 'csharp' || !/\.Add[A-Z]/.test(code)) return []
  const masked = withoutTexts(code, literals)
  const taken: Taken[] = []
  let looked = 0
  const isHost = /\bI?DistributedApplication/.test(code)
  for (const match of masked.matchAll(/\.(Add\w{2,60})\s*\(/g)) {
    const { index } = match
    const method = match[1]!
    const open = index + match[0].length
    if (catalogue.resourceOwner(`${APP_HOST}:${method}`) !== null) {
      if (taken.length >= most || !isNamed(code.slice(open, open + 200), isHost)) continue
      const { to } = expressionAt(masked, index + 1)
      const models =
        method === 'AddGitHubModel' ? modelsOf(source, argumentsIn(source, masked, open), open) : []
      taken.push({ method, at: index, end: to, variable: variableBefore(masked, index), models })
    } else if (
      /^Add(?:Model|Deployment|HuggingFaceModel)$/.test(method) &&
      taken.length > 0 &&
      ++looked <= mostModels
    )
      parentOf(taken, masked, index)?.models.push(
        ...modelsOf(source, argumentsIn(source, masked, open), open),
      )
  }
  return taken.map(({ method, at, models }) => ({
    language: form.language,
    callee: method,
    target: { ref: method },
    named: record(models.map(({ value }, index) => [`${index}.model.name`, value])),
    lines: record(models.map(({ line }, index) => [`${index}.model.name`, line])),
    positional: [],
    line: lines.at(at + 1),
    constructs: true,
  }))
}

const record = <T>(entries: readonly (readonly [string, T])[]): Record<string, T> =>
  Object.assign(Object.create(null), Object.fromEntries(entries))

/** Such a method is given the name of the resource or of its connection; a program's own of the same name is not. */
const isNamed = (ahead: string, isHost: boolean): boolean =>
  /^\s*(?:(?:name|connectionName)\s*:\s*)?(?:[$@]*"|nameof\b)/.test(ahead) ||
  /^\s*connectionName\b/.test(ahead) ||
  (isHost && /^\s*(?:name\s*:\s*)?[\w.]+\s*[,)]/.test(ahead))

/** `var ai = builder.AddOpenAI(…)`: the name before the sign, within the same statement. */
function variableBefore(masked: string, at: number): string | undefined {
  const statement = masked.slice(Math.max(0, at - 400), at).replace(/^[\s\S]*[;{}]/, '')
  return /(\w+)\s*\??=(?![=>])[^=]*$/.exec(statement)?.[1]
}

/** Whose model it is: the one that the call is chained to, else the one for which the variable before it stands. */
function parentOf(taken: readonly Taken[], masked: string, at: number): Taken | undefined {
  const chained = taken.findLast(({ at: from, end }) => from < at && at < end)
  if (chained) return chained
  const before = masked.slice(Math.max(0, at - 400), at)
  const variable = /(\w+)\s*(?:\.\w+\s*\([^()]{0,100}\)\s*)*$/.exec(before)?.[1]
  const named = taken.findLast((one) => one.variable !== undefined && one.variable === variable)
  return named ?? (taken.length === 1 ? taken[0] : undefined)
}

interface Argument {
  readonly name: string | undefined
  readonly value: Value
  readonly at: number
}

/** The arguments of a call whose bracket opens before `open`: texts and names of constants, and null for anything else. */
function argumentsIn({ code }: CodeText, masked: string, open: number): Argument[] {
  const found: Argument[] = []
  let from = open
  let depth = 0
  for (let at = open; at < Math.min(masked.length, open + 1500); at += 1) {
    const char = masked[at]!
    if (depth === 0 && (char === ',' || char === ')')) {
      found.push(argument(code, from, at))
      if (char === ')') break
      from = at + 1
    } else if ('([{'.includes(char)) depth += 1
    else if (')]}'.includes(char)) depth -= 1
  }
  return found
}

function argument(code: string, from: number, to: number): Argument {
  const text = code.slice(from, Math.min(to, from + 300))
  const name = /^\s*(\w+)\s*:(?!:)/.exec(text)?.[1]
  const bare = text.replace(/^\s*\w+\s*:(?!:)/, '').trim()
  const literal = /^"([^"\n]{1,200})"$/.exec(bare)?.[1]
  const constant = /^[A-Za-z_]\w{0,60}(?:\.[A-Za-z_]\w{0,60}){0,3}$/.test(bare) ? { ref: bare } : null
  return { name, value: literal ?? constant, at: from + (text.length - text.trimStart().length) }
}

/** Of a name and a model the model is the second; a server's model may stand alone (`ollama.AddModel("llama3.2")`). */
function modelsOf(
  { lines, code }: CodeText,
  given: readonly Argument[],
  open: number,
): { value: Value; line: number }[] {
  // The older form: `AddDeployment(new AzureOpenAIDeployment("chat", "gpt-4o", "2024-05-13"))`.
  const made = /^\s*new\s+\w+\s*\(\s*"[^"\n]{1,100}"\s*,\s*"([^"\n]{1,100})"/.exec(
    code.slice(open, open + 300),
  )?.[1]
  if (made !== undefined) return [{ value: made, line: lines.at(open) }]
  const named = given.find(({ name }) => name === 'model' || name === 'modelName')
  const chosen = named ?? given.filter(({ name }) => name === undefined || name === 'name')[1] ?? given[0]
  return chosen && chosen.value !== null && chosen.name !== 'name'
    ? [{ value: chosen.value, line: lines.at(chosen.at) }]
    : []
}
