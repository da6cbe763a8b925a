import { join } from 'node:path'
import { build } from '../build.ts'
import { checksum } from '../checksum.ts'
import { isTerminal } from '../standard-output.ts'
import { statePlace } from '../state-place.ts'

/**
 * Variables that a scan of folders reads, and those that it passes on to git and that decide what git says of them. No
 * others: they are kept on the disk, and some hold secrets.
 */
const telling =
  /^(AI_CENSUS_(CWD|CODE_\w+)|GIT_(CONFIG_GLOBAL|CONFIG_SYSTEM|CONFIG_NOSYSTEM|EXEC_PATH)|HOME|PATH|XDG_CONFIG_HOME|NO_COLOR)$/

/** All that decides what a scan of this moment answers, besides what lies on the disk: equal for equal questions. */
export function requestOf(argv: readonly string[]): string {
  const variables = Object.entries(process.env).filter(([name]) => telling.test(name))
  return JSON.stringify([
    ...build(),
    argv.slice(2),
    process.cwd(),
    process.getuid?.() ?? null,
    variables.sort(([a], [b]) => (a < b ? -1 : 1)),
    isTerminal(1),
    // What is accepted until a day, and which models have retired.
    new Date().toISOString().slice(0, 10),
  ])
}

export const answersFolder = (): string => join(statePlace(), 'cache', 'answers')

export const answerFile = (request: string): string =>
  join(answersFolder(), `${checksum(Buffer.from(request))}.answer`)
