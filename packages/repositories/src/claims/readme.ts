export const readmePaths = [
  'README.md',
  'readme.md',
  'Readme.md',
  'README.rst',
  'README.txt',
  'README',
] as const

/** The first sentence of the first paragraph that is prose; null where there is none. */
export function firstSentence(text: string): string | null {
  const paragraphs = text
    .slice(0, 20_000)
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/```[\s\S]*?```/g, '')
    .split(/\n\s*\n/)
  for (const paragraph of paragraphs) {
    const prose = proseOf(paragraph)
    // A heading's few words, a badge or a menu say nothing of a purpose.
    if (prose.length < 20 || !/\s\S+\s/.test(prose) || isMenu(prose)) continue
    const sentence =
      /^.*?(?<!\b(?:e\.g|i\.e|etc|vs|cf|approx|Inc|Dr|Mr|Ms))[.!?](?=\s|$)/.exec(prose)?.[0] ?? prose
    return sentence.length <= 400 ? sentence : `${sentence.slice(0, 399)}…`
  }
  return null
}

/** Links side by side: languages that the page is translated into, its chapters. */
const isMenu = (prose: string): boolean => /^[|·•]/.test(prose) || prose.split(/\s[|·•]\s/).length > 3

function proseOf(paragraph: string): string {
  const lines = paragraph
    .split('\n')
    .filter((line) => !/^\s*(#|[-*+] |\d+\. |\||>|=+\s*$|-+\s*$|\.\. |!\[|\[!)/.test(line))
  return lines
    .join(' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/!\[[^\]]*\]\([^)]*\)/g, ' ')
    .replace(/\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])?/g, '$1')
    .replace(/[*_`]{1,3}/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}
