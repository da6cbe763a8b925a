import { readFile } from 'node:fs/promises'
import { type Finding, gradeRank, isCodeLocation, type ScanReport } from '@ai-census/schema'
import { parse } from 'yaml'
import { z } from 'zod'

/** A line of a repository; `text` stands in it. */
const Place = z.strictObject({ file: z.string(), line: z.int().min(1), text: z.string() })

const Found = z.strictObject({
  kind: z.string(),
  supplier: z.string().optional(),
  publisher: z.string().optional(),
  model: z.string().optional(),
  name: z.string().optional(),
  grade: z.string(),
  context: z.string().optional(),
  cell: z.int().optional(),
  /** What kind of detector it takes, where that is more than manifests, imports, hosts, model ids, keys and MCP. */
  needs: z.enum(['infrastructure', 'containers', 'actions', 'datasets']).optional(),
  at: z.array(Place).min(1),
})
type Found = z.infer<typeof Found>

const Ignored = z.strictObject({
  supplier: z.string().optional(),
  model: z.string().optional(),
  why: z.string(),
  unlessContext: z.string().optional(),
  contextNot: z.string().optional(),
  at: z.array(Place).min(1),
})

const Repository = z.strictObject({
  folder: z.string(),
  scope: z.string(),
  suppliers: z.array(z.string()),
  allowed: z.array(z.string()).default([]),
  found: z.array(Found),
  ignored: z.array(Ignored),
})
type Repository = z.infer<typeof Repository>

const Project = z.strictObject({
  scope: z.string(),
  title: z.string(),
  context: z.string(),
  archived: z.boolean(),
  keys: z.array(z.strictObject({ id: z.string(), grade: z.string(), owner: z.string() })),
  models: z.array(z.string()),
})

export const Truth = z.strictObject({
  repositories: z.array(Repository),
  openai: z.strictObject({ organisation: z.string(), projects: z.array(Project) }),
  joins: z.array(z.unknown()),
})
export type Truth = z.infer<typeof Truth>

export const readTruth = async (file: string | URL): Promise<Truth> =>
  Truth.parse(parse(await readFile(file, 'utf8')))

/**
 * Where the reports of Acme's repositories and the truth disagree, one sentence each; empty where they agree.
 * `without` names the detectors that do not exist yet: what needs them is not asked for.
 */
export function repositoryProblems(
  truth: Truth,
  reports: readonly ScanReport[],
  without: readonly NonNullable<Found['needs']>[] = [],
): string[] {
  return truth.repositories.flatMap((repository) => {
    const report = reports.find(({ scope }) => scope.key === repository.scope)
    if (!report) return [`${repository.scope}: no report`]
    const asked = repository.found.filter(({ needs }) => !needs || !without.includes(needs))
    const missed = asked.filter((found) => !report.findings.some((finding) => isMet(found, finding)))
    return [
      ...missed.map((found) => `${repository.scope}: not found: ${nameOf(found)}`),
      ...strangers(repository, report.findings),
      ...tempted(repository, report.findings),
    ]
  })
}

const nameOf = ({ kind, supplier, model, name, grade, context, at }: Found): string =>
  [kind, supplier, model ?? name, grade, context, `${at[0]?.file}:${at[0]?.line}`].filter(Boolean).join(' ')

/** The same thing, at least as well proven, with at least one of the lines as evidence. */
function isMet(found: Found, finding: Finding): boolean {
  return (
    finding.kind === found.kind &&
    (found.supplier === undefined || finding.supplier === found.supplier) &&
    (found.model === undefined || finding.model?.id === found.model) &&
    (found.publisher === undefined || finding.model?.publisher === found.publisher) &&
    (found.name === undefined || finding.name === found.name) &&
    (found.context === undefined || finding.context === found.context) &&
    gradeRank(finding.grade) >= gradeRank(found.grade as Finding['grade']) && // the file holds grades
    found.at.some((place) => isAt(finding, place, found.cell))
  )
}

/** In a notebook, lines count within the cell. */
function isAt(finding: Finding, { file, line }: z.infer<typeof Place>, cell?: number): boolean {
  return finding.evidence.some(({ location }) => {
    if (!isCodeLocation(location) || location.path !== file) return false
    if (cell !== undefined) return location.cell === cell
    return location.startLine <= line && line <= (location.endLine ?? location.startLine)
  })
}

/** Suppliers that the truth does not know. Tests and examples may name anybody. */
function strangers({ scope, suppliers, allowed }: Repository, findings: readonly Finding[]): string[] {
  const known = new Set([...suppliers, ...allowed])
  return findings
    .filter(({ supplier, context }) => supplier && !known.has(supplier) && context !== 'test')
    .map(({ key, supplier }) => `${scope}: ${key} names ${supplier}, who serves nothing there`)
}

function tempted({ scope, ignored }: Repository, findings: readonly Finding[]): string[] {
  return ignored.flatMap(({ supplier, model, why, unlessContext, contextNot, at }) =>
    findings
      .filter(
        (finding) =>
          (supplier === undefined || finding.supplier === supplier) &&
          (model === undefined || finding.model?.id === model) &&
          finding.context !== unlessContext &&
          finding.context !== contextNot &&
          at.some((place) => isAt(finding, place)),
      )
      .map(({ key }) => `${scope}: ${key} was taken from ${at[0]?.file}, which is ${why}`),
  )
}

/** The same for the reports of Acme's OpenAI organisation. */
export function openAiProblems(truth: Truth, reports: readonly ScanReport[]): string[] {
  return truth.openai.projects.flatMap((project) => {
    const report = reports.find(({ scope }) => scope.key === project.scope)
    if (!report) return [`${project.scope}: no report`]
    const keys = report.findings
      .filter(({ kind }) => kind === 'credential')
      .map(({ key, grade, attributes }) => `${key.replace('credential:', '')} ${grade} ${attributes.owner}`)
    const models = report.findings.filter(({ kind }) => kind === 'model').map(({ name }) => name)
    const workspace = report.findings.find(({ kind }) => kind === 'workspace')
    return [
      ...differences(
        `${project.scope} keys`,
        project.keys.map(({ id, grade, owner }) => `${id} ${grade} ${owner}`),
        keys,
      ),
      ...differences(`${project.scope} models`, project.models, models),
      ...differences(
        `${project.scope} workspace`,
        [`${project.title} ${project.context} ${project.archived}`],
        [`${workspace?.name} ${workspace?.context} ${workspace?.attributes.status === 'archived'}`],
      ),
    ]
  })
}

function differences(what: string, wanted: readonly string[], got: readonly string[]): string[] {
  return [
    ...wanted.filter((one) => !got.includes(one)).map((one) => `${what}: missing ${one}`),
    ...got.filter((one) => !wanted.includes(one)).map((one) => `${what}: too many: ${one}`),
  ]
}
