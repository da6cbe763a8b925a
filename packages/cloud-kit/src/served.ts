import { holdsKey, modelServer, namesModel, servedModels, wordsOf } from '@ai-census/detectors/served-model'
import type { Catalogue } from '@ai-census/signatures'

/** A container as a cloud describes it. */
export interface ServingContainer {
  readonly image?: string | undefined
  /** Entry point and arguments, in this order. */
  readonly command?: readonly (string | undefined)[] | undefined
  /** Of a variable whose name does not say that it holds a model the value is never looked at. */
  readonly environment?:
    | readonly { readonly name?: string | undefined; readonly value?: string | undefined }[]
    | undefined
}

/** A model that a container is told to serve. */
export interface Served {
  /** Whose program serves it. */
  readonly supplier: string
  readonly model: { readonly id: string; readonly publisher?: string }
}

/** `Qwen/Qwen2.5-7B-Instruct`, `llama3.1:8b`: a name that means something elsewhere, no folder and no address. */
const NAME = /^[\w.-]+(\/[\w.-]+)?(:[\w.-]+)?$/

/**
 * The models that a container is told to serve, by its command (`vllm serve X`, `--model X`) or by its variables, by the same
 * rules by which code is read. Nothing else of the command or of a value goes on from here.
 */
export function modelsServed(catalogue: Catalogue, container: ServingContainer): Served[] {
  const { image, command = [], environment = [] } = container
  const server = modelServer(catalogue, image)
  const words = command.flatMap((text) => (text ? wordsOf(text, 0) : []))
  const told = [
    ...servedModels(catalogue, words, server),
    ...environment.flatMap(({ name = '', value = '' }) =>
      server && namesModel(name) ? [{ id: value, supplier: server }] : [],
    ),
  ]
  const found = new Map<string, Served>()
  for (const { id, supplier } of told) {
    if (!NAME.test(id) || id.length > 200 || holdsKey(catalogue, id)) continue
    const publisher = catalogue.modelOwner(id)?.publisher
    found.set(`${supplier} ${id}`, { supplier, model: publisher ? { id, publisher } : { id } })
  }
  return [...found.values()]
}

/** Whether the value of a variable may be read to learn a model from it. */
export { namesModel }

/** How a workload shows its supplier. A command alone says what it serves where nobody knows the image. */
export const workloadMethod = (images: readonly string[], serves: boolean) =>
  serves ? (images.length > 0 ? 'image' : 'configuration') : 'environment-name'
