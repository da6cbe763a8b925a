import { wordsOf } from '../columns/words.ts'
import { type CellValue, problem, value } from './value.ts'

/** One level in the words of four languages. A level of the organisation's scale is recognised by any of them. */
const LEVELS = [
  'minimal, minimum, negligible, very low, sehr gering, sehr niedrig, vernachlassigbar, tres faible, negligeable, minimo, muy bajo',
  'low, l, gering, niedrig, tief, faible, bas, basse, bajo, baja',
  'limited, begrenzt, eingeschrankt, limite, limitee, limitado',
  'medium, m, moderate, mid, mittel, mittlere, moderat, moyen, moyenne, modere, medio, media, moderado',
  'high, h, hoch, hohe, hohes, eleve, elevee, haut, haute, fort, alto, alta',
  'very high, critical, severe, kritisch, sehr hoch, critique, tres eleve, critico, muy alto',
  'unacceptable, prohibited, unannehmbar, inakzeptabel, verboten, inacceptable, interdit, inaceptable, prohibido',
].map((level) => new Set(level.split(',').map(wordsOf)))

/** What people write around a level. */
const AROUND =
  /\b(risks?|risiko|risque|riesgo|level|class|category|tier|stufe|klasse|niveau|classe|nivel|clase|eu|ai|act|ki|ia)\b/g

/** `High risk`, `hoch`, `3 - High`, `Élevé` → the level of the scale that it means. A number alone means nothing. */
export function readRisk(text: string, scale: readonly string[]): CellValue {
  const words = wordsOf(text)
  const exact = scale.find((level) => wordsOf(level) === words)
  if (exact !== undefined) return value(exact)
  const bare = words
    .replace(AROUND, ' ')
    .replace(/\b\d+\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const level = scale.find((one) => wordsOf(one) === bare) ?? sameLevel(bare, scale)
  if (level !== undefined) return value(level)
  const advice = `Write one of ${scale.join(', ')}, or say under “values” what it stands for.`
  return problem(
    bare === ''
      ? `is a number without a name, and which end is high is not told. ${advice}`
      : `is no level of the scale. ${advice}`,
  )
}

function sameLevel(words: string, scale: readonly string[]): string | undefined {
  const meant = LEVELS.find((names) => names.has(words))
  const levels = meant ? scale.filter((level) => meant.has(wordsOf(level))) : []
  return levels.length === 1 ? levels[0] : undefined
}
