import type { RiskAnswers, RiskFactorId, RiskSuggestion } from '@ai-census/schema'
import { listed } from '../flags/wording.ts'
import { type AnyFactor, factorsInOrder, type RiskEvidence } from './rubric.ts'

type Verdict = RiskSuggestion['factors'][number]

/** What nobody has answered is neither harmless nor grave. */
const ASSUMED = 0.5
const GRAVE = 1
/** One grave answer asks for at least the middle of the scale, three for its top. */
const GRAVE_FOR_TOP = 3

/**
 * A level of `scale` (lowest first) for these answers; where a person gave none, what the evidence suggests counts.
 * A worse answer never lowers it. Throws RangeError where the scale is empty.
 */
export function suggestRisk(
  answers: RiskAnswers,
  evidence: RiskEvidence,
  scale: readonly string[],
): RiskSuggestion {
  const factors = factorsInOrder.map((factor) => verdictOn(factor, answers[factor.id], evidence[factor.id]))
  const floors = floorsOf(factors)
  const score = Math.max(weightedMean(factors), ...floors.map((floor) => floor.score))
  const level = scale[Math.min(scale.length - 1, Math.floor(score * scale.length))]
  if (level === undefined) throw new RangeError('the risk scale has no levels')
  const unanswered = factors.filter((f) => f.source === 'assumed').map((f) => f.factor)
  return {
    level,
    score: Math.round(score * 1000) / 1000,
    reasons: [...floors.map((floor) => floor.reason), ...reasonsOf(factors, unanswered)],
    factors,
    unanswered,
  }
}

function verdictOn(
  { id, title, levels }: AnyFactor,
  answer: string | undefined,
  evidence: { readonly answer: string; readonly because: string } | undefined,
): Verdict {
  const given = answer ?? evidence?.answer
  const level = given === undefined ? undefined : levels[given]
  if (given === undefined || !level)
    return {
      factor: id,
      answer: null,
      source: 'assumed',
      severity: ASSUMED,
      reason: `${title}: not answered yet.`,
    }
  // Nobody answered: what the evidence is taken for is not said as if it were known.
  if (answer === undefined)
    return {
      factor: id,
      answer: given,
      source: 'evidence',
      severity: level.severity,
      reason: `${title}, by the evidence: ${level.label}. ${evidence?.because}`,
    }
  const said = `${title}: ${level.label}.`
  const worse = evidence && (levels[evidence.answer]?.severity ?? 0) > level.severity
  const reason = worse ? `${said} The evidence suggests more: ${evidence.because}` : said
  return { factor: id, answer: given, source: 'person', severity: level.severity, reason }
}

function weightedMean(factors: readonly Verdict[]): number {
  let sum = 0
  let weights = 0
  for (const [i, { severity }] of factors.entries()) {
    const { weight } = factorsInOrder[i]!
    sum += weight * severity
    weights += weight
  }
  return sum / weights
}

interface Floor {
  readonly score: number
  readonly reason: string
}

/** What no number of harmless answers makes up for. */
function floorsOf(factors: readonly Verdict[]): Floor[] {
  const floors: Floor[] = []
  const isListed = factors.some((f) => f.factor === 'annex-iii' && f.severity === GRAVE)
  const weighsNothing = factors.some((f) => f.factor === 'autonomy' && f.severity === 0)
  if (isListed && !weighsNothing) {
    floors.push({
      score: 1,
      reason:
        'The EU AI Act counts systems in the areas of Annex III as high-risk, unless no decision materially rests on them (Article 6).',
    })
  }
  const grave = factors.filter((f) => f.severity === GRAVE)
  if (grave.length > 0) {
    floors.push({
      score: grave.length >= GRAVE_FOR_TOP ? 1 : 0.5,
      reason: `${grave.length >= GRAVE_FOR_TOP ? 'The top of the scale' : 'At least the middle of the scale'}, because of ${listed(
        grave.map((f) => titleOf(f.factor)),
        grave.length,
      )}.`,
    })
  }
  return floors.sort((a, b) => b.score - a.score)
}

const titleOf = (id: RiskFactorId): string => factorsInOrder.find((f) => f.id === id)!.title.toLowerCase()

function reasonsOf(factors: readonly Verdict[], unanswered: readonly RiskFactorId[]): string[] {
  const weightOf = ({ factor, severity }: Verdict): number =>
    severity * factorsInOrder.find((f) => f.id === factor)!.weight
  const told = factors
    .filter((f) => f.source !== 'assumed' && f.severity > 0)
    .sort((a, b) => weightOf(b) - weightOf(a))
    .map((f) => f.reason)
  if (unanswered.length > 0)
    told.push(
      `Not answered yet and taken for middling: ${listed(unanswered.map(titleOf), unanswered.length)}.`,
    )
  return told.length > 0 ? told : ['Every answer is the least risky one.']
}
