import { existsSync, readFileSync } from 'node:fs'
import { AuditHead } from '@ai-census/schema'
import { UsageError } from '../exit-codes.ts'
import { fromCaller } from '../state.ts'

/** What a person compares with: a head's file, or its short form, which says nothing of the ledger. */
export interface GivenHead {
  sequence: number
  hash: string
  at?: string
  ledger?: AuditHead['ledger']
}

export function readHead(given: string): GivenHead {
  const [, sequence, hash] = /^(\d{1,9}):([0-9a-f]{64})$/.exec(given) ?? []
  if (sequence !== undefined && hash !== undefined) return { sequence: Number(sequence), hash }
  const file = fromCaller(given)
  if (!existsSync(file))
    throw new UsageError(
      `--head ${given} is neither a file of \`ai-census audit head\` nor <sequence>:<hash>`,
    )
  const head = AuditHead.safeParse(jsonOf(readFileSync(file, 'utf8')))
  if (!head.success) throw new UsageError(`${file} is no file of \`ai-census audit head\``)
  return head.data
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
