import type { ColumnMapping, ImportTarget, MappingConfidence } from '@ai-census/schema'
import { columnLetter } from '../read/table.ts'
import { isChoiceField, readChoice } from '../values/choices.ts'
import { readDate } from '../values/dates.ts'
import { isEmptyAnswer } from '../values/empty.ts'
import { looksLikeRepository } from '../values/repository.ts'
import { readRisk } from '../values/risk.ts'
import { notTargets, targetOfHeader } from './headers.ts'
import { targetTitles } from './target.ts'
import { withoutFillers, wordsOf } from './words.ts'

export interface GuessOptions {
  readonly riskLevels: readonly string[]
  /** What a person said, by the header or by the column's letter; null: the column goes nowhere. */
  readonly chosen: Readonly<Record<string, ImportTarget | null>>
}

/** A column as it stands in the table: its header and its values below. */
export interface Column {
  readonly index: number
  readonly header: string
  readonly values: readonly string[]
}

interface Guess {
  readonly target: ImportTarget | null
  readonly confidence: MappingConfidence
  readonly reason: string
}

const NO_GUESS = (reason: string): Guess => ({ target: null, confidence: 'none', reason })
const SAMPLES = 3
const SAMPLE_LENGTH = 60

/** What each column is taken for. A person's word counts first; each target is taken by one column alone. */
export function mapColumns(columns: readonly Column[], options: GuessOptions): ColumnMapping[] {
  const guesses = columns.map((column) => chosenFor(column, options.chosen) ?? guess(column, options))
  return columns.map((column, i) => ({
    column: columnLetter(column.index),
    header: column.header,
    ...oneColumnEach(columns, guesses, i),
    samples: samplesOf(column.values),
  }))
}

function chosenFor({ index, header }: Column, chosen: GuessOptions['chosen']): Guess | null {
  const names = new Map(Object.entries(chosen))
  for (const name of [header, columnLetter(index)]) {
    const target = names.get(name)
    if (target === undefined) continue
    return {
      target,
      confidence: 'chosen',
      reason:
        target === null
          ? 'You said that it goes nowhere.'
          : `You said that it is the ${targetTitles[target]}.`,
    }
  }
  return null
}

const RANK: Readonly<Record<MappingConfidence, number>> = {
  chosen: 4,
  certain: 3,
  likely: 2,
  guess: 1,
  none: 0,
}

function oneColumnEach(columns: readonly Column[], guesses: readonly Guess[], at: number): Guess {
  const own = guesses[at] ?? NO_GUESS('')
  if (own.target === null) return own
  const rivals = guesses.flatMap((guess, i) => (guess.target === own.target ? [i] : []))
  const best = rivals.reduce((a, b) => (RANK[guesses[b]!.confidence] > RANK[guesses[a]!.confidence] ? b : a))
  if (best === at) return own
  const letter = columnLetter(columns[best]!.index)
  return NO_GUESS(`Looks like the ${targetTitles[own.target]} as well, which column ${letter} is taken for.`)
}

function guess(column: Column, options: GuessOptions): Guess {
  const byName = guessByName(column.header)
  if (byName.target === null) return byName.confidence === 'none' ? (guessByValues(column) ?? byName) : byName
  return checkValues(column, byName, options)
}

function guessByName(header: string): Guess {
  const words = wordsOf(header)
  if (words === '') return NO_GUESS('The column has no name.')
  if (notTargets.has(words)) return NO_GUESS('None of the inventory’s fields.')
  // What stands in parentheses explains the name: “Risk level (L/M/H)”.
  const bare = wordsOf(header.replace(/[([{].*$/, ''))
  const named = targetOfHeader.get(words) ?? targetOfHeader.get(bare)
  if (named) {
    const isVague = VAGUE.has(bare)
    return {
      target: named,
      confidence: isVague ? 'likely' : 'certain',
      reason: `A usual name for the ${targetTitles[named]}${isVague ? ', and for other things' : ''}.`,
    }
  }
  const essential = targetOfHeader.get(withoutFillers(bare))
  if (essential)
    return {
      target: essential,
      confidence: 'likely',
      reason: `But for words that say little, a usual name for the ${targetTitles[essential]}.`,
    }
  return guessByPart(bare)
}

/** Names that registers give to more than one thing. */
const VAGUE: ReadonlySet<string> = new Set(
  'owner,responsible,contact,status,stage,impact,role,scope,data,title,project name,reference,number,description,developer,team,function,estado,statut,etat,verantwortlicher,responsable'.split(
    ',',
  ),
)

/** Long names that hold a whole shorter one, the longest first: “Business owner (name and department)”. */
function guessByPart(words: string): Guess {
  let best: { name: string; target: ImportTarget } | null = null
  for (const [name, target] of targetOfHeader) {
    if (!name.includes(' ') && !TELLING.has(name)) continue
    if (!` ${words} `.includes(` ${name} `)) continue
    if (!best || name.length > best.name.length) best = { name, target }
  }
  return best
    ? {
        target: best.target,
        confidence: 'guess',
        reason: `Has “${best.name}” in it, a usual name for the ${targetTitles[best.target]}.`,
      }
    : NO_GUESS('No usual name for a field of the inventory.')
}

/** Single words that tell a column even among others. */
const TELLING: ReadonlySet<string> = new Set(
  'purpose,zweck,finalite,finalidad,repository,repo,vendor,supplier,lieferant,fournisseur,proveedor,lifecycle,monitoring,uberwachung,risikostufe,risikoklasse'.split(
    ',',
  ),
)

/** A column whose name says nothing may still be told by what is in it. */
function guessByValues({ header, values }: Column): Guess | null {
  const given = filled(values)
  if (given.length === 0) return null
  const share = (test: (text: string) => boolean): number => given.filter(test).length / given.length
  if (share((text) => /^sys_[0-9a-f]{24}$/.test(text)) > 0.8)
    return { target: 'id', confidence: 'likely', reason: 'Its values are ids of this inventory.' }
  if (share(looksLikeRepository) > 0.6 && !notTargets.has(wordsOf(header)))
    return { target: 'repository', confidence: 'guess', reason: 'Its values are addresses of repositories.' }
  return null
}

/** A name alone may mislead (“Status” of an approval): where most values do not fit the field, it is not that field. */
function checkValues({ values }: Column, guessed: Guess, { riskLevels }: GuessOptions): Guess {
  const { target } = guessed
  if (target === null) return guessed
  const given = filled(values).filter((text) => !isEmptyAnswer(target, text))
  const fits = fitsOf(target, riskLevels)
  if (!fits || given.length === 0) return guessed
  const share = given.filter(fits).length / given.length
  if (share >= 0.5) return guessed
  const examples = [...new Set(given.filter((text) => !fits(text)))]
    .slice(0, 2)
    .map((text) => `“${clip(text, 30)}”`)
  // What is surely meant is taken, and its rows say what is wrong with them.
  if (guessed.confidence === 'certain')
    return {
      ...guessed,
      confidence: 'likely',
      reason: `${guessed.reason} Most of its values (${examples.join(', ')}) do not fit it.`,
    }
  return NO_GUESS(
    `Its name suggests the ${targetTitles[target]}, and its values (${examples.join(', ')}) do not fit that.`,
  )
}

function fitsOf(target: ImportTarget, riskLevels: readonly string[]): ((text: string) => boolean) | null {
  if (target === 'riskLevel') return (text) => readRisk(text, riskLevels).type === 'value'
  if (target === 'nextReview') return (text) => readDate(text, 'day-first').type === 'value'
  if (target === 'repository') return (text) => /[/:]/.test(text)
  if (isChoiceField(target)) return (text) => readChoice(target, text).type === 'value'
  return null
}

const MOST_CHECKED = 200
const filled = (values: readonly string[]): string[] =>
  values.slice(0, MOST_CHECKED).filter((text) => text !== '')

const clip = (text: string, length: number): string => {
  const line = text.replace(/\s+/g, ' ')
  return line.length > length ? `${line.slice(0, length - 1).toWellFormed()}…` : line
}

const samplesOf = (values: readonly string[]): string[] =>
  [...new Set(filled(values))].slice(0, SAMPLES).map((text) => clip(text, SAMPLE_LENGTH))
