/** One account as a matrix: services with their resource types down, regions across. Pure. */
import type { CoverageCell, CoverageStatus, ScopeRow } from '#lib/types.ts'

export interface MatrixCell {
  status: CoverageStatus
  /** The scope that it is, or is in. */
  scope: ScopeRow
  /** The resource type; absent where it is the whole scope. */
  cell?: CoverageCell
}

export interface MatrixRow {
  name: string
  /** By region. */
  cells: ReadonlyMap<string, MatrixCell>
}

export interface MatrixService extends MatrixRow {
  types: MatrixRow[]
}

export interface Matrix {
  regions: string[]
  services: MatrixService[]
}

/** Where a cloud has scopes of a place without a region. */
export const NOWHERE = '–'

/** The region and the service of a scope under an account; a key may have no region. */
export function placeOf(key: string, under: string): { region: string; service: string } {
  const rest = key === under ? '' : key.slice(under.length + 1)
  const cut = rest.lastIndexOf('/')
  return cut < 0
    ? { region: NOWHERE, service: rest || NOWHERE }
    : { region: rest.slice(0, cut), service: rest.slice(cut + 1) }
}

export const hasCells = (rows: readonly ScopeRow[]): boolean =>
  rows.some(({ coverage }) => (coverage.cells?.length ?? 0) > 0)

export function matrixOf(rows: readonly ScopeRow[], under: string): Matrix {
  const services = new Map<
    string,
    { cells: Map<string, MatrixCell>; types: Map<string, Map<string, MatrixCell>> }
  >()
  const regions = new Set<string>()
  for (const scope of rows) {
    const { region, service } = placeOf(scope.scope.key, under)
    regions.add(region)
    const known = services.get(service) ?? { cells: new Map(), types: new Map() }
    services.set(service, known)
    known.cells.set(region, { status: scope.coverage.status, scope })
    for (const cell of scope.coverage.cells ?? []) {
      const type = known.types.get(cell.type) ?? new Map<string, MatrixCell>()
      known.types.set(cell.type, type)
      type.set(region, { status: cell.status, scope, cell })
    }
  }
  return {
    regions: [...regions].sort(byPlace),
    services: sorted(services).map(([name, { cells, types }]) => ({
      name,
      cells,
      types: sorted(types).map(([type, of]) => ({ name: type, cells: of })),
    })),
  }
}

/** What is of no region, or of all, comes first. */
const rank = (region: string): number =>
  region === NOWHERE || region === '-' ? 0 : region === 'global' ? 1 : 2
const byPlace = (a: string, b: string): number => rank(a) - rank(b) || a.localeCompare(b)
const sorted = <T>(map: ReadonlyMap<string, T>): [string, T][] =>
  [...map].sort(([a], [b]) => a.localeCompare(b))

/** Statuses of a row that are neither whole nor nothing: what the eye looks for. */
export const gapsOf = ({ cells }: MatrixRow): number =>
  [...cells.values()].filter(({ status }) => !['complete', 'not-enabled', 'unsupported'].includes(status))
    .length
