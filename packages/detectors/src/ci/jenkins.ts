import { formNamed, type LanguageForm } from '../code/other/languages.ts'
import { type Literal, readOther, strip } from '../code/other/read.ts'
import { codeSigns } from '../code/signs.ts'
import { entrySigns } from '../config/entries.ts'
import type { ConfigEntry } from '../config/tree-entries.ts'
import { imageSign } from '../containers/image.ts'
import type { Detector, Input } from '../detector.ts'
import { mergeSigns } from '../merge.ts'
import { shellSigns } from '../shell/shell.ts'

/**
 * Jenkins' pipelines: the scripts that steps hand to a shell, the variables that they set, and what the pipeline asks by itself
 * (jenkins.io/doc/pipeline/steps/workflow-durable-task-step, jenkins.io/doc/book/pipeline/syntax). Shared libraries of steps are Groovy
 * files, whose other texts are read as any program's.
 */
export const jenkins: Detector = {
  id: 'ci/jenkins',
  when: 'literal',
  limit: 1_000_000,
  claims: ({ name, extension }) => isPipeline(name) || extension === 'groovy',
  analyse(input) {
    const form = formNamed('groovy')
    if (form === null) return {}
    const { code, literals } = strip(input.text, form)
    const scripts = literals.filter((literal) => isScript(code, literal))
    const steps = scripts.length > 0 ? [shellSigns({ ...input, text: scriptAlone(input.text, scripts) })] : []
    return mergeSigns(
      isPipeline(input.name) ? [...steps, ...pipelineSigns(input, form, code, literals, scripts)] : steps,
    )
  },
}

const isPipeline = (name: string): boolean => /^jenkinsfile\b|\.jenkinsfile$/.test(name)

/** What stands before the script of a step: `sh '…'`, `bat(script: "…")`, `sh(label: 'x', returnStdout: true, script: '''…''')`. */
const stepBefore =
  /(?:^|[\s;{}=(])(?:sh|bat|powershell|pwsh)[\s(]{1,60}(?:(?:label|encoding|returnStdout|returnStatus)\s{0,5}:\s{0,5}(?:'[^'\n]{0,120}'|"[^"\n]{0,120}"|\w{1,20}),\s{0,60}){0,4}(?:script\s{0,5}:\s{0,60})?$/

const before = (code: string, { start }: Literal, marks: RegExp): string =>
  code.slice(Math.max(0, start - 500), start).replace(marks, '')

const isScript = (code: string, literal: Literal): boolean =>
  stepBefore.test(before(code, literal, /(?:'''|"""|'|")$/))

/** The scripts alone, each on the lines on which it stands, as the shell is handed them. */
function scriptAlone(text: string, scripts: readonly Literal[]): string {
  let end = 0
  const parts = scripts.map(({ text: script, start, end: to }) => {
    const gap = text.slice(end, start).replaceAll(/[^\n]/g, '')
    const parted = gap === '' && end > 0 ? ' ; ' : gap
    end = to
    return parted + unescaped(script)
  })
  return parts.join('')
}

const unescaped = (script: string): string =>
  script.replaceAll(/\\(["'$\\])/g, '$1').replaceAll(/\$\{env\.(?=[A-Z])/g, '${')

function pipelineSigns(
  input: Input,
  form: LanguageForm,
  code: string,
  literals: readonly Literal[],
  scripts: readonly Literal[],
) {
  const { catalogue, lines } = input
  const others = literals.filter((literal) => !scripts.includes(literal))
  const images = others.flatMap((literal) =>
    /\bimage\s{1,10}$/.test(before(code, literal, /["']$/))
      ? imageSign(input, literal.text, lines.at(literal.start))
      : [],
  )
  const program = readOther(withoutScripts(input.text, scripts), form, catalogue)
  return [
    codeSigns(program, catalogue, (line) => input.excerpt(line)),
    entrySigns(input, [...others.flatMap((literal) => entryOf(input, code, literal)), ...kept(input, code)]),
    { named: images },
  ]
}

const withoutScripts = (text: string, scripts: readonly Literal[]): string => {
  let from = 0
  const parts = scripts.map(({ start, end }) => {
    const part = text.slice(from, start) + text.slice(start, end).replaceAll(/[^\n]/g, ' ')
    from = end
    return part
  })
  return parts.join('') + text.slice(from)
}

/** A variable that a pipeline sets by a text: `environment { X = 'y' }`, `withEnv(['X=y'])`, `string(name: 'X', defaultValue: 'y')`. */
function entryOf({ lines }: Input, code: string, literal: Literal): ConfigEntry[] {
  const line = lines.at(literal.start)
  const ahead = before(code, literal, /["']$/)
  const [, listed, value] = /^([A-Z][A-Z0-9_]{2,79})=(.*)$/s.exec(literal.text) ?? []
  if (listed !== undefined)
    return /\bwithEnv\b[^)]*$/.test(ahead) ? [{ keys: [listed], text: value ?? '', line }] : []
  const name =
    /(?:^|[\n{;])[ \t]*(?:env\.)?([A-Z][A-Z0-9_]{2,79})\s{0,5}=\s{0,5}$/.exec(ahead)?.[1] ??
    /\bname\s{0,5}:\s{0,5}["']([A-Z][A-Z0-9_]{2,79})["']\s{0,5},\s{0,60}defaultValue\s{0,5}:\s{0,5}$/.exec(
      ahead,
    )?.[1]
  return name === undefined ? [] : [{ keys: [name], text: literal.text, line }]
}

/** Variables that hold what Jenkins keeps for the pipeline: `X_KEY = credentials('x')`. */
const kept = ({ lines }: Input, code: string): ConfigEntry[] =>
  [...code.matchAll(/(?<=^|[\n{;])[ \t]*([A-Z][A-Z0-9_]{2,79})\s{0,5}=\s{0,5}credentials\s{0,3}\(/g)].map(
    ({ 0: all, 1: name = '', index }) => ({ keys: [name], text: '', line: lines.at(index + all.length - 1) }),
  )
