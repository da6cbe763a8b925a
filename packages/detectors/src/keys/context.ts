import type { CompiledKeyShape } from '@ai-census/signatures'
import type { Catalogue } from '../catalogue.ts'

/** Where a key stands in its text. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** What tells whose a key is, where its shape does not: `near` beside it, or something of the supplier in its file. */
export function contextOfKey(
  shape: CompiledKeyShape,
  text: string,
  key: Span,
  catalogue: Catalogue,
): 'near' | 'file' | null {
  const around = linesAround(text, key).toLowerCase()
  if (nearSigns(catalogue, shape.supplier).some((sign) => around.includes(sign))) return 'near'
  return standsForItself(shape, text, key, around, catalogue) && isInFile(catalogue, shape.supplier, text)
    ? 'file'
    : null
}

/** The key's line, the one before and the one after. */
function linesAround(text: string, { start, end }: Span): string {
  const from = text.lastIndexOf('\n', text.lastIndexOf('\n', start - 1) - 1) + 1
  const after = text.indexOf('\n', text.indexOf('\n', end) + 1)
  return text.slice(Math.max(from, start - 400), Math.min(after < 0 ? text.length : after, end + 400))
}

const nameOf = (entry: string | { readonly name: string }): string =>
  (typeof entry === 'string' ? entry : entry.name).replace(/\*.*$/, '')

const hostsOf = (catalogue: Catalogue, supplier: string): string[] =>
  (catalogue.suppliers.get(supplier)?.hosts ?? []).map((entry) =>
    (typeof entry === 'string' ? entry : entry.host).replace(/^.*\*/, '').toLowerCase(),
  )

function nearSigns(catalogue: Catalogue, supplier: string): string[] {
  const names = (catalogue.suppliers.get(supplier)?.environment ?? []).map((entry) =>
    nameOf(entry).toLowerCase(),
  )
  return [...names, ...hostsOf(catalogue, supplier), supplier].filter((sign) => sign.length > 2)
}

/** The supplier's own import, client or host stands somewhere in the file. */
function isInFile(catalogue: Catalogue, slug: string, text: string): boolean {
  const supplier = catalogue.suppliers.get(slug)
  if (!supplier) return false
  const modules = [
    ...Object.values(supplier.imports ?? {}),
    ...Object.values(supplier.packages ?? {}),
  ].flatMap((entries) => (entries ?? []).map(nameOf))
  const clients = Object.values(supplier.clients ?? {}).flatMap((entries) => (entries ?? []).map(nameOf))
  const words = [...modules, ...clients, ...hostsOf(catalogue, slug).filter((host) => host.includes('.'))]
  return (
    words.some((word) => word.length > 5 && hasWord(text, word)) || modules.some((m) => isTakenFrom(text, m))
  )
}

/** `from google import genai` for `google.genai`. */
function isTakenFrom(text: string, module: string): boolean {
  const dot = module.lastIndexOf('.')
  if (dot < 1 || !/^[\w.]+$/.test(module)) return false
  const from = `from ${module.slice(0, dot)} import `
  const at = text.indexOf(from)
  return at >= 0 && hasWord(text.slice(at + from.length, at + from.length + 200), module.slice(dot + 1))
}

function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (!/\w/.test(text[at - 1] ?? '') && !/\w/.test(text[at + word.length] ?? '')) return true
  return false
}

const general =
  /^(api|apis|key|keys|token|secret|access|auth|authorization|bearer|my|the|default|configure|credential|credentials|client|llm|ai|model|self|this|x|value|headers?)$/

/**
 * Whether the key is given to a name that says no more than that it is a key, with nobody else's address beside
 * it: many services of one company may share a shape.
 */
function standsForItself(
  shape: CompiledKeyShape,
  text: string,
  { start }: Span,
  around: string,
  catalogue: Catalogue,
): boolean {
  const before = text.slice(Math.max(0, start - 90), start)
  const given = /([A-Za-z_][\w.-]*)[\\"'`\]\s]*(?:[:=(,]|=>)+\s*(?:\w+\()?[\\"'`]*(?:Bearer\s)?$/.exec(
    before,
  )?.[1]
  if (given === undefined) return false
  const own = new Set(
    `${shape.supplier}-${catalogue.suppliers.get(shape.supplier)?.name ?? ''}`.toLowerCase().split(/\W+/),
  )
  const words = given
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean)
  if (!words.every((word) => general.test(word) || own.has(word))) return false
  return !/["'/@][a-z0-9.-]+\.(com|app|io|net|org|dev)["'/:\\]/.test(around)
}
