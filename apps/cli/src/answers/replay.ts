import { isBuilt } from '../build.ts'
import { disk } from '../disk.ts'
import { print } from '../standard-output.ts'
import { type Answer, type AnswerOutput, readAnswer } from './answer.ts'
import { isAsBefore } from './disk-state.ts'
import { answerFile, requestOf } from './request.ts'

/**
 * Gives the answer of last time where nothing that it rests on has changed since, and says whether it did. Loads neither git
 * nor schemas nor a parser of command lines: this is what somebody waits for who scans on every commit.
 */
export function replay(argv: readonly string[]): boolean {
  const answer = isBuilt() ? knownAnswer(argv) : null
  if (!answer) return false
  const now = new Date().toISOString()
  // Files first: what cannot be written is said by the scan itself, which prints the rest too.
  const printedLast = answer.outputs.toSorted((a, b) => Number(a.file === null) - Number(b.file === null))
  if (!printedLast.every((output) => give(output, now))) return false
  if (answer.said) process.stderr.write(answer.said)
  process.exitCode = answer.code
  return true
}

function knownAnswer(argv: readonly string[]): Answer | null {
  try {
    const request = requestOf(argv)
    const answer = readAnswer(answerFile(request))
    return answer?.request === request && stillHolds(answer) ? answer : null
  } catch {
    // A folder that went or that nobody may enter any more: the scan itself says what is wrong.
    return null
  }
}

const stillHolds = ({ folders, places, state }: Answer): boolean =>
  folders.every(([named, real]) => realPath(named) === real) && isAsBefore(places, state)

function realPath(path: string): string | null {
  try {
    return disk.realpathSync.native(path)
  } catch {
    return null
  }
}

/** False where it could not be written. */
function give({ file, bytes, times }: AnswerOutput, now: string): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  for (const at of times) text.write(now, at, 'latin1')
  if (file === null) print(text)
  else return wrote(file, text)
  return true
}

function wrote(file: string, text: Buffer): boolean {
  try {
    disk.writeFileSync(file, text)
    return true
  } catch {
    return false
  }
}
