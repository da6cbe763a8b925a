import type { Input } from '../detector.ts'
import type { FileSigns } from '../signs.ts'
import { evaluate } from './evaluate.ts'
import { parseJavaScript } from './javascript/parse.ts'
import { parsePython } from './python/parse.ts'
import { codeSigns } from './signs.ts'

/** A program within a script or a pipeline, and the line on which it begins. */
export interface EmbeddedProgram {
  readonly language: 'python' | 'javascript'
  readonly text: string
  readonly line: number
}

/** So many lines a program within a script has, and so many programs a script. */
const LONGEST = 500
const MOST = 100

const handed = /\b(python3?|node|deno|bun)\b[^|;&\n]{0,80}<<-?\s{0,3}(?:\\|["']?)([A-Za-z_]\w{0,40})/
const told =
  /\b(?:(python3?)(?:\s{1,3}-[a-zA-Z])?\s{1,3}-c|(?:node|deno|bun)(?:\s{1,3}[\w-]{1,20})?\s{1,3}(?:-e|--eval))\s{1,3}(?:'([^']{1,8000})'|"([^"]{1,8000})")/g

const languageOf = (interpreter: string | undefined): EmbeddedProgram['language'] =>
  interpreter?.startsWith('python') ? 'python' : 'javascript'

/** Programs that a shell script hands to an interpreter: `python - <<EOF`, `node -e '…'`. */
export function programsIn(script: string): EmbeddedProgram[] {
  const lines = script.split('\n')
  const found: EmbeddedProgram[] = []
  let tried = 0
  for (let at = 0; at < lines.length && tried < MOST; at += 1) {
    const [, interpreter, name] = handed.exec(lines[at]!.slice(0, 400)) ?? []
    if (name === undefined) continue
    tried += 1
    const body = lines.slice(at + 1, at + 1 + LONGEST)
    const end = body.findIndex((line) => line.trim() === name)
    if (end < 0) continue
    found.push({ language: languageOf(interpreter), text: body.slice(0, end).join('\n'), line: at + 2 })
    at += end
  }
  if (!/\s(?:-c|-e|--eval)\s/.test(script)) return found
  let line = 1
  let from = 0
  for (const match of script.matchAll(told)) {
    if (found.length >= MOST) break
    const [all, interpreter, single, double = ''] = match
    const begins = match.index + all.length - 1 - (single ?? double).length
    line += script.slice(from, begins).split('\n').length - 1
    from = begins
    found.push({
      language: languageOf(interpreter),
      text: single ?? double.replaceAll(/\\(["$`\\])/g, '$1'),
      line,
    })
  }
  return found
}

/** What they are seen to do. All of them are one program, of the language that the first is written in. */
export function embeddedSigns(input: Input, programs: readonly EmbeddedProgram[]): FileSigns {
  const language = programs[0]?.language
  if (language === undefined) return {}
  const body = programs
    .filter((program) => program.language === language)
    .flatMap(({ text, line }) =>
      language === 'python'
        ? parsePython(`${'\n'.repeat(line - 1)}${dedented(text)}`).body
        : parseJavaScript('embedded.ts', withoutGaps(text), line).body,
    )
  // What a pipeline or a shell puts in is no part of the language, so that not all need be read.
  return codeSigns(evaluate({ body, partial: false }, language), input.catalogue, (line) =>
    input.excerpt(line),
  )
}

const withoutGaps = (text: string): string => text.replaceAll(/\$\{\{[^}\n]{0,200}\}\}/g, '_')

function dedented(text: string): string {
  const lines = withoutGaps(text).split('\n')
  const depth = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/)))
  return Number.isFinite(depth) ? lines.map((line) => line.slice(depth)).join('\n') : ''
}

/** Of what a script's lines say without what the programs in it say better. */
export function withoutSame(own: FileSigns, { models, hosts }: FileSigns): FileSigns {
  if (!models && !hosts) return own
  return {
    ...own,
    ...(own.models
      ? { models: own.models.filter((one) => !models?.some((other) => isSame(one, other, 'value'))) }
      : {}),
    ...(own.hosts
      ? { hosts: own.hosts.filter((one) => !hosts?.some((other) => isSame(one, other, 'host'))) }
      : {}),
  }
}

const isSame = <Key extends string>(
  one: { readonly line: number } & Readonly<Record<Key, unknown>>,
  other: { readonly line: number } & Readonly<Record<Key, unknown>>,
  key: Key,
): boolean => one.line === other.line && one[key] === other[key]
