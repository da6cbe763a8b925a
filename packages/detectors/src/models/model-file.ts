import type { FileSigns } from '../signs.ts'

interface Format {
  readonly id: string
  readonly extensions: RegExp
  /** True where the first bytes are this format's. */
  readonly matches: (head: Uint8Array) => boolean
}

const starts =
  (...bytes: readonly number[]) =>
  (head: Uint8Array): boolean =>
    bytes.every((byte, index) => head[index] === byte)
const holds =
  (text: string, at: number) =>
  (head: Uint8Array): boolean =>
    String.fromCharCode(...head.subarray(at, at + text.length)) === text
const zip = starts(0x50, 0x4b, 0x03, 0x04)
const pickle = (head: Uint8Array): boolean => head[0] === 0x80 && (head[1] ?? 9) >= 2 && (head[1] ?? 9) <= 5
/** The number that PyTorch's older form begins with (github.com/pytorch/pytorch, torch/serialization.py). */
const torch = starts(0x80, 0x02, 0x8a, 0x0a, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19)
const hdf5 = starts(0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a)

/** An 8-byte length, then that much JSON. */
function isSafetensors(head: Uint8Array): boolean {
  if (head.length < 10 || head[8] !== 0x7b) return false
  const length = new DataView(head.buffer, head.byteOffset, 8).getBigUint64(0, true)
  return length > 1n && length < 200_000_000n
}

/** A protocol buffer whose first field is the version of the form, a small number. */
const isOnnx = (head: Uint8Array): boolean =>
  head[0] === 0x08 &&
  (head[1] ?? 0) >= 1 &&
  (head[1] ?? 0) <= 20 &&
  (head[2] === 0x12 || head[2] === 0x3a || head[2] === 0x1a)

const formats: readonly Format[] = [
  { id: 'gguf', extensions: /\.gguf$/i, matches: holds('GGUF', 0) },
  {
    id: 'ggml',
    extensions: /\.(ggml|bin)$/i,
    matches: (head) => holds('lmgg', 0)(head) || holds('tjgg', 0)(head),
  },
  { id: 'safetensors', extensions: /\.safetensors$/i, matches: isSafetensors },
  { id: 'onnx', extensions: /\.(onnx|ort)$/i, matches: (head) => isOnnx(head) || holds('ORTM', 4)(head) },
  { id: 'pytorch', extensions: /\.(pt|pth|ckpt|ptl)$/i, matches: (head) => zip(head) || pickle(head) },
  // Programs pickle anything into a file of so general an ending.
  { id: 'pytorch', extensions: /\.bin$/i, matches: (head) => zip(head) || torch(head) },
  { id: 'tflite', extensions: /\.(tflite|lite)$/i, matches: holds('TFL3', 4) },
  { id: 'keras', extensions: /\.(keras|h5|hdf5)$/i, matches: (head) => hdf5(head) || zip(head) },
  { id: 'coreml', extensions: /\.mlmodel$/i, matches: starts(0x08) },
  {
    id: 'joblib',
    extensions: /\.(joblib|skops)$/i,
    matches: (head) => pickle(head) || zip(head) || head[0] === 0x78,
  },
  { id: 'xgboost', extensions: /\.(ubj|xgb)$/i, matches: starts(0x7b) },
]

/** Its name may be that of a model's weights; the first bytes decide. */
export const mayBeModelFile = (path: string): boolean => anyFormat.test(path)
const anyFormat = new RegExp(formats.map(({ extensions }) => extensions.source).join('|'), 'i')

/** A model's weights by header, or the pointer that stands for them in Git. Needs the first kilobyte. */
export function modelFileSigns(path: string, head: Uint8Array): FileSigns {
  const named = formats.filter(({ extensions }) => extensions.test(path))
  const pointer = pointerOf(head)
  const format = pointer ? named[0] : named.find(({ matches }) => matches(head))
  // Behind so general an ending anything may be kept by a pointer.
  if (!format || (pointer && /\.bin$/i.test(path) && !/model|weights|pytorch|ggml|llama/i.test(path)))
    return {}
  return {
    named: [
      {
        type: 'model-file',
        name: path,
        supplier: null,
        line: 1,
        attributes: { format: format.id, ...(pointer ?? {}) },
      },
    ],
  }
}

function pointerOf(head: Uint8Array): { lfs: true; sha256?: string; size?: number } | null {
  if (head[0] !== 0x76) return null
  const text = new TextDecoder('latin1').decode(head.subarray(0, 400))
  if (!text.startsWith('version https://git-lfs.github.com/spec/')) return null
  const sha256 = /^oid sha256:([0-9a-f]{64})$/m.exec(text)?.[1]
  const size = /^size (\d{1,15})$/m.exec(text)?.[1]
  return { lfs: true, ...(sha256 ? { sha256 } : {}), ...(size ? { size: Number(size) } : {}) }
}
