import { type ReportHead, ReportLine } from '@ai-census/schema'
import type { TextLine } from '../http/lines.ts'
import { type Fault, faultsOf, HttpProblem, MOST_FAULTS } from '../http/problem.ts'
import { unstorable } from '../http/storable.ts'
import { createReceiver, linePlaces, type ReceivedReport, refusal } from './receive.ts'

type Receiver = ReturnType<typeof createReceiver>
type Line = ReportLine & { number: number }

/**
 * A report that comes line by line. Every line is checked as it comes; at the end the report is whole and valid, or
 * an HttpProblem names the first faults by their lines.
 */
export async function receiveLines(batches: AsyncIterable<TextLine[]>): Promise<ReceivedReport> {
  const receiver = createReceiver(linePlaces)
  try {
    const { type: _type, ...head } = await takeAll(batches, receiver)
    return await receiver.finish(head)
  } catch (error) {
    await receiver.close()
    throw error
  }
}

async function takeAll(batches: AsyncIterable<TextLine[]>, receiver: Receiver): Promise<ReportHead> {
  const faults: Fault[] = []
  const progress: Progress = { head: null, ended: false, deleted: 0, last: 0 }
  for await (const batch of batches) {
    for (const text of batch) {
      const line = parseLine(text, faults)
      if (line) await take(line, progress, receiver, faults)
      else if (progress.last === 0) throw refusal(faults)
      progress.last = text.number
      if (faults.length >= MOST_FAULTS) throw refusal(faults.slice(0, MOST_FAULTS))
    }
  }
  if (faults.length > 0) throw refusal(faults)
  if (!progress.head) throw new HttpProblem(422, 'The report has no lines.')
  if (!progress.ended)
    throw new HttpProblem(
      422,
      `The report is cut off: after line ${progress.last} its line "end" is missing.`,
    )
  return progress.head
}

interface Progress {
  head: ReportHead | null
  ended: boolean
  deleted: number
  /** The number of the line before. */
  last: number
}

function parseLine({ number, text }: TextLine, faults: Fault[]): Line | null {
  const place = `line ${number}`
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    faults.push({ place, message: 'not valid JSON' })
    return null
  }
  const bad = unstorable(text, value)
  if (bad) {
    faults.push({ ...bad, place: `${place}: ${bad.place}` })
    return null
  }
  const parsed = ReportLine.safeParse(value)
  if (parsed.success) return Object.assign(parsed.data, { number })
  faults.push(...faultsOf(parsed.error).map((fault) => ({ ...fault, place: joined(place, fault.place) })))
  return null
}

const joined = (line: string, field: string): string => (field ? `${line}: ${field}` : line)

function take(
  line: Line,
  progress: Progress,
  receiver: Receiver,
  faults: Fault[],
): Promise<void> | undefined {
  const { number } = line
  const fault = (message: string): undefined => {
    faults.push({ place: `line ${number}`, message })
  }
  if (progress.ended) return fault('nothing may come after the line "end"')
  if ((line.type === 'report') !== (progress.last === 0))
    return fault('the first line, and no other, is of the type "report"')
  switch (line.type) {
    case 'report': {
      const { number: _number, ...head } = line
      progress.head = head
      return
    }
    case 'finding': {
      const { type: _type, number: _number, ...finding } = line
      return receiver.finding(finding, number)
    }
    case 'unknown': {
      const { type: _type, number: _number, ...unknown } = line
      receiver.unknown(unknown)
      return
    }
    case 'deleted':
      progress.deleted += 1
      receiver.deleted(line.key, number)
      return
    case 'end':
      progress.ended = true
      return checkEnd(line, { ...receiver.counts(), deleted: progress.deleted }, fault)
  }
}

type Counts = Record<'findings' | 'unknowns' | 'deleted', number>

function checkEnd(said: Counts, came: Counts, fault: (message: string) => undefined): undefined {
  for (const list of ['findings', 'unknowns', 'deleted'] as const)
    if (said[list] !== came[list])
      fault(`${came[list]} ${list} came, and the line "end" says ${said[list]}: the report is not whole`)
}
