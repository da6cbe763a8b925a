import type { NewsMessage } from '@ai-census/db'
import { type News, NewsKind } from '@ai-census/schema'
import { plain } from './plain.ts'

/** A message in words, before a channel gives it its form. All texts are plain and short; none is markup yet. */
export interface Message {
  id: string
  at: string
  isTest: boolean
  title: string
  groups: Group[]
  /** Where the dashboard is; null where nobody said how it is reached. */
  url: string | null
}

export interface Group {
  kind: NewsKind
  heading: string
  lines: Line[]
  /** How many there are besides those of the lines. */
  more: number
}

export interface Line {
  name: string
  detail: string
  url: string | null
}

const words: Record<NewsKind, readonly [one: string, many: string]> = {
  'system-discovered': ['unregistered AI system discovered', 'unregistered AI systems discovered'],
  'look-held': ['look held for confirmation', 'looks held for confirmation'],
  'flag-raised': ['flag raised', 'flags raised'],
  'source-late': ['source late', 'sources late'],
  'coverage-lost': ['gap in coverage', 'gaps in coverage'],
  'supplier-appeared': ['new supplier', 'new suppliers'],
  'model-retiring': ['model near its end', 'models near their end'],
  'review-due': ['review due', 'reviews due'],
  'system-assigned': ['system assigned', 'systems assigned'],
}

export const countOf = (kind: NewsKind, count: number): string =>
  `${count} ${words[kind][count === 1 ? 0 : 1]}`

const MOST_NAME = 120
const MOST_DETAIL = 300

interface Facts {
  id: string
  at: string
  isTest: boolean
  message: NewsMessage
  destination: string
  /** Without a slash at the end. */
  url: string | null
}

export function messageOf({ id, at, isTest, message, destination, url }: Facts): Message {
  if (isTest)
    return {
      ...{ id, at, isTest, groups: [], url },
      title: `Test: messages for “${plain(destination, MOST_NAME)}” arrive here`,
    }
  const kinds = NewsKind.options.filter((kind) => (message.counts[kind] ?? 0) > 0)
  return {
    ...{ id, at, isTest, url },
    title: kinds.map((kind) => countOf(kind, message.counts[kind] ?? 0)).join(', '),
    groups: kinds.map((kind) => groupOf(kind, message, url)),
  }
}

function groupOf(kind: NewsKind, { news, counts }: NewsMessage, url: string | null): Group {
  const lines = news.filter((one) => one.kind === kind).map((one) => lineOf(one, url))
  const count = counts[kind] ?? 0
  return { kind, heading: countOf(kind, count), lines, more: count - lines.length }
}

const lineOf = (news: News, url: string | null): Line => ({
  name: plain(news.subject.name, MOST_NAME) || 'without a name',
  detail: plain(news.detail, MOST_DETAIL),
  url: url && `${url}${pathOf(news)}`,
})

/** The page of the dashboard that shows it. */
export function pathOf({ kind, subject: { type, id } }: Pick<News, 'kind' | 'subject'>): string {
  if (kind === 'look-held') return '/coverage?held=true'
  const one = encodeURIComponent(id.toWellFormed())
  if (type === 'system') return `/systems/${one}`
  if (type === 'supplier') return `/suppliers/${one}`
  if (type === 'model') return `/models/${one}`
  if (type === 'scan') return `/scans/${one}`
  if (type === 'source') return '/settings/sources'
  return `/coverage?search=${encodeURIComponent(id.slice(0, 200).toWellFormed())}`
}

export interface Room {
  lines: number
  /** Of names, details and addresses together. */
  bytes: number
}

/** As many lines of all groups together as there is room for; what is left out is counted. */
export function shortened(groups: readonly Group[], room: Room): Group[] {
  let { lines: linesLeft, bytes: bytesLeft } = room
  const fits = (line: Line): boolean => {
    linesLeft -= 1
    bytesLeft -= sizeOf(line)
    return linesLeft >= 0 && bytesLeft >= 0
  }
  return groups.map((group) => {
    const firstLeftOut = group.lines.findIndex((line) => !fits(line))
    const lines = firstLeftOut === -1 ? group.lines : group.lines.slice(0, firstLeftOut)
    return { ...group, lines, more: group.more + group.lines.length - lines.length }
  })
}

const sizeOf = ({ name, detail, url }: Line): number => Buffer.byteLength(`${name}${detail}${url ?? ''}`)
