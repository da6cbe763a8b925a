import { names } from '@ai-census/cloud-kit'
import type { Thing } from '../finding.ts'
import type { Place } from '../place.ts'
import { supplierIn } from '../suppliers.ts'

/** A container as models, packages and inference components describe it. */
export interface Container {
  readonly image?: string | undefined
  /** What the image's name stood for when it was started; it has the digest. */
  readonly resolvedImage?: string | undefined
  readonly imageDigest?: string | undefined
  readonly artefacts?: readonly (string | undefined)[]
  readonly environment?: Readonly<Record<string, string>> | undefined
  /** Of a model of a hub: `…:hub-content/SageMakerPublicHub/Model/<name>/<version>`, or the name alone. */
  readonly hubContents?: readonly (string | undefined)[]
  /** The ARN of a model package, from Marketplace or a registry. */
  readonly modelPackage?: string | undefined
}

interface Source {
  readonly S3DataSource?:
    | {
        readonly S3Uri?: string | undefined
        readonly ManifestS3Uri?: string | undefined
        readonly HubAccessConfig?: { readonly HubContentArn?: string | undefined } | undefined
      }
    | undefined
}
interface Described {
  readonly Image?: string | undefined
  readonly ImageDigest?: string | undefined
  readonly ModelDataUrl?: string | undefined
  readonly ModelDataSource?: Source | undefined
  readonly AdditionalModelDataSources?: readonly Source[] | undefined
  readonly Environment?: Readonly<Record<string, string>> | undefined
  readonly ModelPackageName?: string | undefined
  readonly BaseModel?: { readonly HubContentName?: string | undefined } | undefined
}

/** SageMaker's description of a container of a model or a package. */
export function containerOf(it: Described): Container {
  const sources = [it.ModelDataSource, ...(it.AdditionalModelDataSources ?? [])].map(
    (one) => one?.S3DataSource,
  )
  return {
    image: it.Image,
    imageDigest: it.ImageDigest,
    artefacts: [it.ModelDataUrl, ...sources.map((one) => one?.S3Uri ?? one?.ManifestS3Uri)],
    environment: it.Environment ?? {},
    hubContents: [...sources.map((one) => one?.HubAccessConfig?.HubContentArn), it.BaseModel?.HubContentName],
    modelPackage: it.ModelPackageName,
  }
}

/**
 * Variables of AWS's, Hugging Face's and NVIDIA's serving containers whose values name a model. Of no other variable is the value
 * looked at.
 */
const MODEL_VARIABLES = [
  'HF_MODEL_ID',
  'OPTION_MODEL_ID',
  'SM_VLLM_MODEL',
  'SM_SGLANG_MODEL_PATH',
  'MODEL_ID',
  'NIM_MODEL_NAME',
]
const HUB_NAME = /^[\w.-]{1,96}\/[\w.-]{1,96}$/
const BUCKET = /^s3:\/\/[a-z0-9.-]{3,63}\/[^?#\s]*$/
const DIGEST = /@(sha256:[0-9a-f]{64})$/
const JUMPSTART = /\/jumpstart[\w-]*\/|^s3:\/\/jumpstart-/
const HUB_CONTENT = /:hub-content\/[^/]+\/[^/]+\/([^/]+)/

/** What images, artefacts and the names of models in the containers' settings say of where a model comes from. */
export function artefactsOf(
  place: Place,
  containers: readonly Container[],
): Pick<Thing, 'identifiers' | 'model'> & { attributes: NonNullable<Thing['attributes']> } {
  const named = containers.flatMap(({ environment = {} }) =>
    MODEL_VARIABLES.flatMap((name) => (Object.hasOwn(environment, name) ? [environment[name] ?? ''] : [])),
  )
  const hubs = [...new Set(named.filter((value) => HUB_NAME.test(value)))]
  const artefacts = [
    ...containers.flatMap((one) => [...(one.artefacts ?? [])]),
    ...named.filter((value) => BUCKET.test(value)),
  ]
  const owners = containers.flatMap(({ image }) => (image ? [place.catalogue.imageOwner(image)] : []))
  const model =
    hubs[0] ??
    containers.flatMap((one) => (one.hubContents ?? []).map((it) => hubModel(place, it))).find(Boolean) ??
    artefacts.map((one) => jumpStartModel(place, one)).find(Boolean) ??
    containers.map(({ modelPackage }) => packageModel(place, modelPackage)).find(Boolean)
  return {
    identifiers: [
      ...digestsOf(containers).map((value) => ({ type: 'image-digest', value })),
      ...hubs.map((value) => ({ type: 'huggingface-repo', value })),
    ],
    ...(model ? { model } : {}),
    attributes: {
      images: names(containers.map(({ image }) => image)),
      artefacts: names(artefacts),
      imageSuppliers: names(owners.map((owner) => owner?.supplier)),
      imageProducts: names(owners.map((owner) => owner?.product)),
    },
  }
}

function digestsOf(containers: readonly Container[]): string[] {
  const all = containers.flatMap(({ image = '', resolvedImage = '', imageDigest = '' }) => [
    DIGEST.exec(image)?.[1],
    DIGEST.exec(resolvedImage)?.[1],
    /^sha256:[0-9a-f]{64}$/.exec(imageDigest)?.[0],
  ])
  return [...new Set(all.flatMap((one) => (one ? [one] : [])))]
}

type Named = Exclude<Thing['model'], string>

function hubModel(place: Place, content: string | undefined): Named {
  const id = content?.startsWith('arn:') ? HUB_CONTENT.exec(content)?.[1] : content
  return id ? jumpStartNamed(place, id) : undefined
}

function jumpStartModel(place: Place, artefact: string | undefined): Named {
  if (!artefact || !JUMPSTART.test(artefact)) return undefined
  const parts = artefact.split('/').slice(3)
  const all = parts.map((part) => jumpStartNamed(place, part.replace(/\.tar\.gz$/, '')))
  return all.find((one) => one?.publisher)
}

/** `meta-textgeneration-llama-2-7b`, `huggingface-llm-mistral-7b`: what the task and the hub are called, then the model. */
export function jumpStartNamed(place: Place, id: string): NonNullable<Named> {
  const words = id.split('-')
  const forms = words.map((_, i) => words.slice(i).join('-'))
  const owner = forms.map((form) => place.catalogue.modelOwner(form)).find((one) => one !== null)
  return owner ? { id, publisher: owner.publisher } : { id }
}

/** A package of another account is a supplier's on AWS Marketplace; its name is all that says whose. */
export function packageModel(place: Place, arn: string | undefined): Named {
  const [, account, name] = /:(\d{12}|aws):model-package\/([^/]+)/.exec(arn ?? '') ?? []
  if (!name || account === place.account) return undefined
  const publisher = supplierIn(place, name) ?? jumpStartNamed(place, name).publisher
  return publisher ? { id: name, publisher } : { id: name }
}
