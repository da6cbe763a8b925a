/** Of files in which runtimes keep a model's weights. */
const EXTENSION =
  'gguf|ggml|safetensors|onnx|ort|ptl?|pth|ckpt|tflite|llamafile|task|bin|engine|mlmodelc?|mlpackage|keras|h5'
const FILE = new RegExp(`\\.(?:${EXTENSION})$`, 'i')
const WITHIN = new RegExp(`\\.(?:${EXTENSION})(?![\\w.])`, 'i')

/** Whether such a file may be named somewhere in a longer text. */
export const mayNameWeights = (text: string): boolean => WITHIN.test(text)

/** How the weights are written, behind the model's own name: `.Q4_K_M`, `-fp16`, `.ggmlv3`. */
const ENCODING =
  /[-._](?:ud-)?(?:i?q\d(?:_[a-z\d]+)*|tq\d_\d|b?fp?(?:16|32)|fp[48](?:_\w+)?|nf4|u?int[48]|mxfp4(?:_moe)?|ggmlv\d|i1|imat|quantized|gguf)$/i
const SHARD = /-\d{5}-of-\d{5}$/

/**
 * The model that a file of weights is named for, without folder, extension, shard and encoding:
 * `models/llama-2-7b-chat.Q4_K_M.gguf` holds `llama-2-7b-chat`. Null for what is no such file.
 * The naming convention: github.com/ggml-org/ggml/blob/master/docs/gguf.md.
 */
export function weightsName(text: string): string | null {
  if (text.length > 300 || !FILE.test(text)) return null
  let name = text
    .slice(Math.max(text.lastIndexOf('/'), text.lastIndexOf('\\')) + 1)
    .replace(FILE, '')
    .replace(SHARD, '')
  for (let shorter = name.replace(ENCODING, ''); shorter !== name; shorter = name.replace(ENCODING, ''))
    name = shorter
  return name === '' ? null : name
}
