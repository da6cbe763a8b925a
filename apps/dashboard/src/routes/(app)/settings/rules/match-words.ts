/** What a rule asks for, in words. */
import { clip } from '#lib/format.ts'
import type { RuleMatch } from '#lib/types.ts'
import { contextWords, kindLabels } from '#lib/words.ts'

/** Each part on a line of its own; all of them must hold. */
export function matchWords({ contexts, path, scope, suppliers, kinds }: RuleMatch): string[] {
  return [
    ...(contexts
      ? [`Only ${contexts.map((one) => contextWords[one].label.toLowerCase()).join(' or ')}`]
      : []),
    ...(kinds ? [`Only ${kinds.map((one) => kindLabels[one].toLowerCase()).join(' or ')}`] : []),
    ...(suppliers ? [`Only of ${clip(suppliers.join(' or '), 200)}`] : []),
    ...(path ? [`In ${clip(path, 200)}`] : []),
    ...(scope ? [`Of ${clip(scope, 200)}`] : []),
  ]
}
