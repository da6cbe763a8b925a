/** Kinds of news, of destinations and of what became of a message, in words. */
import type { DestinationType } from '@ai-census/api'
import type { NewsFlag, NewsKind } from '@ai-census/schema'
import { plural } from '#lib/format.ts'
import type { DeliveryRow, DestinationRow } from '#lib/types.ts'
import { flagWords, keysOf, type Word } from '#lib/words.ts'

interface NewsWord {
  label: string
  help: string
  /** As a message counts them. */
  counted: readonly [one: string, many: string]
}

export const newsWords = {
  'system-discovered': {
    label: 'New unregistered system',
    help: 'A scan found an AI system that nobody registered',
    counted: ['new system', 'new systems'],
  },
  'supplier-appeared': {
    label: 'New supplier',
    help: 'Something uses a supplier that nothing used before',
    counted: ['new supplier', 'new suppliers'],
  },
  'flag-raised': {
    label: 'Flag raised',
    help: 'On a system or supplier, of the flags that you choose',
    counted: ['flag', 'flags'],
  },
  'look-held': {
    label: 'Look waits for confirmation',
    help: 'Too much vanished at once; nothing counts as gone until a person says so',
    counted: ['held look', 'held looks'],
  },
  'coverage-lost': {
    label: 'Gap in coverage',
    help: 'A scan failed, or a place can’t be read whole any more',
    counted: ['gap in coverage', 'gaps in coverage'],
  },
  'source-late': {
    label: 'Source late',
    help: 'A source has not reported for longer than it usually takes',
    counted: ['late source', 'late sources'],
  },
  'model-retiring': {
    label: 'Model near its end',
    help: 'Its publisher retires a model in use within the days below',
    counted: ['model near its end', 'models near their end'],
  },
  'review-due': {
    label: 'Review due',
    help: 'Of a registered system or a supplier, within the days below',
    counted: ['review due', 'reviews due'],
  },
  'system-assigned': {
    label: 'System assigned',
    help: 'Somebody was asked to look after a system',
    counted: ['assignment', 'assignments'],
  },
} satisfies Record<NewsKind, NewsWord>

/** In the order in which the form shows them. */
export const newsKinds = keysOf(newsWords)

/** Exhaustive by type: what a destination can ask for, without the flags that are kinds of their own. */
const newsFlags = {
  'exposed-key': true,
  'changed-since-review': true,
  unrated: true,
  unowned: true,
  incomplete: true,
  'no-monitoring': true,
  'not-seen': true,
  unconfirmed: true,
  'possible-duplicate': true,
  'supplier-unreviewed': true,
} satisfies Record<NewsFlag, true>
export const flagOptions = keysOf(newsFlags).map((value) => ({ value, ...flagWords[value] }))

export const typeWords = {
  webhook: { label: 'Webhook', help: 'Signed JSON to a program of yours' },
  slack: { label: 'Slack', help: 'An incoming webhook of a Slack app' },
  teams: { label: 'Microsoft Teams', help: 'A webhook of Teams’ Workflows' },
  email: { label: 'E-mail', help: 'Over the mail server that the collector knows' },
} satisfies Record<DestinationType, { label: string; help: string }>

const word = (label: string, tone: Word['tone'], help: string): Word => ({ label, tone, help })

export const stateWords = {
  ready: null,
  'sealed-otherwise': word('Address lost', 'danger', 'Sealed with a key that this collector does not have'),
  'no-mail-server': word('No mail server', 'danger', 'The collector knows no mail server'),
} satisfies Record<DestinationRow['state'], Word | null>

export const pausedWord = word(
  'Paused',
  'quiet',
  'Nothing is sent, and what happens meanwhile is not told later',
)

export function statusWord({ status, attempts, answer }: DeliveryRow): Word {
  if (status === 'sent') return word('Sent', 'ok', answer === null ? 'Taken' : `Answered ${answer}`)
  if (status === 'failed') return word('Failed', 'danger', 'Given up')
  return attempts === 0
    ? word('Waiting', 'notice', 'On its way')
    : word('Tried again', 'warn', `${plural(attempts, 'attempt')} so far`)
}

/** `2 new systems, 1 flag`. */
export function contentOf({ isTest, counts }: Pick<DeliveryRow, 'isTest' | 'counts'>): string {
  if (isTest) return 'Test message'
  return newsKinds
    .filter((kind) => counts[kind])
    .map((kind) => plural(counts[kind] ?? 0, ...newsWords[kind].counted))
    .join(', ')
}

/** `09:00 UTC`. */
export const hourOf = (hour: number): string => `${String(hour).padStart(2, '0')}:00 UTC`

/** What a destination is told of, in one line for each narrowing. */
export function wantedOf({ wanted }: DestinationRow): string[] {
  const kinds = newsKinds.filter((kind) => wanted.kinds.includes(kind)).map((kind) => newsWords[kind].label)
  return [
    kinds.join(', '),
    ...(wanted.kinds.includes('flag-raised')
      ? [`Flags: ${wanted.flags.map((flag) => flagWords[flag].label).join(', ') || 'none chosen'}`]
      : []),
    ...(wanted.kinds.some((kind) => kind === 'model-retiring' || kind === 'review-due')
      ? [`${plural(wanted.daysAhead, 'day')} ahead`]
      : []),
    ...(wanted.suppliers.length > 0 ? [`Only of ${wanted.suppliers.join(', ')}`] : []),
    ...(wanted.sources.length > 0 ? [`Only from ${wanted.sources.join(', ')}`] : []),
    ...(wanted.minimumRisk === null ? [] : [`Rated ${wanted.minimumRisk} or higher, or not rated`]),
  ]
}
