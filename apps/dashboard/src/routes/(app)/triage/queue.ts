/** Moving through the queue. */

/** The row `step` away from the current one; none past the ends. A current one that left the list counts as its top. */
export function neighbour<T extends { id: string }>(
  rows: readonly T[],
  current: string | undefined,
  step: 1 | -1,
): T | undefined {
  const index = rows.findIndex((row) => row.id === current)
  if (index < 0) return step === 1 ? rows[0] : undefined
  return rows[index + step]
}
