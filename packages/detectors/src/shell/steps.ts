/** Keys below which pipelines have their commands. */
const script =
  /^(\s*(?:-\s+)?)(?:run|script|scripts|cmds?|entry|sh|before_script|after_script|commands?|bash|pwsh|powershell|inlineScript)\s*:/

/** Of each line in its turn: whether it is a command of a step, by how far it stands in. */
export function scriptLines(): (line: string) => boolean {
  let depth: number | null = null
  return (line) => {
    const opened = script.exec(line.slice(0, 200))
    const indent = line.search(/\S/)
    if (opened) depth = opened[1]!.length
    else if (depth !== null && indent >= 0 && (indent < depth || (indent === depth && line[indent] !== '-')))
      depth = null
    return depth !== null
  }
}

/** What stands before a command on its line: dashes of a list, the key, how a text over several lines begins. */
const leading =
  /^(\s*(?:-\s+)*)(?:(?:run|script|scripts|cmds?|entry|sh|before_script|after_script|commands?|bash|pwsh|powershell|inlineScript)\s*:\s*)?(?:[|>][-+\d]{0,3}\s*$)?/

/** The commands of a pipeline's steps alone, each on the line on which it stands. */
export function scriptOf(text: string): string {
  const inScript = scriptLines()
  return text
    .split('\n')
    .map((line) =>
      inScript(line) ? line.slice(0, 4000).replace(leading, (all) => ' '.repeat(all.length)) : '',
    )
    .join('\n')
}
