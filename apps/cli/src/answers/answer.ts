import { dirname } from 'node:path'
import { checksum } from '../checksum.ts'
import { disk } from '../disk.ts'
import type { DiskState } from './disk-state.ts'

/** What a scan printed, with all that it rests on. */
export interface Answer {
  readonly request: string
  /** Files and folders that must be as they were, and how they were. */
  readonly places: readonly string[]
  readonly state: DiskState
  /** What was named on the command line, and where that really is. */
  readonly folders: readonly (readonly [named: string, real: string])[]
  readonly outputs: readonly AnswerOutput[]
  /** Lines for standard error. */
  readonly said: string
  readonly code: number
}

export interface AnswerOutput {
  /** Null: standard output. */
  readonly file: string | null
  /** UTF-8, with `TIME_LENGTH` bytes of room at each of `times`. */
  readonly bytes: Uint8Array
  /** Where the time of the look stands. */
  readonly times: readonly number[]
}

/** Bytes of a point in time as every output writes it: `2026-01-31T12:00:00.000Z`. */
export const TIME_LENGTH = 24

// Rises when the form of the files changes.
const FORM = 'ai-census answer 1'

interface Head extends Omit<Answer, 'outputs'> {
  readonly outputs: readonly { file: string | null; length: number; times: readonly number[] }[]
}

/** Whole or not at all, and no reason to lose a scan where it cannot be written. */
export function writeAnswer(file: string, { outputs, ...rest }: Answer): void {
  const draft = `${file}.${process.pid}.draft`
  const heads = outputs.map(({ bytes, ...output }) => ({ ...output, length: bytes.length }))
  const head: Head = { ...rest, outputs: heads }
  const body = Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), ...outputs.map(({ bytes }) => bytes)])
  try {
    disk.mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    disk.writeFileSync(draft, Buffer.concat([Buffer.from(`${FORM} ${checksum(body)}\n`), body]), {
      mode: 0o600,
    })
    disk.renameSync(draft, file)
  } catch {
    disk.rmSync(draft, { force: true })
  }
}

/** Null where there is none, or none that is whole. */
export function readAnswer(file: string): Answer | null {
  const bytes = bytesOf(file)
  if (bytes === null) return null
  const start = bytes.indexOf(10) + 1
  const body = bytes.subarray(start)
  if (bytes.toString('latin1', 0, start) !== `${FORM} ${checksum(body)}\n`) return null
  const end = body.indexOf(10)
  const { outputs, ...rest }: Head = JSON.parse(body.toString('utf8', 0, end))
  let next = end + 1
  const withBytes = outputs.map(({ length, ...output }) => {
    const from = next
    next += length
    return { ...output, bytes: body.subarray(from, next) }
  })
  return { ...rest, outputs: withBytes }
}

function bytesOf(file: string): Buffer | null {
  try {
    return disk.readFileSync(file)
  } catch {
    // None yet, or one that nobody may read: then it is asked anew.
    return null
  }
}
