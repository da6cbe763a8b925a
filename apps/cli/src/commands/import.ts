import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import {
  confirmImport,
  deleteRegisterImport,
  getImportPlan,
  type ImportPlan,
  putImportChoices,
  putImportMapping,
  type RegisterImport,
  uploadRegister,
} from '@ai-census/api'
import { CollectorAnswer, CollectorAway, type CollectorClient } from '../collector-client.ts'
import { ExitCode, UsageError } from '../exit-codes.ts'
import { operatorClient } from '../local-collector.ts'
import { type MappingFile, readMappingFile } from '../mapping-file.ts'
import { renderImport } from '../output/import.ts'
import { styleFor } from '../output/style.ts'
import { fromCaller, reasonOf } from '../state.ts'

interface Options {
  collector?: string
  token?: string
  data: string
  sheet?: string
  mapping?: string
  dryRun?: boolean
  yes?: boolean
  format: 'terminal' | 'json'
}

/** What was brought, what it comes to, and whether it was written. */
export interface ImportReport {
  readonly import: RegisterImport
  readonly plan: ImportPlan
  readonly confirmed: boolean
}

/** Upload, dry run, question, confirm. A draft that nobody confirms is discarded again. */
export async function importRegister(file: string, options: Options): Promise<void> {
  assertAnswerable(options)
  const mapping = options.mapping ? readMappingFile(fromCaller(options.mapping)) : null
  const bytes = readRegister(fromCaller(file))
  const client = operatorClient(options)
  const draft = await bring(client, bytes, basename(file), options.sheet, mapping)
  let isDraft = true
  try {
    const plan = await wholePlan(client, draft.id)
    const isJson = options.format === 'json'
    if (!isJson) process.stdout.write(renderImport(draft, plan, styleFor(isColored())))
    isDraft = !(await mayWrite(plan, options))
    const done = isDraft ? null : await confirm(client, draft.id, plan.plan)
    const report: ImportReport = { import: done ?? draft, plan, confirmed: done !== null }
    if (isJson) process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
    else process.stdout.write(`${lastWord(report, options)}\n`)
    if (leftOut(plan) > 0 || draft.unknownColumns.length > 0) process.exitCode = ExitCode.incomplete
  } finally {
    if (isDraft) await client.call(deleteRegisterImport, { params: { id: draft.id } })
  }
}

function readRegister(path: string): Uint8Array<ArrayBuffer> {
  try {
    return new Uint8Array(readFileSync(path))
  } catch (error) {
    throw new UsageError(`cannot read ${path} (${reasonOf(error)})`)
  }
}

async function bring(
  client: CollectorClient,
  file: Uint8Array<ArrayBuffer>,
  fileName: string,
  sheet: string | undefined,
  mapping: MappingFile | null,
): Promise<RegisterImport> {
  const query = { fileName, ...(sheet === undefined ? {} : { sheet }) }
  let draft = await putRight(client.call(uploadRegister, { query, file }))
  if (!mapping) return draft
  const { rows = {}, ...read } = mapping
  const params = { id: draft.id }
  try {
    draft = await putRight(client.call(putImportMapping, { params, body: read }))
    const choices = Object.entries(rows).map(([row, choice]) => ({ row: Number(row), choice }))
    if (choices.length > 0)
      draft = await putRight(client.call(putImportChoices, { params, body: { rows: choices } }))
    return draft
  } catch (error) {
    await client.call(deleteRegisterImport, { params })
    throw error
  }
}

/** What the collector says of a file, a mapping or a plan is for the caller to put right. */
async function putRight<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof CollectorAnswer && [403, 409, 412, 413, 422].includes(error.status))
      throw new UsageError(error.message)
    throw error
  }
}

const PAGE = 500

async function wholePlan(client: CollectorClient, id: string): Promise<ImportPlan> {
  const params = { id }
  let page = await client.call(getImportPlan, { params, query: { limit: String(PAGE) } })
  const rows = [...page.rows]
  while (page.next !== null) {
    page = await client.call(getImportPlan, { params, query: { limit: String(PAGE), cursor: page.next } })
    rows.push(...page.rows)
  }
  return { ...page, rows }
}

async function confirm(client: CollectorClient, id: string, plan: string): Promise<RegisterImport> {
  try {
    return await putRight(client.call(confirmImport, { params: { id }, body: { plan } }))
  } catch (error) {
    if (!(error instanceof CollectorAway)) throw error
    throw new UsageError(
      `${error.message}; whether the import was written is not known. Import the file again: nothing is written twice`,
    )
  }
}

/** Known before anything is sent. */
function assertAnswerable({ dryRun, yes, format }: Options): void {
  const isAsked = process.stdin.isTTY === true && process.stdout.isTTY === true && format !== 'json'
  if (!dryRun && !yes && !isAsked)
    throw new UsageError('nobody is there to ask; --yes writes without asking, --dry-run only shows')
}

/** Also a plan without decisions is confirmed: the next import then knows what the sheet said. */
async function mayWrite(plan: ImportPlan, { dryRun, yes }: Options): Promise<boolean> {
  if (dryRun) return false
  if (yes) return true
  const prompts = await import('@clack/prompts')
  const count = plan.summary.writes
  const answer = await prompts.confirm({
    message: `Write ${count === 1 ? '1 decision' : `${count} decisions`} to the log?`,
    initialValue: false,
  })
  return answer === true
}

/** Rows of which nothing is written though they say something. */
const leftOut = ({ rows }: ImportPlan): number =>
  rows.filter(({ outcome, writes }) => !writes && ['error', 'undecided', 'duplicate'].includes(outcome))
    .length

function lastWord(report: ImportReport, { dryRun }: Options): string {
  const { plan, confirmed } = report
  const left = leftOut(plan)
  const rest = left > 0 ? ` ${left} ${left === 1 ? 'row is' : 'rows are'} left out.` : ''
  if (dryRun) return `Nothing is written: this was a dry run.${rest}`
  if (!confirmed) return 'Nothing is written.'
  const count = report.import.decisions?.count ?? 0
  return `Written: ${count} ${count === 1 ? 'decision' : 'decisions'}.${rest}`
}

const isColored = (): boolean => process.stdout.isTTY === true && !process.env.NO_COLOR
