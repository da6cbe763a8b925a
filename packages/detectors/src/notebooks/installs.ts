import type { Ecosystem } from '@ai-census/signatures'
import { type Installed, installedIn } from '../shell/installed.ts'

/** A line that a notebook hands to a shell, or to the package manager of its kernel. */
const command = /^\s*(?:!{1,2}|%{1,2}(?=(?:uv|pip|pipx|conda|mamba|poetry|npm)\s))\s*/
const nuget = /^\s*#r\s+"nuget:\s*([\w.]+)\s*(?:,\s*([\w.*-]+))?"/

/** `!pip install x`, `%pip install x` and what such a command goes on with: on each line that, the others empty. */
const commandsOf = (lines: readonly string[]): string[] => {
  let goesOn = false
  return lines.map((line) => {
    const said = goesOn || command.test(line) ? line.replace(command, '') : ''
    goesOn = said.trimEnd().endsWith('\\')
    return said
  })
}

/** What a cell fetches; also `#r "nuget: X, 1.0"`. Its lines are counted from 1. A cell that is a shell's own says so. */
export function installedBy(cell: string, isShell = false): Installed[] {
  const lines = cell.split('\n')
  const referenced = lines.flatMap((line, index): Installed[] => {
    const [, name, range = ''] = nuget.exec(line) ?? []
    const ecosystem: Ecosystem = 'nuget'
    return name === undefined ? [] : [{ ecosystem, name, range, line: index + 1 }]
  })
  return [...referenced, ...installedIn((isShell ? lines : commandsOf(lines)).join('\n'))]
}

/** Shell and magic lines are no program's; they keep their place as empty lines, with what they go on with. */
export function withoutCommands(source: string): string {
  const lines = source.split('\n')
  const commands = commandsOf(lines)
  return lines
    .map((line, index) => (commands[index] !== '' || /^\s*([!%?]|#r\s|#!)/.test(line) ? '' : line))
    .join('\n')
}
