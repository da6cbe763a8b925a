import { limits, UnreadableFile } from '../table.ts'
import type { Archive } from './archive.ts'
import { readXml, unescapeText } from './xml.ts'

const PATH = 'sharedStrings.xml'

/** Texts that cells name by number. Runs of one text are joined; readings above a text (phonetics) are left out. */
export async function readStrings(archive: Archive, folder: string): Promise<string[]> {
  const strings: string[] = []
  if (!archive.has(folder + PATH)) return strings
  const reader = new TextReader()
  let characters = 0
  await readXml(await archive.open(folder + PATH), {
    open(name) {
      if (name === 'si') reader.reset()
      else reader.open(name)
    },
    text: (text) => reader.text(text),
    close(name) {
      if (name !== 'si') {
        reader.close(name)
        return
      }
      const text = reader.value()
      characters += text.length
      if (characters > limits.characters)
        throw new UnreadableFile('The workbook holds more text than a register has.')
      strings.push(text)
    },
  })
  return strings
}

/** The text inside `<si>` or `<is>`: of its `<t>` elements, but for those in `<rPh>`. */
export class TextReader {
  #text = ''
  #inText = false
  #inPhonetic = false

  reset(): void {
    this.#text = ''
    this.#inText = false
    this.#inPhonetic = false
  }
  open(name: string): void {
    if (name === 'rPh') this.#inPhonetic = true
    else if (name === 't') this.#inText = !this.#inPhonetic
  }
  text(text: string): void {
    if (this.#inText) this.#text += text
  }
  close(name: string): void {
    if (name === 'rPh') this.#inPhonetic = false
    else if (name === 't') this.#inText = false
  }
  value(): string {
    return unescapeText(this.#text)
  }
}
