import { describe, expect, it } from 'vitest'
import { signsOf } from '../testing/repository.ts'

const bytes = (text: string, ...more: number[]) =>
  new Uint8Array([...new TextEncoder().encode(text), ...more])
const format = (path: string, head: Uint8Array | string) => signsOf(path, head).named?.[0]?.attributes

describe('model files', () => {
  it('are told by their first bytes', () => {
    expect(format('models/a.gguf', bytes('GGUF', 3, 0, 0, 0))).toEqual({ format: 'gguf' })
    expect(format('a.safetensors', new Uint8Array([40, 0, 0, 0, 0, 0, 0, 0, 0x7b, 0x22, 0]))).toEqual({
      format: 'safetensors',
    })
    expect(format('a.pt', bytes('PK', 3, 4, 0, 0))).toEqual({ format: 'pytorch' })
    expect(format('a.tflite', new Uint8Array([28, 0, 0, 0, 84, 70, 76, 51]))).toEqual({ format: 'tflite' })
  })
  it('are told by the pointer that Git keeps in their place', () => {
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'a1'.repeat(32)}\nsize 1234\n`
    expect(format('a.safetensors', pointer)).toEqual({
      format: 'safetensors',
      lfs: true,
      sha256: 'a1'.repeat(32),
      size: 1234,
    })
  })
  it('are nothing where only the name says so', () => {
    expect(signsOf('a.gguf', 'notes about models')).toEqual({})
    expect(signsOf('firmware.bin', bytes('ELF', 0, 1))).toEqual({})
    // Whatever else a program pickled; PyTorch begins with a number of its own.
    expect(signsOf('results.bin', new Uint8Array([0x80, 4, 0x95, 0x86, 0, 1, 0, 0]))).toEqual({})
    const torch = [0x80, 2, 0x8a, 0x0a, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19, 0x2e]
    expect(format('pytorch_model.bin', new Uint8Array(torch))).toEqual({ format: 'pytorch' })
  })
})
