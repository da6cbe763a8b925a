import { isUtf8 } from 'node:buffer'
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { type Analyser, type FileSigns, SLACK } from '@ai-census/detectors'
import type { UnknownReason } from '@ai-census/schema'

/** Bytes that tell what a file is: magic numbers, the header of a model file. */
export const HEAD_BYTES = 65_536
/** Where a NUL, or another control character, makes a file no text. */
const SNIFFED = 8192
/** A file of this size that shows nothing in its head is named as unread, text or not. */
export const HUGE_BYTES = 2 ** 30

const unread = (reason: UnknownReason, detail: string): FileSigns => ({ unknowns: [{ reason, detail }] })

export const tooLargeNote = (size: number) => ({
  reason: 'too-large' as const,
  detail: `The file has ${size} bytes, more than are read; see maxFileBytes.`,
})

export const tooLarge = (size: number): FileSigns => ({ unknowns: [tooLargeNote(size)] })

// No link is followed that came into the place of a file, and a pipe in that place does not block.
export const readOnly = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

/**
 * Reads files of a disk one after the other into the same memory. Synchronous: a thread that does nothing else
 * is the fastest reader. Never throws for what a file is or holds.
 */
export class FileReader {
  readonly #analyser: Analyser
  readonly #limit: number
  #slab = Buffer.allocUnsafeSlow(4 * HEAD_BYTES + SLACK)

  constructor(analyser: Analyser, limit: number) {
    this.#analyser = analyser
    this.#limit = limit
  }

  /** What the file shows; `path` is what the analyser is told. */
  read(file: string, path: string): FileSigns {
    if (this.#analyser.wants(path, 1) === 'none') return {}
    let descriptor: number
    try {
      descriptor = openSync(file, readOnly)
    } catch (error) {
      return failed(error)
    }
    try {
      return this.#readOpen(descriptor, path)
    } catch (error) {
      return failed(error)
    } finally {
      closeSync(descriptor)
    }
  }

  #readOpen(descriptor: number, path: string): FileSigns {
    const first = readSync(descriptor, this.#slab, 0, HEAD_BYTES, 0)
    if (first < HEAD_BYTES) return this.analyse(path, this.#slab.subarray(0, first), first)
    const { size } = fstatSync(descriptor)
    const head = this.#slab.subarray(0, first)
    if (size > this.#limit || this.#analyser.wants(path, size) === 'head' || isBinary(head))
      return this.analyse(path, head, size)
    if (size + SLACK > this.#slab.length) this.#grow(size, first)
    return this.analyse(path, this.#slab.subarray(0, this.#fill(descriptor, first, size)), size)
  }

  #grow(size: number, keep: number): void {
    const larger = Buffer.allocUnsafeSlow(Math.min(this.#limit, 2 ** Math.ceil(Math.log2(size))) + SLACK)
    this.#slab.copy(larger, 0, 0, keep)
    this.#slab = larger
  }

  #fill(descriptor: number, from: number, size: number): number {
    let at = from
    while (at < size) {
      const got = readSync(descriptor, this.#slab, at, size - at, at)
      if (got === 0) break
      at += got
    }
    return at
  }

  /** Judges bytes that are at hand, of a file whose name is wanted: all of it, or its head where `size` is more. */
  analyse(path: string, bytes: Buffer, size: number): FileSigns {
    try {
      return this.#judge(path, bytes, size)
    } catch (error) {
      return failed(error)
    }
  }

  #judge(path: string, bytes: Buffer, size: number): FileSigns {
    const headOnly = isBinary(bytes) || this.#analyser.wants(path, size) === 'head'
    if (!headOnly && size > bytes.length) return tooLarge(size)
    const signs = this.#analyser.analyse(path, headOnly ? bytes.subarray(0, HEAD_BYTES) : bytes)
    if (!headOnly && isOtherText(bytes)) return withNote(signs, notUtf8)
    return size >= HUGE_BYTES && Object.keys(signs).length === 0 ? tooLarge(size) : signs
  }
}

/** Text in an encoding of old. What holds control characters is no text: a drawing, an archive without NUL. */
const isOtherText = (bytes: Buffer) =>
  !isUtf8(bytes) && !hasUtf16Mark(bytes) && !bytes.subarray(0, SNIFFED).some(isControl)

/** Not tab, line feed, form feed, return, nor escape, which old text files hold. */
const isControl = (byte: number) => byte < 9 || byte === 11 || (byte > 13 && byte < 32 && byte !== 27)

const notUtf8 = {
  reason: 'not-text' as const,
  detail: 'The file is not UTF-8. It was read byte by byte, so what stands outside ASCII may be misread.',
}

const withNote = (signs: FileSigns, note: NonNullable<FileSigns['unknowns']>[number]): FileSigns => ({
  ...signs,
  unknowns: [...(signs.unknowns ?? []), note],
})

const isBinary = (bytes: Buffer) => {
  const nul = bytes.indexOf(0)
  return nul >= 0 && nul < SNIFFED && !hasUtf16Mark(bytes)
}

/** UTF-16 is text, though half of its bytes may be NUL. */
const hasUtf16Mark = (bytes: Buffer) =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)

/** A package, or the native part of one, that an installation for another platform or without optional dependencies lacks. */
const incomplete = /^(?:ERR_)?MODULE_NOT_FOUND$|^ERR_DLOPEN_FAILED$/

function failed(error: unknown): FileSigns {
  const code = error instanceof Error && 'code' in error ? String(error.code) : null
  // Gone between listing and reading: it is no part of what we look at any more.
  if (code === 'ENOENT' || code === 'ENOTDIR') return {}
  if (code !== null && incomplete.test(code))
    return unread(
      'unavailable',
      `AI Census lacks a part that reads such files (${code}): its installation is incomplete. Install it again, with optional dependencies, for this platform.`,
    )
  const reason = code === 'EACCES' || code === 'EPERM' ? 'permission' : 'unavailable'
  return unread(reason, `The file could not be read (${code ?? kindOf(error)}).`)
}

/** Never the message, in which texts of the file may stand. */
const kindOf = (error: unknown): string => (error instanceof Error ? error.constructor.name : 'unknown error')
