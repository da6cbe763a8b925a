import { compact } from '../compact.ts'
import type { Detector, Input } from '../detector.ts'
import { mergeSigns } from '../merge.ts'
import type { FileSigns } from '../signs.ts'
import { at, entriesOf, itemsOf, readJson, type Tree, textOf } from '../text/structure.ts'
import { startedIn } from './assistants.ts'
import { scriptOf } from './steps.ts'

const json = /^(?:package|composer)\.json$|^deno\.jsonc?$/
const yaml = /^(?:taskfile(?:\.dist)?|\.?lefthook(?:-local)?|\.pre-commit-config)\.ya?ml$/

/**
 * Assistants that a project's tasks start: scripts of npm and Composer, tasks of Deno (docs.deno.com/runtime/reference/cli/task), of Task
 * (taskfile.dev), hooks of lefthook and pre-commit.
 */
export const taskFiles: Detector = {
  id: 'shell/tasks',
  when: 'literal',
  limit: 1_000_000,
  claims: ({ name }) => json.test(name) || yaml.test(name),
  analyse(input) {
    if (yaml.test(input.name)) return signs(input, scriptOf(input.text), 1)
    const root = readJson(input.lines)
    const tasks = [at(root, 'scripts'), at(root, 'tasks')].flatMap((tree) => (tree ? commandsIn(tree) : []))
    return mergeSigns(tasks.map(({ text, line }) => signs(input, text, line)))
  },
}

function signs(input: Input, script: string, line: number): FileSigns {
  const { named, models } = startedIn(input, script, line)
  return compact({ named, models })
}

/** `"review": "acme -p"`, `"review": ["acme -p"]`, `"review": { "command": "acme -p" }`. */
const commandsIn = (tree: Tree): { text: string; line: number }[] =>
  entriesOf(tree).flatMap(({ value }) =>
    [value, ...itemsOf(value), ...entriesOf(value).map((entry) => entry.value)].flatMap((one) => {
      const text = textOf(one)
      return text === null ? [] : [{ text, line: one.line }]
    }),
  )
