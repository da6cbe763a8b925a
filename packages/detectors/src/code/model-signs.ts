import type { Catalogue } from '../catalogue.ts'
import { conventions } from '../data/conventions.ts'
import { constructModels } from '../iac/constructs.ts'
import { foundationModels } from '../iac/foundation-models.ts'
import { grantedModel } from '../iac/granted-models.ts'
import type { CallSign, ModelSign, Value } from '../signs.ts'
import { addressesIn } from '../text/urls.ts'
import type { CodeFacts, TextFact } from './facts.ts'
import { kitModels } from './kit-models.ts'
import { isKnown } from './known-models.ts'
import { modelsInAddresses, weightsFetched } from './model-addresses.ts'
import {
  isImagePlace,
  isShownPlace,
  isStrictModelPlace,
  isTablePlace,
  isVariableName,
  looksLikeModel,
  placeOf,
} from './places.ts'
import { returnedModel } from './returned-models.ts'
import { bareName, supplierNamed } from './supplier-named.ts'
import { smallerWeights, weightsModel } from './weights.ts'

/** Models that a program names. `ai`: whether the file speaks to AI at all, by another sign. */
export function modelSigns(
  facts: CodeFacts,
  catalogue: Catalogue,
  excerpt: (line: number) => string,
  ai: boolean,
): ModelSign[] {
  const signs: ModelSign[] = []
  const seen = new Set<string>()
  const datasets = datasetsRead(facts)
  const add = (sign: Omit<ModelSign, 'excerpt'>) => {
    if (typeof sign.value === 'string' && datasets.has(sign.value)) return
    const key = `${sign.line} ${JSON.stringify(sign.value)} ${sign.call ?? ''}`
    if (seen.has(key)) return
    seen.add(key)
    signs.push({ ...sign, excerpt: excerpt(sign.line) })
  }
  for (const [index, call] of facts.calls.entries())
    for (const name of Object.keys(call.named)) {
      const value = call.named[name] ?? null
      if (value === null || placeOf(name.slice(name.lastIndexOf('.') + 1)) !== 'model') continue
      if (readsData(call) || namesOwn(call, name)) continue
      add({
        value,
        place: name,
        ...providerAround(call, name),
        method: 'call',
        call: index,
        strength: 'strong',
        line: call.lines?.[name] ?? call.line,
      })
    }
  for (const { call, name, value, line } of constructModels(facts, catalogue))
    add({ value, place: name, method: 'call', call, strength: 'strong', line })
  for (const sign of foundationModels(facts)) add(sign)
  const texts = [...facts.texts, ...kitModels(facts, catalogue)]
  const among = areListed(texts, catalogue)
  for (const fact of texts) {
    const granted = fact.mentioned ? null : grantedModel(fact.text, catalogue)
    if (granted) {
      add({ ...granted, line: fact.line })
      continue
    }
    const sign =
      idOfModel(fact, facts, catalogue) ??
      returnedModel(fact, catalogue, ai) ??
      textModel(fact, catalogue, ai, facts, among) ??
      smallerWeights(fact, ai)
    if (sign) add(sign)
    const fetched = fact.mentioned ? null : weightsFetched(fact.text, catalogue)
    if (fetched) add({ ...fetched, line: fact.line })
    for (const value of fact.mentioned ? [] : modelsInAddresses(fact.text, catalogue))
      add({ value, method: 'model-id', strength: 'medium', line: fact.line })
  }
  for (const [index, call] of facts.calls.entries()) {
    const [first] = call.positional
    if (first === undefined || first === null || readsData(call)) continue
    const isFirst = conventions.modelFirst.test(call.callee)
    if (
      isFirst
        ? typeof first !== 'string' || isHubName(first, catalogue)
        : isHanded(facts, catalogue, call, first)
    )
      add({ value: first, method: 'call', call: index, strength: 'strong', line: call.line })
  }
  return signs
}

/** The provider in the record that an argument's record stands in: `llm={"provider": "groq", "config": {"model": "x"}}`. */
function providerAround({ named }: CallSign, name: string): { provider?: string } {
  const around = name.split('.').slice(0, -2)
  const provider = around.length > 0 ? named[[...around, 'provider'].join('.')] : undefined
  return typeof provider === 'string' ? { provider } : {}
}

/** Kits that call a model's id by that word alone: `Acme(id="acme-1")`. */
function idOfModel(
  { text, line, place, call: index, mentioned }: TextFact,
  facts: CodeFacts,
  catalogue: Catalogue,
): Omit<ModelSign, 'excerpt'> | null {
  const call = place !== 'id' || mentioned || index === undefined ? undefined : facts.calls[index]
  return call?.constructs && !readsData(call) && isHanded(facts, catalogue, call, text)
    ? { value: text, place, call: index, method: 'model-id', strength: 'strong', line }
    : null
}

/** A deployment of the program's own: `@serve.deployment(name="translator-2")`. */
const namesOwn = ({ callee }: CallSign, name: string): boolean =>
  conventions.ownDeployment.test(callee) && /name$|^deployment/.test(name)

/** `load_dataset("acme/questions-7k")`, `hf_hub_download("acme/questions-7k", repo_type="dataset")`. */
const readsData = ({ callee, named }: CallSign): boolean =>
  conventions.datasetLoad.test(callee) || named.repo_type === 'dataset'

/** Data sets are named as models are, on the same hub; what stands for such a name is none of a model either. */
function datasetsRead({ calls, values }: CodeFacts): ReadonlySet<string> {
  const names = calls
    .filter(readsData)
    .flatMap(({ positional, named }) => [positional[0] ?? null, named.path ?? null, named.repo_id ?? null])
    .map((value) =>
      value !== null && typeof value === 'object' && 'ref' in value ? values.get(value.ref) : value,
    )
  return new Set(names.filter((name) => typeof name === 'string'))
}

/** A client of the catalogue is handed a model that the catalogue knows: `mistral(process.env.MODEL ?? 'mistral-large-latest')`. */
function isHanded(
  facts: CodeFacts,
  catalogue: Catalogue,
  { callee, language }: CallSign,
  first: Value,
): boolean {
  const known = (text: string) => looksLikeModel(text) && catalogue.modelOwner(text) !== null
  if (!textsIn(first).some(known)) return false
  const [root = ''] = callee.split(/\W/)
  const made = facts.values.get(root) ?? null
  const maker =
    made !== null && typeof made === 'object' && 'call' in made ? facts.calls[made.call] : undefined
  return [root, maker?.callee.split(/\W/)[0] ?? ''].some((name) => {
    const [module] = facts.links.get(name)?.split('#') ?? []
    return module !== undefined && catalogue.importOwner(language, module) !== null
  })
}

/** A text, a variable's default, or what stands for choice. */
function textsIn(value: Value): string[] {
  if (typeof value === 'string') return [value]
  if (value === null) return []
  if ('any' in value) return value.any.flatMap((one) => (typeof one === 'string' ? [one] : []))
  return 'env' in value && typeof value.or === 'string' ? [value.or] : []
}

/** A name on a hub, and no path to weights that lie here. */
const isHubName = (text: string, catalogue: Catalogue): boolean =>
  looksLikeModel(text) &&
  // Without a number, its publisher must be known: `allenai/scibert_scivocab_uncased`.
  (/[-\d]/.test(text) || (text.includes('/') && catalogue.modelOwner(text) !== null)) &&
  /^[\w.-]+(\/[\w.-]+)?$/.test(text) &&
  !/^(\.|models?|output|results?|checkpoints?|ckpts?|weights|saved|runs?|data|tmp|exp|logs?)([/_-]|s?$)|\.(pt|pth|bin|h5|onnx|gguf|safetensors|joblib|pkl)$/i.test(
    text,
  )

/** A file of weights that is named for a model; not one within a model of a hub that the same call names. */
function weightsFile(
  { text, line, place, call }: TextFact,
  calls: readonly CallSign[],
): Omit<ModelSign, 'excerpt'> | null {
  const around = call === undefined ? undefined : calls[call]
  const others = Object.entries(around?.named ?? {}).filter(([name]) => name !== place)
  const [first] = around?.positional ?? []
  if (others.some(([name, value]) => value !== null && placeOf(name) === 'model')) return null
  if (around && conventions.modelFirst.test(around.callee) && typeof first === 'string' && first !== text)
    return null
  return {
    value: text,
    line,
    place: 'model',
    ...(call === undefined ? {} : { call }),
    method: 'model-id',
    strength: 'strong',
  }
}

/** A server's image with a tag, as a program starts a container of it: `ollama/ollama:0.1.26`. */
const isServersImage = (text: string, catalogue: Catalogue): boolean =>
  /:[\w.-]+$/.test(text) && catalogue.imageOwner(text) !== null && catalogue.modelOwner(text) === null

const asking = /(?:^|\.)(?:get|use|select)_?(?:async|chat|language|embedding)?_?(?:model|llm)$/i

/** A helper that is asked for a model by its id: `llm.get_model("gpt-4o-mini")`, `registry.getModel('claude-sonnet-4-5')`. */
const placeAsked = (call: CallSign | undefined, text: string, catalogue: Catalogue): string | undefined =>
  call !== undefined &&
  asking.test(call.callee) &&
  call.positional[0] === text &&
  /\d/.test(text) &&
  catalogue.modelOwner(text) !== null
    ? 'model'
    : undefined

/** The whole id of a family that the catalogue knows, with nothing before it. */
const isPlainModel = (text: string, catalogue: Catalogue): boolean =>
  /^[a-z][a-z0-9]*-[a-z0-9-]+$/.test(text) && catalogue.modelOwner(text) !== null

/**
 * What calls itself an id or a value needs no number to be a model that only its publisher serves, where the file speaks to
 * that one: `{ id: 'deepseek-chat' }`.
 */
function isIdOfPublisher({ text, place }: TextFact, facts: CodeFacts, catalogue: Catalogue): boolean {
  const owner = place === 'id' || place === 'value' ? catalogue.modelOwner(text) : null
  return owner !== null && owner.openWeights !== true && addressed(facts, catalogue).has(owner.publisher)
}

const addressees = new WeakMap<CodeFacts, ReadonlySet<string>>()

/** Whose addresses stand in a file. Each of many ids may ask, so they are gathered once. */
function addressed(facts: CodeFacts, catalogue: Catalogue): ReadonlySet<string> {
  const known = addressees.get(facts)
  if (known) return known
  const found = new Set<string>()
  for (const { text, mentioned } of facts.texts)
    for (const { host, path } of !mentioned && text.includes('://') ? addressesIn(text, 3) : []) {
      const owner = catalogue.hostOwner(host, path)
      if (owner) found.add(owner.supplier)
    }
  addressees.set(facts, found)
  return found
}

/** From so many models on, a file names models, and one among them needs no number: `gemini-pro` beside `gemini-1.5-pro`. */
const LISTED = 5

function areListed(texts: readonly TextFact[], catalogue: Catalogue): boolean {
  const seen = new Set<string>()
  for (const { text, mentioned } of texts) {
    if (mentioned || !/\d/.test(text) || !/[-:/._]/.test(text) || !looksLikeModel(text)) continue
    if (catalogue.modelOwner(text) !== null && seen.add(text).size >= LISTED) return true
  }
  return false
}

/**
 * The supplier whose address stands in the same record, or whose name leads to it: in a record of models, as the label of a
 * choice.
 */
function suppliedBeside({ address, among, arm }: TextFact, catalogue: Catalogue): string | null {
  const [at] = address === undefined ? [] : addressesIn(address, 1)
  const owner = at ? catalogue.hostOwner(at.host, at.path, at.port) : null
  if (owner) return owner.supplier
  const name = among === undefined ? arm : isTablePlace(among.place) ? undefined : among.key
  return name === undefined ? null : supplierNamed(catalogue, name)
}

/** It stands beside the name of a provider, as models do: `{ name: 'acme-chat', provider: 'acme' }`. */
const isOfProvider = ({ provider }: TextFact, catalogue: Catalogue): boolean =>
  provider !== undefined && supplierNamed(catalogue, provider) !== null

/** A model that is the key of a table which says what it is called or who serves it: among prices it is there, and chosen by nobody. */
function offeredModel(
  fact: TextFact,
  offered: NonNullable<TextFact['offered']>,
  catalogue: Catalogue,
): Omit<ModelSign, 'excerpt'> | null {
  const { text, line, provider } = fact
  if (!looksLikeModel(text) || !isKnown(text, catalogue) || isWrittenForPeople(fact, catalogue)) return null
  if (!/\d|-latest$/.test(text) && !isOfProvider(fact, catalogue)) return null
  return {
    value: text,
    line,
    ...(provider ? { provider } : {}),
    method: 'model-id',
    strength: offered === 'prices' ? 'weak' : 'medium',
  }
}

/**
 * With capitals: a name on a button chooses nothing. Not a constant of a family whose ids are written so, nor what is named
 * for the model itself: `MINIMAX_M2 = "MiniMax-M2"`, `model = "GLM-4.7"`, `case minimax_m2 = "MiniMax-M2"`.
 */
const isWrittenForPeople = ({ text, place = '' }: TextFact, catalogue: Catalogue): boolean =>
  text !== text.toLowerCase() &&
  !text.includes('/') &&
  !(
    (isVariableName(place) || isStrictModelPlace(place) || bareName(place) === bareName(text)) &&
    catalogue.modelOwner(text)?.capitals
  )

function textModel(
  fact: TextFact,
  catalogue: Catalogue,
  ai: boolean,
  facts: CodeFacts,
  among: boolean,
): Omit<ModelSign, 'excerpt'> | null {
  // A table of prices or limits, a comparison: named, but not chosen.
  if (fact.mentioned) return null
  if (fact.offered) return offeredModel(fact, fact.offered, catalogue)
  if (fact.place !== undefined && (isTablePlace(fact.place) || isShownPlace(fact.place))) return null
  if (weightsModel(catalogue, fact.text) !== null) return weightsFile(fact, facts.calls)
  if (!looksLikeModel(fact.text)) return null
  if (isImagePlace(fact.place) || isServersImage(fact.text, catalogue)) return null
  // A data set is named as models are, on the same hub.
  const call = fact.call === undefined ? undefined : facts.calls[fact.call]
  if (call && (readsData(call) || namesOwn(call, fact.place ?? 'name'))) return null
  const beside = suppliedBeside(fact, catalogue)
  const place =
    fact.among && beside ? fact.among.place : (fact.place ?? placeAsked(call, fact.text, catalogue))
  const inPlace = place !== undefined && placeOf(place) === 'model'
  const known = isKnown(fact.text, catalogue)
  const base = {
    value: fact.text,
    line: fact.line,
    ...(place ? { place } : {}),
    ...(beside ? { beside } : {}),
    ...(fact.provider ? { provider: fact.provider } : {}),
    ...(fact.call === undefined ? {} : { call: fact.call }),
  }
  const isDefault = inPlace && (beside !== null || isVariableName(place))
  if (
    known &&
    !isDefault &&
    !(inPlace && fact.provider) &&
    fact.call === undefined &&
    isWrittenForPeople(fact, catalogue)
  )
    return null
  if (inPlace && known) return { ...base, method: 'model-id', strength: 'strong' }
  // An unknown id counts where the place holds nothing but models and the file speaks to one; among several words it is numbered.
  if (
    inPlace &&
    ai &&
    (/s$/i.test(place) ? /[\d:/]/ : /[\d:/-]/).test(fact.text) &&
    (fact.call !== undefined || isStrictModelPlace(place) || /model/i.test(place))
  )
    return { ...base, method: 'model-id', strength: 'medium' }
  // A program that runs the model: `qwen3-asr-cli`.
  if (/-(cli|server|sdk|proxy)$/.test(fact.text)) return null
  // The key of a translation.
  if (call && /(^|[.$])(t|i18n|translate|formatMessage|gettext)$/.test(call.callee)) return null
  if (isWrittenForPeople(fact, catalogue)) return null
  const isNumbered = /\d|-latest$/.test(fact.text) && /[-:/._@]/.test(fact.text)
  const isPlain = known && !isNumbered && isPlainModel(fact.text, catalogue)
  if (
    !known ||
    !(
      isNumbered ||
      (isPlain && (among || isOfProvider(fact, catalogue) || isIdOfPublisher(fact, facts, catalogue)))
    )
  )
    return null
  return { ...base, method: 'model-id', strength: 'medium' }
}
