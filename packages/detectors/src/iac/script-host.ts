import type { CodeFacts } from '../code/facts.ts'
import type { CallSign, Value } from '../signs.ts'
import { APP_HOST } from './app-host.ts'

/** The module that Aspire writes beside an app host in TypeScript: `./.aspire/modules/aspire.mjs`, `./.modules/aspire.js`. */
const generated = /modules\/aspire(?:\.[cm]?[jt]s)?#createBuilder$/

/** Whether the program is an app host of Aspire (aspire.dev/app-host/typescript-apphost). */
export const isScriptHost = ({ language, links }: CodeFacts): boolean =>
  language === 'javascript' && [...links.values()].some((link) => generated.test(link))

/** `builder.addOpenAI("ai")` takes in what `AddOpenAI` does in .NET. */
export function scriptHostType({ callee, positional }: CallSign): string[] {
  const method = /\.add([A-Z]\w*)$/.exec(callee)?.[1]
  return method && typeof positional[0] === 'string' ? [`${APP_HOST}:Add${method}`] : []
}

interface Taken {
  readonly call: number
  readonly name: string
  readonly value: Value
  readonly line: number
}

const most = 200

/** The models that are added to what is taken in: `openai.addModel("chat", "gpt-4o-mini")`, alone or chained. */
export function scriptHostModels(facts: CodeFacts, taken: ReadonlySet<number>): Taken[] {
  return facts.calls
    .slice(0, 4000)
    .flatMap((call, index): Taken[] => {
      const isOwn = taken.has(index) && /\.addGitHubModel$/.test(call.callee)
      if (!isOwn && !/\.add(?:Model|Deployment|HuggingFaceModel)$/.test(call.callee)) return []
      const value =
        call.named.model ?? call.named.modelName ?? call.positional[1] ?? call.positional[0] ?? null
      const parent = isOwn ? index : parentOf(facts, call.target, taken)
      return value === null || parent === null
        ? []
        : [{ call: parent, name: 'model', value, line: call.line }]
    })
    .slice(0, most)
}

/** What a method is called on, through the methods before it and the variable that stands for it. */
function parentOf({ calls, values }: CodeFacts, target: Value, taken: ReadonlySet<number>): number | null {
  let at = target
  for (let steps = 0; steps < 20 && at !== null && typeof at === 'object'; steps += 1) {
    if ('call' in at) {
      if (taken.has(at.call)) return at.call
      at = calls[at.call]?.target ?? null
    } else if ('of' in at) at = at.of
    else if ('ref' in at) at = values.get(at.ref.split('.')[0] ?? '') ?? null
    else return null
  }
  return null
}
