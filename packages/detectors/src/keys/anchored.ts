import { type CompiledKeyShape, KEY_WINDOW, matchKeyAt } from '@ai-census/signatures'
import { isPlaceholder } from './keys.ts'

/**
 * Whether a key of this shape stands where its anchor, or the anchor with the character before it, was found in any case.
 * Most anchors begin no key: `sk-` is in many a word, and a file need not become a text for that. Each byte is one
 * character, for keys are ASCII.
 */
export function isKeyAt(
  shape: CompiledKeyShape,
  bytes: Uint8Array,
  position: number,
  length: number,
): boolean {
  const from = Math.max(0, position - KEY_WINDOW - 1)
  const around = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString(
    'latin1',
    from,
    position + length + KEY_WINDOW + 1,
  )
  const anchor = position - from + length - shape.anchor.length
  if (!around.startsWith(shape.anchor, anchor)) return false
  const key = matchKeyAt(shape, around, anchor)
  return key !== null && !isPlaceholder(key.value)
}
