import { nearest } from './nearest.ts'
import type { RepositoryFile } from './repository.ts'

/** The files of a repository by the names under which others import them. */
export class ModuleFiles {
  private readonly byPath = new Map<string, RepositoryFile>()
  /** Python's modules by their dotted ends: `config`, `app.config`, `src.app.config`. */
  private readonly byModule = new Map<string, RepositoryFile[]>()

  add(file: RepositoryFile): void {
    this.byPath.set(file.path, file)
    if (!/\.pyi?$/.test(file.path)) return
    const parts = file.path
      .replace(/\.pyi?$/, '')
      .replace(/\/__init__$/, '')
      .split('/')
    for (let from = Math.max(0, parts.length - 6); from < parts.length; from += 1) {
      const name = parts.slice(from).join('.')
      const known = this.byModule.get(name) ?? []
      known.push(file)
      this.byModule.set(name, known)
    }
  }

  /** By its dots, or by its name: then the nearest file that has it. */
  python(from: RepositoryFile, module: string): RepositoryFile | null {
    const dots = /^\.*/.exec(module)?.[0].length ?? 0
    const folder = from.path.split('/').slice(0, -1)
    if (dots > 0) {
      const base = folder.slice(0, folder.length - (dots - 1))
      const path = [...base, ...module.slice(dots).split('.').filter(Boolean)].join('/')
      return this.byPath.get(`${path}.py`) ?? this.byPath.get(`${path}/__init__.py`) ?? null
    }
    const found = this.byModule.get(module) ?? []
    // The nearest one: that which shares most folders with the importing file.
    return nearest(
      folder,
      found.filter((file) => file !== from),
    )
  }

  /** By its path, or by an alias of the project's own folders. */
  script(from: RepositoryFile, module: string): RepositoryFile | null {
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
    for (const end of [
      '.ts',
      '.tsx',
      '.js',
      '.jsx',
      '.mjs',
      '.cjs',
      '.mts',
      '.cts',
      '/index.ts',
      '/index.tsx',
      '/index.js',
      '/index.mjs',
      '.json',
    ]) {
      const found = this.byPath.get(bare + end)
      if (found) return found
    }
    return this.byPath.get(path) ?? null
  }
}

function normalise(parts: readonly string[]): string {
  const out: string[] = []
  for (const part of parts) {
    if (part === '..') out.pop()
    else if (part !== '.' && part !== '') out.push(part)
  }
  return out.join('/')
}
