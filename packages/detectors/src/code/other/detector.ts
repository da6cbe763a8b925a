import type { Detector } from '../../detector.ts'
import { packagesByCode } from '../../manifests/npm/page.ts'
import { mergeSigns } from '../../merge.ts'
import { methodSigns } from '../methods.ts'
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
    const program = readOther(input.text, form, input.catalogue)
    return mergeSigns([
      codeSigns(program, input.catalogue, (line) => input.excerpt(line)),
      methodSigns(input, form.language),
      // Templates of pages hold the pages' own code.
      /^(?:php|cshtml|razor)$/.test(input.extension) ? { packages: packagesByCode(input) } : {},
    ])
  },
}
