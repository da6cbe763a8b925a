/** A word of a command as a shell parts it: without its quotes. */
export interface CommandWord {
  readonly text: string
  readonly line: number
  /** It was quoted, at least in part. */
  readonly quoted: boolean
}

export type Command = readonly CommandWord[]

/** So far a quote may reach that somebody opened; beyond, it was an apostrophe. */
const LONGEST_QUOTE = 8000
/** So deep substitutions may stand in one another. */
const MOST_NESTED = 100
/** A command within a command within a command. */
const DEEPEST = 4

/**
 * The commands of a script: parted at line ends, `;`, `|`, `&`, brackets and substitutions (`$(…)`), also within double quotes.
 * Comments and the texts that a script holds (`<<EOF`) are none. Linear in the script's length.
 */
export function commandsOf(script: string, firstLine = 1, depth = 0): Command[] {
  const reader = new Reader(script.replaceAll(/\$\{\{[^}\n]{0,200}\}\}/g, '$_'), firstLine)
  const commands = reader.read()
  if (depth >= DEEPEST) return commands
  return [...commands, ...commands.flatMap((command) => handed(command, depth))]
}

/** What a command is handed as a command of its own: `sh -c "…"`, `eval "…"`; and a line that is quoted whole. */
function handed(command: Command, depth: number): Command[] {
  return command.flatMap((word, index) => {
    if (!word.quoted || !/\s/.test(word.text)) return []
    const before = command[index - 1]
    const isCommand =
      (before === undefined && command.length === 1) ||
      (before !== undefined && !before.quoted && /^(?:-[a-z]{0,3}c|eval)$/.test(before.text)) ||
      (before !== undefined && /^ssh$/.test(command[0]?.text ?? '') && index === command.length - 1)
    return isCommand ? commandsOf(word.text, word.line, depth + 1) : []
  })
}

class Reader {
  private readonly text: string
  private at = 0
  private line: number
  private readonly found: Command[] = []
  private words: CommandWord[] = []
  private word = ''
  private quoted = false
  private wordLine: number
  /** Commands around the one that is read, and whether double quotes stand around it. */
  private readonly outer: { words: CommandWord[]; word: string; quoted: boolean; inQuotes: boolean }[] = []
  private readonly here: string[] = []
  private readonly first: number
  private alone: ReadonlyMap<string, { line: number; next: number }[]> | undefined

  constructor(text: string, firstLine: number) {
    this.text = text
    this.line = firstLine
    this.first = firstLine
    this.wordLine = firstLine
  }

  read(): Command[] {
    while (this.at < this.text.length) this.step()
    this.endCommand()
    while (this.outer.length > 0) this.leave()
    return this.found
  }

  private step(): void {
    const char = this.text[this.at]!
    const next = this.text[this.at + 1]
    if (char === '\\' || (char === '`' && next === '\n')) this.escape(next)
    else if (char === "'") this.single()
    else if (char === '"') this.double(this.at + 1)
    else if (char === '#' && this.word === '' && !this.quoted) this.comment()
    else if (char === '$' && next === '(') this.enter(false)
    else if (char === '<' && next === '<' && this.text[this.at + 2] !== '<') this.hereText()
    else if (char === ')' && this.outer.length > 0) this.leave()
    else this.plain(char)
  }

  private plain(char: string): void {
    this.at += 1
    if (char === '\n') this.endLine()
    else if (/\s/.test(char)) this.endWord()
    else if (/[;|&()`{}]/.test(char)) this.endCommand()
    else this.put(char)
  }

  private put(text: string): void {
    if (this.word === '' && !this.quoted) this.wordLine = this.line
    this.word += text
  }

  private escape(next: string | undefined): void {
    this.at += 2
    if (next === '\n') {
      this.line += 1
      this.endWord()
    } else if (next === '\r' && this.text[this.at] === '\n') {
      this.at += 1
      this.line += 1
      this.endWord()
    } else this.put(next ?? '')
  }

  private single(): void {
    const end = this.text.indexOf("'", this.at + 1)
    const isQuote = end >= 0 && end - this.at <= LONGEST_QUOTE
    if (isQuote) this.quote(this.text.slice(this.at + 1, end))
    else this.put("'")
    this.at = isQuote ? end + 1 : this.at + 1
  }

  /** What stands in double quotes from here on, up to a command within them. */
  private double(start: number): void {
    let end = start
    while (end < this.text.length && end - start < LONGEST_QUOTE) {
      if (this.text[end] === '"' || (this.text[end] === '$' && this.text[end + 1] === '(')) break
      end += this.text[end] === '\\' ? 2 : 1
    }
    this.at = start
    if (end >= this.text.length || end - start >= LONGEST_QUOTE) this.put('"')
    else {
      this.quote(this.text.slice(start, end))
      this.at = end
      if (this.text[end] === '"') this.at += 1
      else this.enter(true)
    }
  }

  private quote(text: string): void {
    this.put(text.replaceAll(/\\(["$`\\])/g, '$1'))
    this.quoted = true
    this.line += text.split('\n').length - 1
  }

  private comment(): void {
    const end = this.text.indexOf('\n', this.at)
    this.at = end < 0 ? this.text.length : end
  }

  private enter(inQuotes: boolean): void {
    this.at += 2
    if (this.outer.length >= MOST_NESTED) {
      this.put('$(')
      return
    }
    this.outer.push({ words: this.words, word: this.word, quoted: this.quoted, inQuotes })
    this.words = []
    this.word = ''
    this.quoted = false
  }

  private leave(): void {
    this.endCommand()
    this.at += 1
    const { words, word, quoted, inQuotes } = this.outer.pop()!
    this.words = words
    this.word = word
    this.quoted = quoted
    // The rest of the quotes in which the substitution stands.
    if (inQuotes) this.double(this.at)
  }

  private hereText(): void {
    const [all = '<<', , , name = ''] =
      /^<<(-?)\s{0,5}(\\|["']?)([A-Za-z_]\w{0,40})["']?/.exec(this.text.slice(this.at, this.at + 60)) ?? []
    if (name) this.here.push(name)
    this.at += all.length
    this.endWord()
  }

  private endWord(): void {
    if (this.word !== '' || this.quoted)
      this.words.push({ text: this.word, line: this.wordLine, quoted: this.quoted })
    this.word = ''
    this.quoted = false
  }

  private endCommand(): void {
    this.endWord()
    if (this.words.length > 0) this.found.push(this.words)
    this.words = []
  }

  private endLine(): void {
    this.endCommand()
    this.line += 1
    for (const name of this.here.splice(0)) this.skip(name)
  }

  /** Past the text that ends with a line of this name alone. */
  private skip(name: string): void {
    const ends = this.namesAlone().get(name) ?? []
    while (ends.length > 0 && ends.at(-1)!.line < this.line) ends.pop()
    const end = ends.pop()
    if (end === undefined) return
    this.at = end.next
    this.line = end.line + 1
  }

  /** By name, the lines that hold nothing else, the last one first; so that each is looked at once. */
  private namesAlone(): ReadonlyMap<string, { line: number; next: number }[]> {
    if (this.alone) return this.alone
    const found = new Map<string, { line: number; next: number }[]>()
    let next = 0
    for (const [index, text] of this.text.split('\n').entries()) {
      next += text.length + 1
      const name = text.length > 120 ? '' : text.trim()
      if (/^[A-Za-z_]\w*$/.test(name))
        found
          .set(name, found.get(name) ?? [])
          .get(name)
          ?.push({ line: this.first + index, next })
    }
    for (const ends of found.values()) ends.reverse()
    this.alone = found
    return found
  }
}
