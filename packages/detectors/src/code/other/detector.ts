import type { Detector } from '../../detector.ts'
import { packagesByCode } from '../../manifests/npm/page.ts'
import { codeSigns } from '../signs.ts'
import { type LanguageForm, languages } from './languages.ts'
import { readOther } from './read.ts'

const byExtension = new Map<string, LanguageForm>(
  languages.flatMap((form) => form.extensions.map((extension) => [extension, form] as const)),
)

/** Go, Java, Kotlin, Scala, C#, Ruby, PHP, Rust, Swift, Dart, Elixir, C and C++, R, and others whose packages nobody knows: by tokens. */
export const otherLanguages: Detector = {
  id: 'code/other',
  when: 'literal',
  limit: 2_000_000,
  claims: ({ extension }) => byExtension.has(extension),
  analyse(input) {
    const form = byExtension.get(input.extension)
    if (!form) return {}
    const signs = codeSigns(readOther(input.text, form, input.catalogue), input.catalogue, (line) =>
      input.excerpt(line),
    )
    // Templates of pages hold the pages' own code.
    const packages = /^(?:php|cshtml|razor)$/.test(input.extension) ? packagesByCode(input) : []
    return packages.length > 0 ? { ...signs, packages } : signs
  },
}
