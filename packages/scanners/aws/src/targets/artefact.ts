import type { Identifier } from '@ai-census/schema'
import type { Thing } from '../finding.ts'
import type { Place } from '../place.ts'

/**
 * Variables of AWS's and Hugging Face's serving containers whose values name a public model. Of no other variable is
 * the value looked at.
 */
const MODEL_VARIABLES = ['HF_MODEL_ID', 'SM_VLLM_MODEL', 'OPTION_MODEL_ID']
const HUB_NAME = /^[\w.-]{1,96}\/[\w.-]{1,96}$/
const DIGEST = /@(sha256:[0-9a-f]{64})$/
const JUMPSTART = /\/jumpstart[\w-]*\/|^s3:\/\/jumpstart-/

/** What image, artefact and the names of public models in a container's settings say of where a model comes from. */
export function artefactOf(
  place: Place,
  image: string | undefined,
  artefact: string | undefined,
  environment: Readonly<Record<string, string>>,
): Pick<Thing, 'identifiers' | 'model'> {
  const identifiers: Identifier[] = []
  const digest = DIGEST.exec(image ?? '')?.[1]
  if (digest) identifiers.push({ type: 'image-digest', value: digest })
  const hub = MODEL_VARIABLES.map((name) => environment[name]).find((value) => value && HUB_NAME.test(value))
  if (hub) identifiers.push({ type: 'huggingface-repo', value: hub })
  const jumpStart = JUMPSTART.test(artefact ?? '')
    ? artefact?.split('/').find((part) => place.catalogue.modelOwner(part))
    : undefined
  const model = hub ?? jumpStart
  return { identifiers, ...(model ? { model } : {}) }
}
