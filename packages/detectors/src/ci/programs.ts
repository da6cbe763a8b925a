import { type EmbeddedProgram, programsIn } from '../code/embedded.ts'
import { scriptOf } from '../shell/steps.ts'

/** A key whose text over several lines is a script. */
const block = /^(\s*)(?:-\s+)?(?:run|script|inlineScript)\s*:\s*[|>][-+\d]{0,3}\s*$/
const LINES = 60

/**
 * Programs that a pipeline's steps hold: `script:` of GitHub's own action for that (github.com/actions/github-script), a step in
 * `shell: python`, a task for Python of Azure Pipelines, and what its shell scripts hand to an interpreter.
 */
export function stepPrograms(text: string): EmbeddedProgram[] {
  const lines = text.split('\n')
  const found = lines.flatMap((line, at): EmbeddedProgram[] => {
    const indent = block.exec(line.slice(0, 200))?.[1]?.length
    if (indent === undefined) return []
    const language = languageOfStep(lines, at)
    if (language === null) return []
    const rest = lines.slice(at + 1, at + 1 + 500)
    const end = rest.findIndex((one) => one.trim() !== '' && one.search(/\S/) <= indent)
    return [{ language, text: rest.slice(0, end < 0 ? rest.length : end).join('\n'), line: at + 2 }]
  })
  return found.length > 0 ? found : programsIn(scriptOf(text))
}

/** What the lines beside it in the same step say. */
function languageOfStep(lines: readonly string[], at: number): EmbeddedProgram['language'] | null {
  let from = at
  while (from > 0 && from > at - LINES && !/^\s*-\s/.test(lines[from]!)) from -= 1
  const indent = lines[from]!.search(/\S/)
  let to = at + 1
  while (to < lines.length && to < at + 10 * LINES) {
    const line = lines[to]!
    if (line.trim() !== '' && line.search(/\S/) <= indent) break
    to += 1
  }
  const step = lines.slice(from, to).join('\n')
  if (/\buses\s*:\s*["']?actions\/github-script@/.test(step)) return 'javascript'
  if (/^\s*(?:-\s+)?shell\s*:\s*["']?python/m.test(step) || /\btask\s*:\s*["']?PythonScript@/.test(step))
    return 'python'
  return null
}
