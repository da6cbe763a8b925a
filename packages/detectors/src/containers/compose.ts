import { looksLikeModel } from '../code/places.ts'
import { configValue } from '../config/config-value.ts'
import { type ConfigEntry, entriesIn } from '../config/tree-entries.ts'
import type { Detector, FilePath, Input } from '../detector.ts'
import type { ModelSign } from '../signs.ts'
import { readYaml } from '../text/structure.ts'

const isCompose = ({ name }: FilePath): boolean => /^(docker-)?compose([._-][\w.-]+)?\.ya?ml$/.test(name)

/**
 * The models of a Compose file: the element `models` of the whole file, and a service whose provider makes a model.
 * Compose has them run by one engine, which the catalogue knows by these parts of the format
 * (https://docs.docker.com/reference/compose-file/models/, https://docs.docker.com/compose/how-tos/provider-services/).
 */
export const compose: Detector = {
  id: 'containers/compose',
  when: 'always',
  extensions: ['yml', 'yaml'],
  limit: 500_000,
  claims: isCompose,
  analyse(input) {
    if (!/\bmodels?\b/.test(input.text) || /\{\{[^{}\n]{0,200}\}\}/.test(input.text)) return {}
    const entries = readYaml(input.lines).flatMap((document) => entriesIn(document))
    const partOf = parts(entries)
    const models = entries.flatMap((entry): ModelSign[] => {
      const part = partOf(entry)
      const supplier = part ? input.catalogue.resourceOwner(`Compose:${part}`)?.supplier : undefined
      const value = configValue(entry.text)
      if (!supplier || value === null || (typeof value === 'string' && !looksLikeModel(value))) return []
      const { line } = entry
      const excerpt = input.excerpt(line)
      return [{ value, supplier, place: 'model', method: 'configuration', strength: 'strong', line, excerpt }]
    })
    return models.length > 0 ? { models } : {}
  },
}

/** What is left of a file for those who read any configuration. */
export function withoutComposeModels(input: Input, entries: ConfigEntry[]): ConfigEntry[] {
  if (!isCompose(input)) return entries
  const partOf = parts(entries)
  return entries.filter((entry) => partOf(entry) === null)
}

/** The part of the format that a model stands in; null for anything else. */
function parts(entries: readonly ConfigEntry[]): (entry: ConfigEntry) => string | null {
  const providers = new Set(
    entries.flatMap(({ keys, text }) =>
      text === 'model' &&
      keys.length === 4 &&
      keys[0] === 'services' &&
      keys[2] === 'provider' &&
      keys[3] === 'type'
        ? [keys[1]]
        : [],
    ),
  )
  return ({ keys }) => {
    if (keys.length === 3 && keys[0] === 'models' && keys[2] === 'model') return 'models'
    const isOption =
      keys.length === 5 && keys[2] === 'provider' && keys[3] === 'options' && keys[4] === 'model'
    return isOption && keys[0] === 'services' && providers.has(keys[1]) ? 'provider/model' : null
  }
}
