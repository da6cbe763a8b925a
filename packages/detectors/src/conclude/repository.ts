import type { Context, Suppression } from '@ai-census/schema'
import type { Language } from '@ai-census/signatures'
import type { Catalogue } from '../catalogue.ts'
import { contextOf, folderApart, isAmbiguousFolder } from '../context.ts'
import type { FileSigns, ImportSign, Setting, Value } from '../signs.ts'
import { own } from '../text/own.ts'
import { constantsIn, familyOf } from './constants.ts'
import { ModuleFiles } from './module-files.ts'
import { nearest } from './nearest.ts'
import { OwnPackages } from './own-packages.ts'

export interface AnalysedFile {
  readonly path: string
  readonly signs: FileSigns
}

export interface ConcludeOptions {
  /**
   * All paths of the repository, also of files that showed nothing: they tell its own modules from packages of
   * the same name. Default: the paths of the files given.
   */
  readonly paths?: Iterable<string>
  /** Whether people asked that signs in this file be ignored; they are concluded from all the same, and say so. */
  readonly ignoredPath?: (path: string) => Suppression | null
  /** Says of each finding what every sign proves, and what was set aside. */
  readonly explain?: boolean
}

export interface RepositoryFile extends AnalysedFile {
  readonly context: Context
}

/** What a file gives a variable. */
export interface PlacedSetting extends Setting {
  readonly file: RepositoryFile
}

/** All files of a repository that showed something, by path; and who says what of whom. */
export class Repository {
  readonly catalogue: Catalogue
  readonly files: readonly RepositoryFile[]
  /** Of all files, also of those that show nothing. */
  readonly paths: readonly string[]
  private readonly modules = new ModuleFiles()
  /** The files that modules mean, by the file that asks. */
  private readonly found = new Map<RepositoryFile, Map<string, RepositoryFile | null>>()
  private readonly variables = new Map<string, { file: RepositoryFile; setting: Setting }[]>()

  /** Python's files and folders that hold them, by path without `.py`. */
  private readonly pythonPaths = new Set<string>()
  /** Files by language and name of a constant that they set; made when first asked. */
  private constants: Map<string, RepositoryFile[]> | undefined
  /** Suppliers of which a manifest, a key, a host or a name that nobody shares speaks. */
  private readonly certain = new Set<string>()
  private readonly declared = new Set<string>()
  private readonly globals = new Map<string, boolean>()
  private readonly own: OwnPackages
  /** Modules that a file uses by name alone, and that no manifest names: `path module`. */
  private readonly refused = new Set<string>()

  constructor(files: readonly AnalysedFile[], catalogue: Catalogue, options: ConcludeOptions = {}) {
    this.catalogue = catalogue
    const agents = { tools: false, agents: false }
    this.paths = [...(options.paths ?? files.map((file) => file.path))]
    for (const path of this.paths) {
      this.addPythonPath(path)
      agents.tools ||= path.startsWith('tools/')
      agents.agents ||= path.startsWith('agents/')
    }
    // Beside agents, tools are what agents use, and no developer's own.
    const toolsShip = agents.tools && agents.agents
    const all = files
      .map((file) => ({
        ...file,
        context: weigh(contextOf(this.unambiguous(shipped(file.path, toolsShip))), file.signs.context),
      }))
      .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
    this.own = new OwnPackages(all, catalogue)
    const others = all.map((file) => this.own.withoutThem(file))
    for (const file of others) this.ascertain(file)
    this.files = others.map((file) => {
      const imports = file.signs.imports?.filter((sign) => this.admitsImport(file, sign))
      return imports && imports.length < (file.signs.imports?.length ?? 0)
        ? { ...file, signs: { ...file.signs, imports } }
        : file
    })
    for (const file of this.files) {
      this.modules.add(file)
      for (const setting of file.signs.settings ?? []) {
        const known = this.variables.get(setting.name) ?? []
        known.push({ file, setting })
        this.variables.set(setting.name, known)
      }
    }
  }

  /**
   * A constant of another file, in languages whose files see each other by namespace: the nearest of that name. What
   * ships is built without tests and examples, and sees none of theirs.
   */
  constantOf(from: RepositoryFile, name: string): { file: RepositoryFile; value: Value } | null {
    const family = familyOf(from.path)
    if (family === null || !/^[A-Z]/.test(name)) return null
    this.constants ??= constantsIn(this.files)
    const found = (this.constants.get(`${family} ${name}`) ?? []).filter(
      ({ context }) => ships(context) || !ships(from.context),
    )
    const here = found.find((file) => file === from)
    const file = here ?? nearest(from.path.split('/').slice(0, -1), found)
    const value = own(file?.signs.values, name)
    return file && value !== undefined ? { file, value } : null
  }

  private addPythonPath(path: string): void {
    if (!path.endsWith('.py')) return
    const parts = path.slice(0, -3).split('/')
    for (let end = 1; end <= parts.length; end += 1) this.pythonPaths.add(parts.slice(0, end).join('/'))
  }

  /** A folder `cookbook` or `recipes` that Python imports as a package is part of a product, not a collection of examples. */
  private unambiguous(path: string): string {
    const parts = path.split('/')
    const named = parts.map((part, index) =>
      isAmbiguousFolder(part) && this.pythonPaths.has([...parts.slice(0, index + 1), '__init__'].join('/'))
        ? 'package'
        : part,
    )
    return named.join('/')
  }

  private ascertain(file: RepositoryFile): void {
    const { signs } = file
    for (const sign of signs.packages ?? []) {
      const owner = this.catalogue.packageOwner(sign.ecosystem, sign.name)
      if (!owner) continue
      // A tool around a supplier's models brings none of that supplier's modules with it.
      this.declared.add(owner.role === 'tooling' ? `${owner.supplier} tooling` : owner.supplier)
      if (!owner.shared && owner.role !== 'tooling') this.certain.add(owner.supplier)
    }
    for (const sign of [
      ...(signs.keys ?? []),
      ...(signs.hosts ?? []),
      ...(signs.environment ?? []).filter(({ strength }) => strength !== 'weak'),
    ])
      this.certain.add(sign.supplier)
    for (const sign of signs.named ?? []) if (sign.supplier !== null) this.certain.add(sign.supplier)
    for (const sign of signs.imports ?? []) {
      const owner = this.catalogue.importOwner(sign.language, sign.module)
      // A client's own name is another sign beside a module's name that others share, as is one that only this module brings.
      const client = (sign.names ?? []).some(
        (name) =>
          owner?.brings?.includes(name) ||
          this.catalogue.clientOwner(sign.language, name)?.supplier === owner?.supplier,
      )
      if (
        owner &&
        !sign.qualified &&
        (!owner.shared || client) &&
        !this.isOwnModule(file, sign.language, sign.module)
      )
        this.certain.add(owner.supplier)
    }
  }

  /** What is only called by its whole name is the package where a manifest names the package too. */
  private admitsImport(file: RepositoryFile, { language, module, qualified }: ImportSign): boolean {
    const owner = qualified ? this.catalogue.importOwner(language, module) : null
    if (owner && !this.isDeclared(owner)) this.refused.add(`${file.path} ${module}`)
    return this.admits(file, language, module)
  }

  /** A module of the catalogue: none of the repository's own, and no name that others use too without another sign. */
  admits(file: RepositoryFile, language: Language, module: string): boolean {
    const owner = this.catalogue.importOwner(language, module)
    if (!owner) return true
    if (this.refused.has(`${file.path} ${module}`)) return false
    if (this.own.hasModule(language, module)) return false
    if (owner.shared && !this.isDeclared(owner) && !this.certain.has(owner.supplier)) return false
    return !this.isOwnModule(file, language, module)
  }

  /** Suppliers whose packages manifests name. */
  get declaredSuppliers(): readonly string[] {
    return [...this.declared].sort()
  }

  private isDeclared({ supplier, role }: { supplier: string; role: string }): boolean {
    return this.declared.has(supplier) || (role === 'tooling' && this.declared.has(`${supplier} tooling`))
  }

  /**
   * `import agents` where the repository has its own `agents`, beside the file or at a root, and no manifest names the
   * package. Of a name that others use too, `agents.utils` is the repository's own where it has just that, whatever
   * manifests and lock files name of the same supplier.
   */
  private isOwnModule(file: RepositoryFile, language: Language, module: string): boolean {
    if (language !== 'python' || module.startsWith('.')) return false
    const owner = this.catalogue.importOwner(language, module)
    if (!owner) return false
    const isDeclared = this.isDeclared(owner)
    if (isDeclared && !owner.shared) return false
    // Of `azure.cognitiveservices` a folder `azure` alone is not the module.
    const own = owner.entry.includes('.') ? owner.entry.replaceAll('.', '/') : module.split('.')[0]!
    const folders = file.path.split('/').slice(0, -1)
    const above = folders.map((_, index) => folders.slice(0, index + 1).join('/'))
    return ['', 'src', ...above].some((root) => {
      const path = root === '' ? own : `${root}/${own}`
      if (path === file.path.replace(/\.py$/, '') || !this.pythonPaths.has(path)) return false
      // `voice/acme/client.py` that imports `acme` means the package: its own folder is named after it.
      const isNamedAfter = file.path.startsWith(`${path}/`) && root !== '' && root !== 'src' && !owner.shared
      const below = root === '' ? '' : `${root}/`
      // A name that is imported from a module may stand behind it: `agents.utils` is what tells.
      const parts = isDeclared ? module.split('.').slice(0, 2) : module.split('.')
      const whole = below + parts.join('/')
      return (!isDeclared && !isNamedAfter) || (whole !== path && this.pythonPaths.has(whole))
    })
  }

  /**
   * The values that the repository's own files give a variable, as `reader` sees it; those of the real thing before
   * samples.
   */
  settingsOf(name: string, reader?: RepositoryFile): readonly PlacedSetting[] {
    const all = (this.variables.get(name) ?? [])
      .filter(({ file, setting }) => !setting.own || file === reader)
      .map(({ file, setting }) => ({ ...setting, file }))
    const real = all.filter(({ file }) => file.context === 'production' || file.context === 'development')
    if (real.length > 0) return real
    // What a test gives a variable for its own run, nothing else ever sees.
    const samples =
      reader && reader.context !== 'test' ? all.filter(({ file }) => file.context !== 'test') : all
    return reader?.context === 'production' ? samples.filter(({ file }) => !isApart(file, reader)) : samples
  }

  /** Whether the program gives a global of this name a value: `globalThis.AI_SDK_DEFAULT_PROVIDER = …`. */
  sets(name: string): boolean {
    const known = this.globals.get(name)
    if (known !== undefined) return known
    const found = this.files.some(
      ({ signs, context }) =>
        (context === 'production' || context === 'development') &&
        own(signs.values, `globalThis.${name}`) !== undefined,
    )
    this.globals.set(name, found)
    return found
  }

  /** Whether the file gives variables values that only it sees, as a notebook does. */
  hasOwnSettings({ signs }: RepositoryFile): boolean {
    return signs.settings?.some(({ own }) => own) ?? false
  }

  get settingNames(): readonly string[] {
    return [...this.variables.keys()]
  }

  /** The file that a module name means, seen from another file; null for what is not in the repository. */
  moduleFile(from: RepositoryFile, module: string): RepositoryFile | null {
    // Each use of a name asks for its module again.
    const known = this.found.get(from) ?? new Map<string, RepositoryFile | null>()
    this.found.set(from, known)
    const before = known.get(module)
    if (before !== undefined) return before
    const file = this.findModule(from, module)
    known.set(module, file)
    return file
  }

  private findModule(from: RepositoryFile, module: string): RepositoryFile | null {
    if (!/\.pyi?$|\.ipynb$/.test(from.path)) return this.modules.script(from, module)
    // A file that is named like a package is not the package, unless the import can only mean the file.
    const isPackage =
      !module.startsWith('.') &&
      this.catalogue.importOwner('python', module) !== null &&
      !this.isOwnModule(from, 'python', module)
    return isPackage ? null : this.modules.python(from, module)
  }
}

const ships = (context: Context): boolean =>
  context !== 'test' && context !== 'example' && context !== 'documentation'

/** A sample among examples or a developer's tools says nothing of the product beside them. */
function isApart({ path }: RepositoryFile, reader: RepositoryFile): boolean {
  const folder = folderApart(path)
  return folder !== null && !reader.path.startsWith(`${folder}/`)
}

const shipped = (path: string, toolsShip: boolean): string =>
  toolsShip ? path.replace(/^tools\//, 'agents/tools/') : path

const weigh = (byPath: Context, byContent: Context | undefined): Context =>
  byContent !== undefined && byPath === 'production' ? byContent : byPath
