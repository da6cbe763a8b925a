import type { MatchCandidate } from '@ai-census/schema'
import { wordsOf } from '../columns/words.ts'
import type { RowReading } from '../values/read-row.ts'
import { fold, foldRepository } from './keys.ts'
import type { KnownSystem } from './known.ts'

/** From here on a single candidate is taken; below, a person is told of it. */
export const STRONG = 0.8
const WORTH_TELLING = 0.4
const WEAK_AT_MOST = 0.75
const MOST_CANDIDATES = 5
/** A sign that so many systems share is a habit, and tells none of them. */
const MOST_SHARING = 20

export interface Matcher {
  /** Best first. */
  candidates(reading: RowReading): MatchCandidate[]
}

type Index = ReadonlyMap<string, readonly KnownSystem[]>

function indexBy(systems: readonly KnownSystem[], keys: (system: KnownSystem) => Iterable<string>): Index {
  const index = new Map<string, KnownSystem[]>()
  for (const system of systems) {
    for (const key of new Set(keys(system))) {
      const same = index.get(key)
      if (same) same.push(system)
      else index.set(key, [system])
    }
  }
  return index
}

interface Signs {
  readonly byId: ReadonlyMap<string, KnownSystem>
  readonly byRepository: Index
  readonly byRepositoryName: Index
  readonly byNameKey: Index
  readonly byGroupKey: ReadonlyMap<string, KnownSystem>
  readonly byNameWord: Index
  readonly bySupplier: Index
  readonly byModel: Index
  readonly byOwner: Index
}

/** Compares rows with all systems by looking each sign up, so that the work follows the rows. */
export function createMatcher(
  systems: readonly KnownSystem[],
  nameKeys: (name: string) => readonly string[],
): Matcher {
  const signs: Signs = {
    byId: new Map(systems.map((system) => [system.id, system])),
    byGroupKey: new Map(systems.map((system) => [system.groupKey, system])),
    byRepository: indexBy(systems, (s) => s.repositories.map(foldRepository)),
    byRepositoryName: indexBy(systems, (s) => s.repositories.flatMap(tailOf)),
    byNameKey: indexBy(systems, (s) => s.nameKeys),
    byNameWord: indexBy(systems, (s) => nameWords(s.name)),
    bySupplier: indexBy(systems, (s) => s.suppliers.map(squeeze)),
    byModel: indexBy(systems, (s) => s.models.map(squeeze)),
    byOwner: indexBy(systems, ownersOf),
  }
  return {
    candidates(reading) {
      const scores = new Scores()
      strongSigns(reading, signs, nameKeys, scores)
      weakSigns(reading, signs, scores)
      return scores.best()
    },
  }
}

function strongSigns(
  reading: RowReading,
  signs: Signs,
  nameKeys: (name: string) => readonly string[],
  scores: Scores,
): void {
  const { id, repositories, repositoryNames, name } = reading
  const own = id ? signs.byId.get(id) : undefined
  if (own) scores.atLeast(own, 1, 'its id is the one in the sheet')
  for (const key of repositories) {
    const grouped = signs.byGroupKey.get(`repository:${key}`)
    for (const system of signs.byRepository.get(foldRepository(key)) ?? [])
      scores.atLeast(system, system === grouped ? 1 : 0.9, `it was found in the repository ${key}`)
  }
  for (const tail of repositoryNames)
    for (const system of signs.byRepositoryName.get(tail) ?? [])
      scores.atLeast(system, 0.85, `it was found in a repository named ${tail}`)
  if (!name) return
  const named = signs.byGroupKey.get(`system:${fold(name)}`)
  if (named) scores.atLeast(named, 0.95, `its source calls it “${name}”`)
  for (const key of nameKeys(name))
    for (const system of signs.byNameKey.get(key) ?? [])
      scores.atLeast(system, 0.9, `both are named “${key}”`)
}

function weakSigns(reading: RowReading, signs: Signs, scores: Scores): void {
  for (const supplier of reading.suppliers)
    few(signs.bySupplier, squeeze(supplier), (s) => scores.add(s, 0.25, `both depend on ${supplier}`))
  for (const model of reading.models)
    few(signs.byModel, squeeze(model), (s) => scores.add(s, 0.35, `both use the model ${model}`))
  const { businessOwner, technicalOwner } = reading.fields
  for (const owner of new Set([businessOwner, technicalOwner]))
    if (owner) few(signs.byOwner, fold(owner), (s) => scores.add(s, 0.2, `both are ${owner}’s`))
  for (const word of nameWords(reading.name ?? ''))
    few(signs.byNameWord, word, (s) => scores.add(s, 0.3, `both names have “${word}” in them`))
}

function few(index: Index, key: string, each: (system: KnownSystem) => void): void {
  const systems = index.get(key) ?? []
  if (key !== '' && systems.length <= MOST_SHARING) for (const system of systems) each(system)
}

class Scores {
  readonly #known = new Map<KnownSystem, { strong: number; weak: number; reasons: Set<string> }>()

  atLeast(system: KnownSystem, score: number, reason: string): void {
    const one = this.#of(system)
    one.strong = Math.max(one.strong, score)
    one.reasons.add(reason)
  }

  add(system: KnownSystem, score: number, reason: string): void {
    const one = this.#of(system)
    if (one.reasons.has(reason)) return
    one.weak += score
    one.reasons.add(reason)
  }

  best(): MatchCandidate[] {
    return [...this.#known]
      .map(([system, { strong, weak, reasons }]) => ({
        system: system.id,
        name: system.name,
        state: system.state,
        score: Math.round(Math.max(strong, Math.min(weak, WEAK_AT_MOST)) * 100) / 100,
        reasons: [...reasons],
      }))
      .filter(({ score }) => score >= WORTH_TELLING)
      .sort((a, b) => b.score - a.score || (a.system < b.system ? -1 : 1))
      .slice(0, MOST_CANDIDATES)
  }

  #of(system: KnownSystem): { strong: number; weak: number; reasons: Set<string> } {
    const known = this.#known.get(system)
    if (known) return known
    const fresh = { strong: 0, weak: 0, reasons: new Set<string>() }
    this.#known.set(system, fresh)
    return fresh
  }
}

const squeeze = (text: string): string => wordsOf(text).replaceAll(' ', '')

const ownersOf = ({ fields }: KnownSystem): string[] =>
  [fields.businessOwner?.value, fields.technicalOwner?.value].flatMap((owner) => (owner ? [fold(owner)] : []))

/** `git:github.com/acme/shop` → `acme/shop` and `shop` with its whole path. */
function tailOf(key: string): string[] {
  const path = foldRepository(key).split('/').slice(1)
  return path.length === 0 ? [] : [...new Set([path.slice(-2).join('/'), path.join('/')])]
}

/** Words of a name that tell something; what every second system is called does not. */
const nameWords = (name: string): Set<string> =>
  new Set(
    wordsOf(name)
      .split(' ')
      .filter((word) => word.length >= 4 && !COMMON.has(word)),
  )

const COMMON: ReadonlySet<string> = new Set(
  'system assistant assistent chatbot agent service tool model platform application internal prod production test development team data analysis generator'.split(
    ' ',
  ),
)
