/** A text as the words that people do not vary: no accents, no case, no punctuation, `riskLevel` as two words. */
export function wordsOf(text: string): string {
  return text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Words that say nothing about what a column holds. */
const FILLERS: ReadonlySet<string> = new Set(
  `a an the of for and or in is to ai ml ki ia ais system systems systeme system's application applications app apps use case
  usecase tool tools solution service services der die das des dem den und oder fur von vom zu zur zum ki-system anwendung
  anwendungen le la les l du de d des et ou pour systeme outil el los las del y o para sistema sistemas aplicacion
  herramienta current internal overall please enter if applicable required mandatory optional pflichtfeld`.split(
    /\s+/,
  ),
)

export const withoutFillers = (words: string): string =>
  words
    .split(' ')
    .filter((word) => !FILLERS.has(word))
    .join(' ')
