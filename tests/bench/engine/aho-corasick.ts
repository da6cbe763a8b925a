import type { Slab } from '@ai-census/detectors/engine'

/**
 * The textbook rival: an Aho-Corasick automaton as one flat table of states × byte classes, in JavaScript.
 * Written for this bench alone; exact, every overlapping match.
 */
export interface Automaton {
  /** Counts the matches in a range of the slab. */
  count(slab: Slab, start: number, length: number): number
  readonly states: number
}

export function createAutomaton(literals: readonly string[]): Automaton {
  const patterns = literals.map((it) => Buffer.from(it))
  const { classOf, classes } = byteClasses(patterns)
  const states = 1 + patterns.reduce((sum, it) => sum + it.length, 0)
  const next = new Int32Array(states * classes).fill(-1)
  const matches = new Int32Array(states)
  const size = insert(patterns, next, matches, classOf, classes)
  close(next, matches, classes, size)
  const table = next.slice(0, size * classes)
  // A state is named by where its row starts, so that a step needs no multiplication.
  for (let n = 0; n < table.length; n++) table[n]! *= classes
  const ends = new Int32Array(size * classes)
  for (let state = 0; state < size; state++) ends[state * classes] = matches[state]!
  return {
    states: size,
    count({ u8 }, start, length) {
      let state = 0
      let count = 0
      for (let at = start, end = start + length; at < end; at++) {
        state = table[state + classOf[u8[at]!]!]!
        count += ends[state]!
      }
      return count
    },
  }
}

/** Bytes that no pattern contains share class 0. */
function byteClasses(patterns: readonly Uint8Array[]) {
  const classOf = new Uint8Array(256)
  let classes = 1
  for (const pattern of patterns)
    for (const byte of pattern) if (classOf[byte] === 0) classOf[byte] = classes++
  return { classOf, classes }
}

function insert(
  patterns: readonly Uint8Array[],
  next: Int32Array,
  matches: Int32Array,
  classOf: Uint8Array,
  classes: number,
): number {
  let size = 1
  for (const pattern of patterns) {
    let state = 0
    for (const byte of pattern) {
      const edge = state * classes + classOf[byte]!
      if (next[edge] === -1) next[edge] = size++
      state = next[edge]!
    }
    matches[state]!++
  }
  return size
}

/** Breadth first: fills in the failure transitions, which makes the trie a deterministic automaton. */
function close(next: Int32Array, matches: Int32Array, classes: number, size: number): void {
  const failure = new Int32Array(size)
  const queue = [0]
  for (let head = 0; head < queue.length; head++) {
    const state = queue[head]!
    const fallback = failure[state]!
    if (state !== 0) matches[state]! += matches[fallback]!
    for (let byte = 0; byte < classes; byte++) {
      const edge = state * classes + byte
      const instead = state === 0 ? 0 : next[fallback * classes + byte]!
      const child = next[edge]!
      if (child === -1) next[edge] = instead
      else {
        failure[child] = instead
        queue.push(child)
      }
    }
  }
}
