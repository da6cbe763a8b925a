import ignore from 'ignore'

export const codeownersPaths = [
  '.github/CODEOWNERS',
  'CODEOWNERS',
  'docs/CODEOWNERS',
  '.gitlab/CODEOWNERS',
] as const

/** Who owns a path by a CODEOWNERS file: the last line that matches; null for nobody. */
export function codeowners(text: string): (path: string) => string | null {
  const lines = text.split('\n').flatMap((line) => {
    const [pattern, ...owners] = withoutComment(line).trim().split(/\s+/)
    // GitLab's section headings look like patterns.
    if (!pattern || /^\^?\[/.test(pattern)) return []
    return [
      {
        matcher: ignore({ allowRelativePaths: true }).add(pattern),
        owners: owners.filter(isOwner).join(' '),
      },
    ]
  })
  return (path) => {
    for (let i = lines.length - 1; i >= 0; i--) {
      const line = lines[i]
      if (line?.matcher.ignores(path)) return line.owners || null
    }
    return null
  }
}

const withoutComment = (line: string) => line.replace(/(^|\s)#.*$/, '')
const isOwner = (text: string) => text.includes('@')
