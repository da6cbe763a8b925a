import { SaxesParser } from 'saxes'
import { UnreadableFile } from '../table.ts'
import { asUnreadable } from './archive.ts'

type Attributes = Readonly<Record<string, string>>

/** Elements by their name without prefix: workbooks differ in the namespaces that they write. */
export interface XmlHandlers {
  open(name: string, attributes: Attributes): void
  text?(text: string): void
  close?(name: string): void
  /** True: nothing more is wanted. */
  done?(): boolean
}

/** What is still fed while the stream flows; entities of a document's own are refused, so nothing can grow. */
export async function readXml(part: AsyncIterable<Uint8Array>, handlers: XmlHandlers): Promise<void> {
  const parser = new SaxesParser({ position: false, xmlns: false as const })
  parser.on('opentag', ({ name, attributes }) => handlers.open(localName(name), attributes))
  parser.on('closetag', ({ name }) => handlers.close?.(localName(name)))
  if (handlers.text) {
    const text = handlers.text.bind(handlers)
    parser.on('text', text)
    parser.on('cdata', text)
  }
  // Beyond the first bytes as well: a comment may stand before it.
  parser.on('doctype', () => {
    throw new UnreadableFile(DOCTYPE)
  })
  parser.on('error', (error) => {
    throw new UnreadableFile(
      `The workbook holds XML that is not well-formed (${error.message}): it is damaged.`,
    )
  })
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let head = ''
  let sinceTag = 0
  await asUnreadable(async () => {
    for await (const chunk of part) {
      const text = decoder.decode(chunk, { stream: true })
      if (head.length < PROLOGUE) {
        head += text.slice(0, PROLOGUE)
        refuseDoctype(head)
      }
      sinceTag = text.includes('<') ? text.length - text.lastIndexOf('<') : sinceTag + text.length
      if (sinceTag > LONGEST_TEXT)
        throw new UnreadableFile('The workbook holds a text that no cell can hold.')
      parser.write(text)
      if (handlers.done?.()) return
    }
    parser.write(decoder.decode())
    parser.close()
  })
}

/** Escaped, a cell's text can take some times its length. */
const LONGEST_TEXT = 1024 * 1024
const PROLOGUE = 4096
const DOCTYPE = 'The workbook declares a document type, which no workbook does. It is not read.'

/** Parts of a workbook have none; one that has is an attempt to make the reader expand or fetch something. */
function refuseDoctype(head: string): void {
  if (/<!(DOCTYPE|ENTITY)/i.test(head)) throw new UnreadableFile(DOCTYPE)
}

const localName = (name: string): string => {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

/** `_x000D_` and its like: how a workbook writes what XML cannot. */
export const unescapeText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text
