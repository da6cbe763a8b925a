import { describe, expect, it } from 'vitest'
import { utf16ToUtf8 } from './encoding.ts'
import { createPrefilter } from './index.ts'

const text = 'set OPENAI_API_KEY=… \u{1f600}\r\n'
const littleEndian = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
const bigEndian = Buffer.from(littleEndian).swap16()

describe('a file in UTF-16', () => {
  it('is turned into UTF-8, whichever byte comes first', () => {
    expect(Buffer.from(utf16ToUtf8(littleEndian)!).toString()).toBe(text)
    expect(Buffer.from(utf16ToUtf8(bigEndian)!).toString()).toBe(text)
  })

  it('is then found like any other', () => {
    const hits = createPrefilter(['OPENAI_API_KEY']).find(utf16ToUtf8(littleEndian)!)
    expect(hits).toEqual([{ position: 4, literal: 0 }])
  })

  it('may end in half a character', () => {
    expect(Buffer.from(utf16ToUtf8(littleEndian.subarray(0, 9))!).toString()).toBe('set\ufffd')
  })
})

it('leaves UTF-8, UTF-32 and short files alone', () => {
  for (const bytes of ['', '\xff', '\xef\xbb\xbfopenai', 'openai', '\xff\xfe\0\0o\0\0\0'])
    expect(utf16ToUtf8(Buffer.from(bytes, 'latin1'))).toBeNull()
})
