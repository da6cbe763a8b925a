import { disk } from './disk.ts'

// The streams of standard output load half of the network: what prints little, and ends, does without them.

/** Asks for certain only where it may be one, since the module that knows loads as much as the streams. */
export function isTerminal(descriptor: number): boolean {
  const mayBe = disk.fstatSync(descriptor).isCharacterDevice()
  return mayBe && process.getBuiltinModule('node:tty').isatty(descriptor)
}

/** Prints straight to the descriptor. A closed pipe (`ai-census scan … | head`) ends the program, and is no fault of anybody. */
export function print(text: Uint8Array): void {
  let rest = text
  try {
    while (rest.length > 0) rest = rest.subarray(disk.writeSync(1, rest))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === 'EPIPE') process.exit(0)
    if (code !== 'EAGAIN') throw error
    // A pipe that is full takes the rest later, through the stream.
    process.stdout.write(rest)
  }
}

/** What a command's stream says that cannot write any more. */
export function endWithPipe(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
}
