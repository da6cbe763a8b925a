/** How an import is said: what becomes of rows, what columns are, how sure that is. */
import { fieldNames, fieldRow } from '#lib/fields.ts'
import { plural } from '#lib/format.ts'
import type { ImportPlan, PlannedRow, RegisterImport } from '#lib/types.ts'
import type { Word } from '#lib/words.ts'

export type Outcome = PlannedRow['outcome']
export type Target = NonNullable<RegisterImport['columns'][number]['target']>

export const outcomeWords = {
  error: {
    label: 'To put right',
    tone: 'danger',
    help: 'Something in the row must be put right; until then it is left out',
  },
  undecided: {
    label: 'You decide',
    tone: 'warn',
    help: 'It may be more than one system, or one that was dismissed; until you say, it is left out',
  },
  duplicate: { label: 'Duplicate', tone: 'warn', help: 'Another row of the sheet speaks of the same thing' },
  match: {
    label: 'Discovered',
    tone: 'ok',
    help: 'A discovered system gets registered with the sheet’s answers',
  },
  create: {
    label: 'New',
    tone: 'notice',
    help: 'Nothing that was discovered is like it: it is registered, and flagged “not seen” until a scan finds it',
  },
  update: { label: 'Update', tone: 'ok', help: 'It is registered already, and gets what the sheet changed' },
  unchanged: { label: 'Unchanged', tone: 'quiet', help: 'It is registered already and says the same' },
  skip: { label: 'Left out', tone: 'quiet', help: 'You said that it is to be left out' },
} satisfies Record<Outcome, Word>

export const outcomes = Object.keys(outcomeWords) as Outcome[] // the table has no other keys

/** Besides the register's fields: what a row is known by and matched by. */
const signs = {
  id: 'Id in your register',
  repository: 'Repository (found by it)',
  supplier: 'Supplier (matched by it)',
  model: 'Model (matched by it)',
} satisfies Record<Exclude<Target, (typeof fieldNames)[number]>, string>

export const targetLabel = (target: Target): string =>
  target in signs
    ? signs[target as keyof typeof signs]
    : fieldRow(target as (typeof fieldNames)[number]).label // one of both

export const targets: readonly { value: Target; label: string }[] = [
  ...fieldNames.map((value) => ({ value, label: targetLabel(value) })),
  ...(Object.keys(signs) as (keyof typeof signs)[]).map((value) => ({ value, label: signs[value] })), // as above
]

export const confidenceWords = {
  chosen: { label: 'You said so', tone: 'ok', help: 'Set by a person' },
  certain: { label: 'Certain', tone: 'ok', help: 'Its name says so' },
  likely: { label: 'Likely', tone: 'notice', help: 'Its name or its values are like it' },
  guess: { label: 'Guess', tone: 'warn', help: 'Look at its values' },
  none: { label: 'Kept', tone: 'quiet', help: 'Kept with the import; it goes nowhere' },
} satisfies Record<RegisterImport['columns'][number]['confidence'], Word>

type Outcomes = ImportPlan['summary']['outcomes']
const said: readonly [Outcome, (n: number) => string][] = [
  ['match', (n) => `${plural(n, 'discovered system')} registered`],
  ['create', (n) => `${plural(n, 'system')} registered that nothing has discovered`],
  ['update', (n) => `${plural(n, 'registered system')} changed`],
]
const left: readonly [Outcome, (n: number) => string][] = [
  ['error', (n) => `${plural(n, 'row')} with something to put right`],
  ['undecided', (n) => `${plural(n, 'row')} that you have not decided`],
  ['skip', (n) => `${plural(n, 'row')} that you left out`],
]

const listOf = (table: readonly [Outcome, (n: number) => string][], counts: Outcomes): string[] =>
  table.flatMap(([outcome, say]) => ((counts[outcome] ?? 0) > 0 ? [say(counts[outcome] ?? 0)] : []))

/** What confirming writes, in sentences' parts; duplicates are told by their own list. */
export const writesOf = (counts: Outcomes): string[] => listOf(said, counts)
export const leftOut = (counts: Outcomes): string[] => listOf(left, counts)

/** A cell as a spreadsheet names it. */
export const cellName = (column: string | null, row: number): string =>
  column === null ? `row ${row}` : `${column}${row}`
