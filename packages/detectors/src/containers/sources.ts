import type { Detector } from '../detector.ts'
import type { NamedSign } from '../signs.ts'
import { serversBuilt } from './served-model.ts'

/** Lines that fetch a source: a submodule's address, and those by which CMake fetches what it builds. */
const fetches = /^\s*(?:url\s*=|GIT_REPOSITORY\b|URL\b|GITHUB_REPOSITORY\b)/

/** Sources of other projects that are built in: `.gitmodules`, `FetchContent` and `ExternalProject` of CMake. */
export const sources: Detector = {
  id: 'containers/sources',
  when: 'literal',
  limit: 500_000,
  claims: ({ name, extension }) =>
    name === '.gitmodules' || name === 'cmakelists.txt' || extension === 'cmake',
  analyse(input) {
    const named = input.text.split('\n').flatMap((text, index): NamedSign[] => {
      if (!fetches.test(text)) return []
      return serversBuilt(input.catalogue, text.slice(0, 1000)).map((built) => ({
        type: 'server',
        ...built,
        line: index + 1,
        excerpt: input.excerpt(index + 1),
      }))
    })
    return named.length > 0 ? { named } : {}
  },
}
