import { remembered } from '../text/memo.ts'

/** What a name (of an argument, a key, a variable) says of the value it holds. No vendor's name is needed. */
export type Place = 'base-url' | 'model' | 'key' | 'region' | 'provider' | 'service' | 'name'

const plain = (name: string): string => name.replace(/[-_.\s]/g, '').toLowerCase()

const baseUrl =
  /(base(urls?|uris?|path)|(url|uri)base|api(base|url|uri|host|endpoint)|endpoint(s|url|uri)?|server(url|uri)|serviceurl|inferenceurl|azureendpoint|resourcename)$/
const model =
  /(^|[a-z])(models?|modelids?|modelnames?|modelidentifier|deployment(name|id)?|enginename|modelname?orpath|modelslug|modelstring|modelapinames?|apimodels?|llmname|modelkey|(with|use|using|set)llm|modelarn|inferenceprofile(id|arn)?|repoid)$/
const notModel =
  /(datamodel|viewmodel|basemodel|usermodel|authmodel|formmodel|domainmodel|dbmodel|pydanticmodel|carmodel|devicemodel|phonemodel|hardwaremodel|productmodel|vehiclemodel|printermodel|cameramodel|threatmodel|pricingmodel|permissionmodel|objectmodel|responsemodel|requestmodel|inputmodel|outputmodel|submodel|relatedmodel|dommodel)s?$|^(ng|v)models?$/
const strict =
  /^(model|modelid|modelname|llm|engine|deployment|deploymentname|deploymentid|azuredeployment|modelnameorpath|pretrainedmodelnameorpath|repoid)$/
const key = /(apikey|apitoken|accesstoken|accesskey|authtoken|secretkey|apisecret|token|credential|authkey)$/

/** The meaning of a name, or null. */
export const placeOf = remembered(decidePlace)

function decidePlace(name: string): Place | null {
  const bare = plain(name)
  if (bare === '' || bare.length > 60) return null
  if (isModelPlace(name)) return 'model'
  if (baseUrl.test(bare)) return 'base-url'
  if (key.test(bare)) return 'key'
  if (/(^|aws)region(name)?$|^location$/.test(bare)) return 'region'
  if (/^(model)?provider(id|name)?$|^modelplatform(type)?$|^customllmprovider$|^apitype$/.test(bare))
    return 'provider'
  if (/^service(name|id)?$/.test(bare)) return 'service'
  if (bare === 'name' || bare === 'path') return 'name'
  return null
}

/** A name that holds a model's id; `DATA_MODEL` and kin hold something else. */
export const isModelPlace = remembered((name): boolean => {
  const bare = plain(name)
  return (model.test(bare) || strict.test(bare)) && !notModel.test(bare)
})

/** The name holds a model and nothing else in any program that speaks to one. */
export const isStrictModelPlace = (name: string): boolean => strict.test(plain(name))

/** A name that holds a container's image. */
export const isImagePlace = (name: string | undefined): boolean =>
  name !== undefined && /^(image|image_?name|container_?image|docker_?image)$/i.test(name)

/** Names of tables that tell models apart instead of choosing one. */
export const isTablePlace = (name: string): boolean =>
  /prefix|suffix|pattern|regex|licen[cs]e|deprecated|unsupported|legacy|blocked|denied|price|pricing|cost|limit|(reasoning|thinking)_?models$|window|encoding|alias|prefixes|family|families/i.test(
    name,
  )

/** Files that are named for the model that they have to do with, and are none: an archive, a program, a picture. */
const file =
  /\.(py|[cm]?jsx?|[cm]?tsx?|json|ya?ml|toml|xml|xsd|xslt?|dtd|wsdl|csv|tsv|txt|html?|css|md|log|sh|bat|ps1|exe|msi|dmg|pkg|deb|rpm|apk|appimage|jar|whl|dll|so|dylib|t?gz|bz2|xz|tar|7z|zip|png|jpe?g|svg|webp|gif|ico|mp[34]|wav|pdf)$/i

/** Paths of an API that many understand: `openai/v1/chat/completions`. */
const path = /\/v\d\/(?:(?:chat\/)?completions|embeddings|messages|responses|models)$/

/** What parts text into tokens lies in files as weights do, or is an encoding of OpenAI's (github.com/openai/tiktoken). */
const tokens =
  /tokenizer[\w.-]{0,60}\.(?:gguf|onnx|bin|safetensors|model)$|^(?:[rp]50k|cl100k|o200k)_\w{4,7}$/i

/** Folders in which programs keep what they have trained; `models/` is how Google writes its ids. */
const trained =
  /^(?:outputs?|results?|checkpoints?|ckpts?|weights|saved(?:_models?)?|trained(?:_models?)?|runs?|tmp|experiments?|artifacts?|logs?)\//i

/**
 * What a field of a form shows beside its value, or before it has one, and what text alone shows: `placeholder: 'gpt-5'`,
 * `Text("gpt-5")`. It says what people may write, and chooses nothing.
 */
export const isShownPlace = remembered(
  (name): boolean =>
    /^(?:Text|Label|(?:Secure|Outlined)?(?:Text)?Field)$/.test(name) ||
    /(?:placeholder|(?:hint|label|help|helper)(?:_?text)?|examples?|tooltip|metavar)$/i.test(name),
)

/** Addresses that people may try: `SAMPLE_URLS = ['https://mcp.acme.dev/mcp']`. */
export const isSamplePlace = remembered((name): boolean => sampled.test(name))
const sampled =
  /(?:(?:^|_)(?:SAMPLE|EXAMPLE|DEMO)S?_UR[IL]S?|(?:^|_)(?:sample|example|demo)s?_?(?:ur[il]|Ur[il]|UR[IL])s?|[a-z](?:Sample|Example|Demo)s?(?:Ur[il]|UR[IL])s?)$/

/** A text that may be a model's id at all. */
export const looksLikeModel = (text: string): boolean =>
  /^[A-Za-z0-9@][\w.:/@+-]{0,198}[A-Za-z0-9]$/.test(text) &&
  !/^https?:|^Mozilla\/\d|^\d{4}-\d\d-\d\d$|\/(resolve|blob)\//i.test(text) &&
  !file.test(text) &&
  !tokens.test(text) &&
  !path.test(text) &&
  !trained.test(text)

/** A name of an environment variable as people write them. */
export const isVariableName = (text: string): boolean => /^[A-Z][A-Z0-9_]{2,79}$/.test(text)
