import type { Ecosystem } from '@ai-census/signatures'
import { requirementOf } from '../manifests/pypi/requirement.ts'

interface Installed {
  readonly ecosystem: Ecosystem
  readonly name: string
  readonly range: string
}

/** `!pip install x` and `%pip install x`, `#r "nuget: X, 1.0"`: what a line of a notebook fetches. */
export function installedBy(line: string): Installed[] {
  const nuget = /^\s*#r\s+"nuget:\s*([\w.]+)\s*(?:,\s*([\w.*-]+))?"/.exec(line)
  if (nuget) return [{ ecosystem: 'nuget', name: nuget[1]!, range: nuget[2] ?? '' }]
  const match = /^\s*[!%]\s*(?:uv\s+)?(?:python3? -m\s+)?pip3?\s+install\s+(.{1,1000})$/.exec(line)
  if (!match) return []
  return match[1]!
    .split(/\s+/)
    .filter((word) => !word.startsWith('-'))
    .flatMap((word) => {
      const requirement = requirementOf(word.replace(/^["']|["']$/g, ''))
      return requirement ? [{ ecosystem: 'pypi', name: requirement.name, range: requirement.range }] : []
    })
}
