import type { Context, Evidence, Finding, Grade } from '@ai-census/schema'
import type { Catalogue, EnvironmentOwner } from '@ai-census/signatures'
import { type EvidenceOf, known } from './finding.ts'

/** A secret or a variable that a host keeps for pipelines: its name, and never its value. */
export interface NamedSetting {
  readonly name: string
  /** The host shows its value to nobody, or to nobody's log. */
  readonly isHidden: boolean
  /** The deployment environment that it is for; null for what every pipeline may use. */
  readonly environment: string | null
  readonly updatedAt?: string | undefined
  readonly visibility?: string | undefined
}

/** Where settings were listed. */
export interface SettingPlace {
  /** How the host calls what is listed there: `GitHub Actions secret`. */
  readonly heldAs: string
  /** The list's path as the host documents it. */
  readonly operation: string
  /** `acme`, `acme/shop`, `acme/shop/production`. */
  readonly owner: string
  /** Tells lists of one scope apart that may hold the same name. */
  readonly within?: string | undefined
}

export interface ListedSettings {
  readonly place: SettingPlace
  readonly settings: readonly NamedSetting[]
}

interface Sign {
  readonly place: SettingPlace
  readonly setting: NamedSetting
  readonly owner: EnvironmentOwner
  /** The name is the catalogue's own, and not only its end. */
  readonly isExact: boolean
  readonly isCredential: boolean
}

const GRADE: Grade = 'configured'

/**
 * What the names of secrets and variables say: each that holds a secret and carries a supplier's environment
 * name is a credential, and a supplier with other variables alone is a service. A name that others use too
 * counts beside another of the same supplier.
 */
export function* settingFindings(
  listed: readonly ListedSettings[],
  catalogue: Catalogue,
  evidence: EvidenceOf,
): Generator<Finding> {
  const signs = listed.flatMap(({ place, settings }) =>
    settings.flatMap((setting) => signOf(place, setting, catalogue)),
  )
  const certain = new Set(signs.filter(({ owner }) => !owner.shared).map(({ owner }) => owner.supplier))
  const counted = signs.filter(({ owner }) => certain.has(owner.supplier))
  const credentials = new Map(
    counted.filter(({ isCredential }) => isCredential).map((sign) => [credentialKey(sign), sign]),
  )
  for (const [key, sign] of credentials) yield credential(key, sign, evidence)
  const withCredential = new Set([...credentials.values()].map(({ owner }) => owner.supplier))
  for (const supplier of [...certain].sort()) {
    if (withCredential.has(supplier)) continue
    const own = counted.filter(({ owner }) => owner.supplier === supplier)
    yield service(supplier, own, catalogue, evidence)
  }
}

function signOf(place: SettingPlace, setting: NamedSetting, catalogue: Catalogue): Sign[] {
  const isCredential = setting.isHidden || isNameOfSecret(setting.name)
  const exact = catalogue.environmentOwner(setting.name)
  if (exact) return [{ place, setting, owner: exact, isExact: true, isCredential }]
  // `PROD_OPENAI_API_KEY`: people put their own words before a supplier's name. Azure's also write `prod-openai-api-key`.
  const words = setting.name.split(/[_.-]/)
  const from = /[.-]/.test(setting.name) ? 0 : 1
  for (let start = from; words.length - start >= 2; start++) {
    const owner = catalogue.environmentOwner(words.slice(start).join('_').toUpperCase())
    if (owner && !owner.shared) return [{ place, setting, owner, isExact: false, isCredential }]
  }
  return []
}

/** A name that says that its value is a secret, though the host would show it. */
const isNameOfSecret = (name: string): boolean => /(^|[_.-])(key|token|secret|password)$/i.test(name)

const credentialKey = ({ place, setting }: Sign): string =>
  ['credential', place.within, setting.environment ?? undefined, setting.name]
    .filter((part) => part !== undefined)
    .join(':')
    .slice(0, 1024)

function credential(key: string, sign: Sign, evidence: EvidenceOf): Finding {
  const { place, setting, owner } = sign
  return {
    key,
    kind: 'credential',
    supplier: owner.supplier,
    ...(owner.product ? { product: owner.product } : {}),
    name: setting.name.slice(0, 512),
    grade: GRADE,
    context: contextOf(setting),
    identifiers: [],
    attributes: known({
      heldAs: place.heldAs,
      // Whoever may read the list may read the key.
      isValueShown: setting.isHidden ? undefined : true,
      environment: setting.environment ?? undefined,
      visibility: setting.visibility,
      updatedAt: setting.updatedAt,
    }),
    evidence: [signEvidence(sign, evidence)],
  }
}

function service(
  supplier: string,
  signs: readonly Sign[],
  catalogue: Catalogue,
  evidence: EvidenceOf,
): Finding {
  const contexts = signs.map(({ setting }) => contextOf(setting))
  return {
    key: `service:${supplier}`,
    kind: 'service',
    supplier,
    name: catalogue.suppliers.get(supplier)?.name ?? supplier,
    grade: GRADE,
    context: contexts.includes('production') ? 'production' : (contexts[0] ?? 'ci'),
    identifiers: [],
    attributes: { variables: [...new Set(signs.map(({ setting }) => setting.name))].sort().slice(0, 1000) },
    evidence: signs.slice(0, 200).map((sign) => signEvidence(sign, evidence)),
  }
}

/** The name and nothing else: no value gets this far. */
function signEvidence({ place, setting, owner, isExact }: Sign, evidence: EvidenceOf): Evidence {
  const one = evidence('name', place.operation, `${place.owner}/${setting.name}`, 'environment-name')
  return { ...one, rule: `${owner.supplier}/environment`, strength: isExact ? 'strong' : 'medium' }
}

const contextOf = ({ environment }: NamedSetting): Context =>
  environment !== null && /^(prod|production|live)$/i.test(environment) ? 'production' : 'ci'
