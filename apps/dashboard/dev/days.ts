/** The made-up estates are as old as the process that serves them. */
export const today = Date.now()
const aDay = 86_400_000
export const daysAgo = (days: number): string => new Date(today - days * aDay).toISOString()
