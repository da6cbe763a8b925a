import { type Detector, Malformed } from '../detector.ts'
import { Lines } from '../text/lines.ts'
import { readYaml } from '../text/structure.ts'
import { entrySigns } from './entries.ts'
import { type ConfigEntry, entriesIn } from './tree-entries.ts'

const longest = 20_000

/** Prompty: a prompt whose front matter says which model answers it, and where. The prompt itself is prose. */
export const prompty: Detector = {
  id: 'config/prompty',
  when: 'literal',
  limit: 1_000_000,
  claims: ({ extension }) => extension === 'prompty',
  analyse(input) {
    const front = /^---\r?\n([\s\S]*?)\n---/.exec(input.text.slice(0, longest))?.[1]
    if (front === undefined) throw new Malformed('no front matter')
    // The line of the opening dashes comes first.
    const [tree] = readYaml(new Lines(`\n${front}`))
    return tree ? entrySigns(input, entriesIn(tree).filter(isModels).map(asConfiguration)) : {}
  },
}

/** Inputs and samples of the prompt configure nothing. */
const isModels = ({ keys }: ConfigEntry): boolean => keys[0] === 'model'

/** `type` says who answers, and variables are written `${env:NAME}`. */
const asConfiguration = (entry: ConfigEntry): ConfigEntry => ({
  ...entry,
  keys: entry.keys.at(-1) === 'type' ? [...entry.keys.slice(0, -1), 'provider'] : entry.keys,
  text: entry.text.replace(/^\$\{env:(\w+)\}$/i, (_, name: string) => `\${${name}}`),
})
