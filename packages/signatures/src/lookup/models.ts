import { compileWhole, literalPrefix, MODEL_WINDOW } from '../match.ts'
import type { ModelFamily } from '../signature.ts'
import { weightsName } from './weights.ts'

export interface ModelOwner {
  readonly publisher: string
  /** The family's name for people; for a hub name outside every known family, the name itself. */
  readonly family: string
  /** ISO date from which the publisher no longer serves this id, where announced. */
  readonly retiresOn?: string
  /** Anybody may serve it. */
  readonly openWeights?: boolean
  /** Its ids are written with capitals. */
  readonly capitals?: boolean
  /** Its publisher does not serve it. */
  readonly elsewhere?: boolean
}

interface FamilyRule {
  owner: ModelOwner
  publisher: string
  pattern: string
  prefix: string
  test: (id: string) => boolean
}

const MOST_KNOWN = 20_000
/** How many first characters rules are found by. */
const INDEXED = 2

/** Model ids to publishers, through the prefixes and suffixes that hosts put around them. */
export class ModelTable {
  readonly #exact = new Map<string, ModelOwner>()
  /** Answers given: the same few names are asked for again and again. */
  readonly #known = new Map<string, ModelOwner | null>()
  readonly #organisations = new Map<string, string>()
  /** Longest literal beginning first, so that `llama-3.1-nemotron` is asked before `llama-`. */
  #rules: FamilyRule[] = []
  /** Of those, in their order, the ones that may hold for what begins with these two characters: a few of hundreds. */
  readonly #rulesByStart = new Map<string, FamilyRule[]>()
  /** Those without a literal beginning, which come last: asked for all at once first, since hardly any name is one. */
  #open: FamilyRule[] = []
  #mayBeOpen: (form: string) => boolean = () => false

  addFamily(publisher: string, model: ModelFamily): void {
    const owner = {
      publisher,
      family: model.family,
      ...(model.openWeights ? { openWeights: true } : {}),
      ...(model.capitals ? { capitals: true } : {}),
      ...(model.elsewhere ? { elsewhere: true } : {}),
    }
    for (const id of model.aliases ?? []) this.#exact.set(id.toLowerCase(), owner)
    for (const [id, retiresOn] of Object.entries(model.retirements ?? {}))
      this.#exact.set(id.toLowerCase(), { ...owner, retiresOn })
    const rule = {
      owner,
      publisher,
      pattern: model.pattern,
      prefix: literalPrefix(model.pattern),
      test: compileWhole(model.pattern),
    }
    this.#rules.push(rule)
  }

  addOrganisation(publisher: string, organisation: string): void {
    this.#organisations.set(organisation.toLowerCase(), publisher)
  }

  hasOrganisation(name: string): boolean {
    return this.#organisations.has(name.toLowerCase())
  }

  /** Call once after the last `addFamily`. */
  seal(): void {
    this.#rules = this.#rules.sort(
      (a, b) =>
        b.prefix.length - a.prefix.length ||
        Number(a.publisher > b.publisher) - Number(a.publisher < b.publisher),
    )
    this.#open = this.#rules.filter(({ prefix }) => prefix === '')
    this.#rules = this.#rules.filter(({ prefix }) => prefix !== '')
    this.#mayBeOpen = compileWhole(this.#open.map(({ pattern }) => `(?:${pattern})`).join('|'))
  }

  get(id: string): ModelOwner | null {
    if (id.length > MODEL_WINDOW) return null
    const known = this.#known.get(id)
    if (known !== undefined) return known
    const owner = this.#find(id)
    if (this.#known.size >= MOST_KNOWN) this.#known.clear()
    this.#known.set(id, owner)
    return owner
  }

  #find(id: string): ModelOwner | null {
    // How files of weights are named after their place on a hub: `Qwen_QwQ-32B`.
    const [, organisation = '', bare = ''] = /^([a-z][a-z-]{1,30})_(.+)$/.exec(id.trim().toLowerCase()) ?? []
    const placed = this.#organisations.has(organisation) ? this.#find(bare) : null
    if (placed?.openWeights) return placed
    const forms = formsOf(id.trim().toLowerCase())
    for (const form of forms) {
      const found = this.#exact.get(form)
      if (found) return found
    }
    for (const form of forms) {
      const rule =
        this.#rulesFor(form).find(({ prefix, test }) => form.startsWith(prefix) && test(form)) ??
        (this.#mayBeOpen(form) ? this.#open.find(({ test }) => test(form)) : undefined)
      if (rule) return rule.owner
    }
    return this.#byOrganisation(id)
  }

  #rulesFor(form: string): readonly FamilyRule[] {
    const start = form.slice(0, INDEXED)
    const known = this.#rulesByStart.get(start)
    if (known) return known
    const rules = this.#rules.filter(({ prefix }) => prefix.startsWith(start) || start.startsWith(prefix))
    if (this.#rulesByStart.size >= MOST_KNOWN) this.#rulesByStart.clear()
    this.#rulesByStart.set(start, rules)
    return rules
  }

  #byOrganisation(id: string): ModelOwner | null {
    const parts = id.trim().split('/')
    if (parts.length < 2) return null
    const publisher = this.#organisations.get(parts.at(-2)!.toLowerCase())
    return publisher ? { publisher, family: parts.at(-1)! } : null
  }
}

/**
 * The id and what is left of it without what hosts put before it: a path (`accounts/x/models/…`), a fine-tune's
 * mark (`ft:…`), dotted publisher and region names (`us.anthropic.…`); and without a version after `@` or `:`. Of a
 * file of weights, the model that it is named for.
 */
function formsOf(id: string): string[] {
  const forms = new Set([id])
  const name = id.replace(/^ft:/, '').split('/').at(-1)!
  forms.add(name)
  let rest = name
  for (let dot = /^[a-z-]+\./.exec(rest); dot; dot = /^[a-z-]+\./.exec(rest)) {
    rest = rest.slice(dot[0].length)
    forms.add(rest)
  }
  for (const form of [...forms]) forms.add(form.replace(/[@:].*$/, ''))
  const weights = weightsName(id)
  if (weights !== null) forms.add(weights)
  return [...forms].filter((form) => form !== '')
}
