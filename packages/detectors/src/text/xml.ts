import type { Lines } from './lines.ts'

/** A value of XML and the names that lead to it. */
export interface XmlValue {
  readonly keys: readonly string[]
  readonly text: string
  readonly line: number
}

/** So long a tag may be, so many names lead to a value, and so many values a file may have. */
const LONGEST_TAG = 8000
const NAMES = 8
const MOST = 50_000

const attribute = /(?:^|\s)(?:[\w.-]+:)?([\w.-]{1,80})\s{0,20}=\s{0,20}(?:"([^"]{0,2000})"|'([^']{0,2000})')/g
/** Attributes that name what an element holds, and those that hold it. */
const naming = /^(?:name|key|id)$/i
const holding = /^(?:value|default-?value|url|uri|host|endpoint|address|server|base-?(?:url|uri|address))$/i
/** Elements that say nothing themselves: what they hold belongs to the one around them, or to the `<key>` before them. */
const bare =
  /^(?:value|string|integer|real|array|dict|list|map|entry|item|property|settings?|add|configuration|plist|resources)$/i

/**
 * The values of XML: of attributes (`<add key="X" value="y"/>`), of elements (`<Url>y</Url>`, `<setting name="X"><value>y</value>`)
 * and of lists of properties (`<key>X</key><string>y</string>`). Comments and declarations are none. Linear.
 */
export function xmlValues(text: string, lines: Lines): XmlValue[] {
  const reader = new Reader(text, lines)
  let at = text.indexOf('<')
  while (at >= 0 && reader.found.length < MOST) {
    const skipped = endOfSkipped(text, at)
    const end = skipped ?? endOfTag(text, at)
    if (end < 0) break
    if (skipped === null) reader.tag(at, end)
    at = text.indexOf('<', end)
  }
  return reader.found
}

class Reader {
  readonly found: XmlValue[] = []
  private readonly text: string
  private readonly lines: Lines
  private readonly around: string[] = []
  private key: string | undefined

  constructor(text: string, lines: Lines) {
    this.text = text
    this.lines = lines
  }

  tag(at: number, end: number): void {
    const tag = this.text.slice(at + 1, end)
    const name = /^(?:[\w.-]+:)?([\w.-]+)/.exec(tag)?.[1]
    if (tag.startsWith('/')) this.around.pop()
    else if (name !== undefined) this.opened(name, tag, at, end)
  }

  private opened(name: string, tag: string, at: number, end: number): void {
    const given = [...tag.matchAll(attribute)].map(([, called = '', one, other]) => ({
      called,
      value: decoded(one ?? other ?? ''),
    }))
    const isBare = bare.test(name)
    const own = given.find(({ called }) => naming.test(called))?.value ?? (isBare ? this.key : undefined)
    for (const { called, value } of given)
      if (holding.test(called)) this.add([own ?? (/value$/i.test(called) ? name : called)], value, at)
    const isClosed = tag.endsWith('/')
    const content = isClosed ? { text: '', at: end } : contentBehind(this.text, end + 1)
    if (/^key$/i.test(name) && content.text !== '') this.key = content.text
    else {
      this.add(own !== undefined ? [own] : isBare ? [] : [name], content.text, content.at)
      if (isBare) this.key = undefined
    }
    if (!isClosed) this.around.push(own ?? (isBare ? '' : name))
  }

  private add(own: readonly string[], text: string, at: number): void {
    if (text === '' || text.length > 4000) return
    const keys = [...this.around.slice(-NAMES).filter(Boolean), ...own]
    if (keys.length > 0) this.found.push({ keys, text, line: this.lines.at(at) })
  }
}

/** Where a comment, a declaration or a section of characters ends; null: a tag begins here. */
function endOfSkipped(text: string, at: number): number | null {
  const closing = text.startsWith('<!--', at)
    ? '-->'
    : text.startsWith('<![CDATA[', at)
      ? ']]>'
      : /^<[?!]/.test(text.slice(at, at + 2))
        ? '>'
        : null
  return closing === null ? null : text.indexOf(closing, at + 2)
}

/** The `>` that ends a tag; one in quotes does not. */
function endOfTag(text: string, at: number): number {
  let quote = ''
  const longest = Math.min(text.length, at + LONGEST_TAG)
  for (let end = at + 1; end < longest; end += 1) {
    const char = text[end]!
    if (quote !== '') quote = char === quote ? '' : quote
    else if (char === '"' || char === "'") quote = char
    else if (char === '>') return end
  }
  return -1
}

/** The characters of an element up to the next tag, or a section of them. */
function contentBehind(text: string, start: number): { text: string; at: number } {
  const next = text.indexOf('<', start)
  const from = start + Math.max(0, text.slice(start, next < 0 ? start : next).search(/\S/))
  if (next < 0) return { text: '', at: start }
  if (!text.startsWith('<![CDATA[', next) || from < next - 1)
    return { text: decoded(text.slice(from, next).trim()), at: from }
  const end = text.indexOf(']]>', next)
  return { text: text.slice(next + 9, end < 0 ? next + 9 : end).trim(), at: next }
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const decoded = (text: string): string =>
  text.includes('&')
    ? text.replaceAll(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => entities[name]!)
    : text
