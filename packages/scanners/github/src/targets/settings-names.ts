import type { Context, Evidence, Finding, Grade } from '@ai-census/schema'
import type { Catalogue, EnvironmentOwner } from '@ai-census/signatures'
import { evidence, known } from '../finding.ts'
import type { Setting } from '../schema.ts'

/** Where secrets and variables were listed. */
export interface Place {
  readonly kind: 'secret' | 'variable'
  /** The list's path as GitHub documents it. */
  readonly operation: string
  /** `acme`, `acme/shop`, `acme/shop/production`. */
  readonly owner: string
  /** A deployment environment's name; null for what every workflow may use. */
  readonly environment: string | null
}

export interface Listed {
  readonly place: Place
  readonly settings: readonly Setting[]
}

interface Sign {
  readonly place: Place
  readonly setting: Setting
  readonly owner: EnvironmentOwner
  /** The name is the catalogue's own, and not only its end. */
  readonly isExact: boolean
}

const GRADE: Grade = 'configured'

/**
 * What the names of secrets and variables say: each secret that a supplier's environment name carries is a
 * credential, and a supplier with variables alone is a service. A name that others use too counts beside another
 * of the same supplier.
 */
export function* settingFindings(listed: readonly Listed[], catalogue: Catalogue): Generator<Finding> {
  const signs = listed.flatMap(({ place, settings }) =>
    settings.flatMap((setting) => signOf(place, setting, catalogue)),
  )
  const certain = new Set(signs.filter(({ owner }) => !owner.shared).map(({ owner }) => owner.supplier))
  const counted = signs.filter(({ owner }) => certain.has(owner.supplier))
  for (const sign of counted) if (sign.place.kind === 'secret') yield credential(sign)
  const withSecret = new Set(
    counted.filter(({ place }) => place.kind === 'secret').map(({ owner }) => owner.supplier),
  )
  for (const supplier of [...certain].sort()) {
    if (withSecret.has(supplier)) continue
    yield service(
      supplier,
      counted.filter(({ owner }) => owner.supplier === supplier),
      catalogue,
    )
  }
}

function signOf(place: Place, setting: Setting, catalogue: Catalogue): Sign[] {
  const exact = catalogue.environmentOwner(setting.name)
  if (exact) return [{ place, setting, owner: exact, isExact: true }]
  // `PROD_OPENAI_API_KEY`: people put their own words before a supplier's name.
  const words = setting.name.split('_')
  for (let from = 1; words.length - from >= 2; from++) {
    const owner = catalogue.environmentOwner(words.slice(from).join('_'))
    if (owner && !owner.shared) return [{ place, setting, owner, isExact: false }]
  }
  return []
}

function credential(sign: Sign): Finding {
  const { place, setting, owner } = sign
  const where = place.environment === null ? '' : `${place.environment}:`
  return {
    key: `credential:${where}${setting.name}`.slice(0, 1024),
    kind: 'credential',
    supplier: owner.supplier,
    ...(owner.product ? { product: owner.product } : {}),
    name: setting.name,
    grade: GRADE,
    context: contextOf(place),
    identifiers: [],
    attributes: known({
      heldAs: 'GitHub Actions secret',
      environment: place.environment ?? undefined,
      visibility: setting.visibility,
      updatedAt: setting.updated_at,
    }),
    evidence: [signEvidence(sign)],
  }
}

function service(supplier: string, signs: readonly Sign[], catalogue: Catalogue): Finding {
  const contexts = signs.map(({ place }) => contextOf(place))
  return {
    key: `service:${supplier}`,
    kind: 'service',
    supplier,
    name: catalogue.suppliers.get(supplier)?.name ?? supplier,
    grade: GRADE,
    context: contexts.includes('production') ? 'production' : (contexts[0] ?? 'ci'),
    identifiers: [],
    attributes: { variables: [...new Set(signs.map(({ setting }) => setting.name))].sort().slice(0, 1000) },
    evidence: signs.slice(0, 200).map(signEvidence),
  }
}

/** The name and nothing else: a variable's value is not looked at, a secret's value GitHub never shows. */
function signEvidence({ place, setting, owner, isExact }: Sign): Evidence {
  const one = evidence(
    `${place.kind}-name`,
    place.operation,
    `${place.owner}/${setting.name}`,
    'environment-name',
  )
  return { ...one, rule: `${owner.supplier}/environment`, strength: isExact ? 'strong' : 'medium' }
}

const contextOf = ({ environment }: Place): Context =>
  environment !== null && /^(prod|production|live)$/i.test(environment) ? 'production' : 'ci'
