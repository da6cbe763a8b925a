import type { Context } from '@ai-census/schema'
import type { Catalogue } from '../catalogue.ts'
import { contextOf } from '../context.ts'
import type { FileSigns, Setting, Value } from '../signs.ts'

export interface AnalysedFile {
  readonly path: string
  readonly signs: FileSigns
}

export interface RepositoryFile extends AnalysedFile {
  readonly context: Context
}

/** All files of a repository that showed something, by path; and who says what of whom. */
export class Repository {
  readonly catalogue: Catalogue
  readonly files: readonly RepositoryFile[]
  private readonly byPath = new Map<string, RepositoryFile>()
  /** Python's modules by their dotted ends: `config`, `app.config`, `src.app.config`. */
  private readonly byModule = new Map<string, RepositoryFile[]>()
  private readonly variables = new Map<string, { file: RepositoryFile; setting: Setting }[]>()

  constructor(files: readonly AnalysedFile[], catalogue: Catalogue) {
    this.catalogue = catalogue
    this.files = files
      .map((file) => ({ ...file, context: weigh(contextOf(file.path), file.signs.context) }))
      .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
    for (const file of this.files) {
      this.byPath.set(file.path, file)
      this.indexModule(file)
      for (const setting of file.signs.settings ?? []) {
        const known = this.variables.get(setting.name) ?? []
        known.push({ file, setting })
        this.variables.set(setting.name, known)
      }
    }
  }

  private indexModule(file: RepositoryFile): void {
    if (!/\.pyi?$/.test(file.path)) return
    const parts = file.path.replace(/\.pyi?$/, '').replace(/\/__init__$/, '').split('/')
    for (let from = Math.max(0, parts.length - 6); from < parts.length; from += 1) {
      const name = parts.slice(from).join('.')
      const known = this.byModule.get(name) ?? []
      known.push(file)
      this.byModule.set(name, known)
    }
  }

  /** The values that the repository's own files give a variable; those of the real thing before samples. */
  settingsOf(name: string): readonly { file: RepositoryFile; value: Value; line: number }[] {
    const all = (this.variables.get(name) ?? []).map(({ file, setting }) => ({ file, value: setting.value, line: setting.line }))
    const real = all.filter(({ file }) => file.context === 'production' || file.context === 'development')
    return real.length > 0 ? real : all
  }

  get settingNames(): readonly string[] {
    return [...this.variables.keys()]
  }

  /** The file that a module name means, seen from another file; null for what is not in the repository. */
  moduleFile(from: RepositoryFile, module: string): RepositoryFile | null {
    return /\.pyi?$|\.ipynb$/.test(from.path) ? this.pythonModule(from, module) : this.scriptModule(from, module)
  }

  private pythonModule(from: RepositoryFile, module: string): RepositoryFile | null {
    const dots = /^\.*/.exec(module)?.[0].length ?? 0
    const folder = from.path.split('/').slice(0, -1)
    if (dots > 0) {
      const base = folder.slice(0, folder.length - (dots - 1))
      const path = [...base, ...module.slice(dots).split('.').filter(Boolean)].join('/')
      return this.byPath.get(`${path}.py`) ?? this.byPath.get(`${path}/__init__.py`) ?? null
    }
    const found = this.byModule.get(module) ?? []
    // The nearest one: that which shares most folders with the importing file.
    return nearest(folder, found.filter((file) => file !== from))
  }

  private scriptModule(from: RepositoryFile, module: string): RepositoryFile | null {
    const folder = from.path.split('/').slice(0, -1)
    if (module.startsWith('.')) return this.scriptAt(normalise([...folder, ...module.split('/')]))
    // Aliases of the project's own folders: `@/x`, `~/x`, `#x`, `$lib/x`, `src/x`.
    const alias = /^(?:[@~#]\/?|\$lib\/|src\/)(.+)$/.exec(module)
    if (!alias || (module.startsWith('@') && !module.startsWith('@/'))) return null
    for (let depth = folder.length; depth >= 0; depth -= 1) {
      const base = folder.slice(0, depth)
      for (const lead of [[], ['src'], ['app'], ['lib'], ['src', 'lib']]) {
        const found = this.scriptAt([...base, ...lead, alias[1]!].join('/'))
        if (found) return found
      }
    }
    return null
  }

  private scriptAt(path: string): RepositoryFile | null {
    const bare = path.replace(/\.[cm]?[jt]sx?$/, '')
    for (const end of ['.ts', '.tsx', '.js', '.jsx', '.mjs', '.cjs', '.mts', '.cts', '/index.ts', '/index.tsx', '/index.js', '/index.mjs', '.json']) {
      const found = this.byPath.get(bare + end)
      if (found) return found
    }
    return this.byPath.get(path) ?? null
  }
}

const weigh = (byPath: Context, byContent: Context | undefined): Context =>
  byContent !== undefined && byPath === 'production' ? byContent : byPath

function normalise(parts: readonly string[]): string {
  const out: string[] = []
  for (const part of parts) {
    if (part === '..') out.pop()
    else if (part !== '.' && part !== '') out.push(part)
  }
  return out.join('/')
}

function nearest(folder: readonly string[], files: readonly RepositoryFile[]): RepositoryFile | null {
  let best: RepositoryFile | null = null
  let most = -1
  for (const file of files) {
    const parts = file.path.split('/')
    let shared = 0
    while (shared < folder.length && folder[shared] === parts[shared]) shared += 1
    if (shared > most) {
      best = file
      most = shared
    }
  }
  return best
}
