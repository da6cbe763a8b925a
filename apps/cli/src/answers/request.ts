import { join } from 'node:path'
import { build } from '../build.ts'
import { checksum } from '../checksum.ts'
import { isTerminal } from '../standard-output.ts'
import { statePlace } from '../state-place.ts'

/** Variables that git or a scan reads; of others an answer does not depend on any. */
const telling = /^(AI_CENSUS_.*|GIT_.*|HOME|PATH|XDG_CONFIG_HOME|NO_COLOR)$/
/** What git tells the programs that it starts itself, as a hook is; a scan passes these on to none of its own. */
const ofTheCaller = /^GIT_(DIR|WORK_TREE|INDEX_FILE|PREFIX|AUTHOR_\w+|COMMITTER_\w+|EDITOR|REFLOG_ACTION)$/

/** All that decides what a scan of this moment answers, besides what lies on the disk: equal for equal questions. */
export function requestOf(argv: readonly string[]): string {
  const variables = Object.entries(process.env).filter(
    ([name]) => telling.test(name) && !ofTheCaller.test(name),
  )
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
