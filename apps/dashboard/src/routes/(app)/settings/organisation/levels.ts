/** The risk scale while it is edited. */
import { call } from '#lib/api.ts'
import type { DecisionBody } from '#lib/types.ts'

export interface Level {
  /** What it is called in force; null: it is new. */
  was: string | null
  name: string
}

interface Moved {
  level: string
  to: string
}

export const levelsOf = (names: readonly string[]): Level[] => names.map((name) => ({ was: name, name }))

export const settledLevels = (rows: readonly Level[]): string[] => rows.map(({ name }) => name.trim())

/** What keeps these from being a scale; the server has the last word. */
export function scaleFault(levels: readonly string[]): string | undefined {
  if (levels.some((level) => level === '')) return 'Name each level, or remove it'
  const comma = levels.find((level) => level.includes(','))
  if (comma) return `“${comma}” has a comma in it; write the name without one`
  const lower = levels.map((level) => level.toLowerCase())
  const twice = levels.find((_, n) => lower.indexOf(lower[n] ?? '') !== n)
  return twice ? `“${twice}” stands there twice` : undefined
}

/** So many systems at most follow a renamed level in one step. */
export const mostMoved = 400

/**
 * Sets the scale, and gives the systems that carry a renamed level its new name, all in one step or nothing. Answers how
 * many there were.
 */
export async function rename(
  riskLevels: string[],
  moved: readonly Moved[],
  reason: string,
  ifVersion: string,
): Promise<number> {
  const configure: DecisionBody = {
    type: 'configure',
    settings: { riskLevels },
    ...(reason ? { reason } : {}),
  }
  const bodies: DecisionBody[] = []
  for (const { level, to } of moved)
    for (const system of await carriersOf(level))
      bodies.push({ type: 'set-fields', system, fields: { riskLevel: to } })
  await call('post', '/api/v1/decisions/batch', {
    body: { decisions: [{ body: configure, ifVersion }, ...bodies.map((body) => ({ body }))] },
  })
  return bodies.length
}

async function carriersOf(risk: string): Promise<string[]> {
  const { rows } = await call('get', '/api/v1/systems', { query: { risk, limit: mostMoved } })
  return rows.map(({ id }) => id)
}
