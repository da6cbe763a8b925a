import type { Suppression } from '@ai-census/schema'
import type { IgnoreSign } from '../signs.ts'
import type { Proof } from './draft.ts'
import type { ConcludeOptions, RepositoryFile } from './repository.ts'

/** Says of a sign whether somebody asked that it be ignored, by its path or by a comment beside it. */
export type Suppressed = (proof: Pick<Proof, 'file' | 'line' | 'cell'>) => Suppression | null

export function suppressions({ ignoredPath }: ConcludeOptions): Suppressed {
  const paths = new Map<RepositoryFile, Suppression | null>()
  return ({ file, line, cell }) => {
    const comment = file.signs.ignores?.find((one) => covers(one, line, cell))
    if (comment?.reason) return bySign(file, comment)
    let path = paths.get(file)
    if (path === undefined) {
      path = ignoredPath?.(file.path) ?? null
      paths.set(file, path)
    }
    return path ?? (comment ? bySign(file, comment) : null)
  }
}

const covers = (ignore: IgnoreSign, line: number, cell: number | undefined): boolean =>
  ignore.cell === cell && (ignore.line === line || (ignore.alone && ignore.line + 1 === line))

function bySign({ path }: RepositoryFile, { line, cell, reason }: IgnoreSign): Suppression {
  return {
    by: 'comment',
    status: reason ? 'active' : 'unexplained',
    ...(reason ? { reason } : {}),
    place: `${path}:${line}${cell ? ` (cell ${cell})` : ''}`,
  }
}
