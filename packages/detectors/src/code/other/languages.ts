import type { Language } from '@ai-census/signatures'

/** How a language writes comments, strings and imports. */
export interface LanguageForm {
  readonly language: Language
  readonly extensions: readonly string[]
  readonly line: readonly string[]
  readonly block: readonly (readonly [string, string])[]
  readonly quotes: readonly string[]
  /** Matches an import in text without comments; groups `module`, `alias`. */
  readonly imports: readonly RegExp[]
}

const packagesUnknown = { language: 'other', imports: [] } as const
const slashes = { line: ['//'], block: [['/*', '*/']] as const }

export const languages: readonly LanguageForm[] = [
  {
    language: 'go',
    extensions: ['go'],
    ...slashes,
    quotes: ['"', '`'],
    imports: [
      /^[ \t]*(?:import\s+)?(?:(?<alias>[\w.]+)[ \t]+)?"(?<module>[\w.-]+\.[a-z]{2,}\/[^"\s]+)"[ \t]*$/gm,
    ],
  },
  {
    language: 'java',
    extensions: ['java', 'kt', 'kts', 'scala', 'sc'],
    ...slashes,
    quotes: ['"""', '"'],
    imports: [/^[ \t]*import\s+(?:static\s+)?(?<module>[\w.]+)(?:\.\{|\.\*|;|\s|$)/gm],
  },
  // Groovy, which Jenkins' pipelines are written in too.
  {
    language: 'java',
    extensions: ['groovy'],
    ...slashes,
    quotes: ["'''", '"""', "'", '"'],
    imports: [/^[ \t]*import\s+(?:static\s+)?(?<module>[\w.]+)(?:\.\*|;|\s|$)/gm],
  },
  {
    language: 'csharp',
    extensions: ['cs', 'fs', 'vb', 'csx', 'razor', 'cshtml'],
    ...slashes,
    quotes: ['"""', '"'],
    imports: [
      /^[ \t]*@?(?:global\s+)?(?:using|open|Imports)\s+(?:static\s+)?(?:\w+\s*=\s*)?(?<module>[A-Z][\w.]+)\s*;?/gm,
    ],
  },
  {
    language: 'ruby',
    extensions: ['rb', 'rake', 'ru'],
    line: ['#'],
    block: [['\n=begin', '\n=end']],
    quotes: ['"', "'"],
    imports: [/^[ \t]*require\s*\(?\s*["'](?<module>[\w/.-]+)["']/gm],
  },
  {
    language: 'php',
    extensions: ['php', 'phtml'],
    line: ['//', '#'],
    block: [['/*', '*/']],
    quotes: ['"', "'"],
    imports: [/^[ \t]*use\s+(?:function\s+|const\s+)?\\?(?<module>[A-Z][\w\\]+)(?:\s+as\s+(?<alias>\w+))?/gm],
  },
  {
    language: 'rust',
    extensions: ['rs'],
    ...slashes,
    quotes: ['"'],
    imports: [/^[ \t]*(?:pub\s+)?(?:use|extern\s+crate)\s+(?<module>[a-z_]\w*(?:::\w+)*)/gm],
  },
  {
    language: 'swift',
    extensions: ['swift'],
    ...slashes,
    quotes: ['"""', '"'],
    imports: [/^[ \t]*(?:@\w+\s+)?import\s+(?:class\s+|struct\s+)?(?<module>[A-Z][\w.]*)/gm],
  },
  {
    language: 'dart',
    extensions: ['dart'],
    ...slashes,
    quotes: ['"', "'"],
    imports: [/^[ \t]*import\s+["'](?<module>package:[\w/.-]+)["'](?:\s+as\s+(?<alias>\w+))?/gm],
  },
  {
    language: 'elixir',
    extensions: ['ex', 'exs'],
    line: ['#'],
    block: [],
    quotes: ['"""', '"'],
    imports: [/^[ \t]*(?:alias|import|use|require)\s+(?<module>[A-Z][\w.]*)/gm],
  },
  {
    language: 'cpp',
    extensions: ['c', 'cc', 'cpp', 'cxx', 'h', 'hpp', 'hh'],
    ...slashes,
    quotes: ['"'],
    imports: [/^[ \t]*#\s*include\s*[<"](?<module>[\w./-]+)[>"]/gm],
  },
  {
    language: 'r',
    extensions: ['r', 'rmd', 'qmd'],
    line: ['#'],
    block: [],
    quotes: ['"', "'"],
    imports: [/\b(?:library|require|requireNamespace)\s*\(\s*["']?(?<module>[A-Za-z][\w.]+)/g],
  },
  // Addresses, variables and models stand in their texts as in any other language's.
  {
    ...packagesUnknown,
    extensions: ['lua', 'luau'],
    line: ['--'],
    block: [['--[[', ']]']],
    quotes: ['"', "'"],
  },
  {
    ...packagesUnknown,
    extensions: ['el', 'lisp', 'scm', 'rkt', 'fnl', 'clj', 'cljs', 'cljc', 'ahk'],
    line: [';'],
    block: [],
    quotes: ['"'],
  },
  {
    ...packagesUnknown,
    extensions: ['pl', 'pm', 'gd', 'coffee', 'tcl', 'nix'],
    line: ['#'],
    block: [],
    quotes: ['"', "'"],
  },
  {
    ...packagesUnknown,
    extensions: ['jl', 'nim', 'cr'],
    line: ['#'],
    block: [['#=', '=#']],
    quotes: ['"""', '"'],
  },
  {
    ...packagesUnknown,
    extensions: ['hs', 'lhs', 'elm', 'purs', 'applescript'],
    line: ['--'],
    block: [['{-', '-}']],
    quotes: ['"'],
  },
  { ...packagesUnknown, extensions: ['ml', 'mli'], line: [], block: [['(*', '*)']], quotes: ['"'] },
  { ...packagesUnknown, extensions: ['erl', 'hrl'], line: ['%'], block: [], quotes: ['"'] },
  { ...packagesUnknown, extensions: ['m', 'mm', 'zig', 'gleam', 'd', 'hx'], ...slashes, quotes: ['"'] },
  // Salesforce's Apex.
  { ...packagesUnknown, extensions: ['cls', 'trigger', 'apex'], ...slashes, quotes: ["'"] },
  {
    ...packagesUnknown,
    extensions: ['pas', 'dpr', 'pp', 'lpr'],
    line: ['//'],
    block: [
      ['{', '}'],
      ['(*', '*)'],
    ],
    quotes: ["'"],
  },
  { ...packagesUnknown, extensions: ['bas', 'vbs', 'frm'], line: ["'"], block: [], quotes: ['"'] },
]

/** By the language's own name, or by one of its files' extensions. */
export const formNamed = (name: string): LanguageForm | null =>
  languages.find(({ language, extensions }) => language === name || extensions.includes(name)) ?? null
