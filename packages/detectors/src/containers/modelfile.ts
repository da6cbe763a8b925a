import { looksLikeModel } from '../code/places.ts'
import type { Detector } from '../detector.ts'
import type { ModelSign } from '../signs.ts'

/** Files that make a model out of another for a server of models: `FROM llama3.1:8b`. */
export const modelfile: Detector = {
  id: 'containers/modelfile',
  when: 'always',
  limit: 200_000,
  claims: ({ name, extension }) => /^modelfile([._-].*)?$/.test(name) || extension === 'modelfile',
  analyse(input) {
    const supplier = input.catalogue.modelFileOwner('modelfile')
    if (supplier === null) return {}
    const models = input.text.split('\n').flatMap((text, index): ModelSign[] => {
      // A path is a model file of its own, not a name.
      const id = /^\s*FROM\s+([^\s./~][^\s]{1,200})\s*$/i.exec(text)?.[1]
      if (!id || !looksLikeModel(id) || /\.(gguf|safetensors|bin)$/i.test(id)) return []
      return [
        {
          value: id,
          place: 'model',
          supplier,
          method: 'configuration',
          strength: 'strong',
          line: index + 1,
          excerpt: input.excerpt(index + 1),
        },
      ]
    })
    return { models }
  },
}
