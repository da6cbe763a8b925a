import type { ImportTarget } from '@ai-census/schema'
import { wordsOf } from '../columns/words.ts'

/** A dash, a question mark. */
const PUNCTUATION = /^[\s\p{P}]*$/u

/** How people write that a cell has no answer. */
const EMPTY = new Set(
  'n a,na,tbd,tbc,tba,todo,unknown,not known,not applicable,not available,pending,k a,keine angabe,unbekannt,offen,nicht zutreffend,entfallt,inconnu,sans objet,s o,n d,non renseigne,a definir,desconocido,no aplica,sin datos,por definir,pendiente'.split(
    ',',
  ),
)

/** “None” says that there is no owner and no monitoring; of data and purposes it is an answer. */
const NONE = new Set(
  'none,nobody,no,kein,keine,keiner,niemand,nein,aucun,aucune,personne,non,ninguno,ninguna,nadie'.split(','),
)
const NONE_IS_EMPTY: ReadonlySet<ImportTarget> = new Set<ImportTarget>([
  'businessOwner',
  'technicalOwner',
  'monitoringMethod',
  'riskRationale',
  'scopeJustification',
  'id',
  'repository',
  'supplier',
  'model',
])

export function isEmptyAnswer(target: ImportTarget, text: string): boolean {
  const words = wordsOf(text)
  return PUNCTUATION.test(text) || EMPTY.has(words) || (NONE_IS_EMPTY.has(target) && NONE.has(words))
}
