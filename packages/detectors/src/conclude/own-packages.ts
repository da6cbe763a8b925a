import { type Ecosystem, type Language, normalisePackage, npmPackageOf } from '@ai-census/signatures'
import type { Catalogue } from '../catalogue.ts'
import type { AnalysedFile, RepositoryFile } from './repository.ts'

/** Packages that the repository itself makes: what uses them uses nobody else's. */
export class OwnPackages {
  private readonly catalogue: Catalogue
  /** `ecosystem name`. */
  private readonly names = new Set<string>()
  private readonly goModules: readonly string[]
  /** Whose Composer packages are made here, and of whom none comes from elsewhere. */
  private readonly phpSuppliers = new Set<string>()

  constructor(files: readonly AnalysedFile[], catalogue: Catalogue) {
    this.catalogue = catalogue
    const all = files.flatMap(({ signs }) => signs.packages ?? [])
    for (const sign of all) if (sign.own) this.names.add(keyOf(sign.ecosystem, sign.name))
    this.goModules = all.flatMap((sign) => (sign.own && sign.ecosystem === 'golang' ? [sign.name] : []))
    const composer = all.filter(({ ecosystem }) => ecosystem === 'composer')
    for (const { name } of composer) this.addSupplier(name, true)
    for (const { name } of composer) this.addSupplier(name, false)
  }

  private addSupplier(name: string, own: boolean): void {
    const supplier = this.catalogue.packageOwner('composer', name)?.supplier
    if (supplier === undefined || this.names.has(keyOf('composer', name)) !== own) return
    if (own) this.phpSuppliers.add(supplier)
    else this.phpSuppliers.delete(supplier)
  }

  hasPackage(ecosystem: Ecosystem, name: string): boolean {
    return ecosystem === 'golang' ? this.hasGoPath(name) : this.names.has(keyOf(ecosystem, name))
  }

  hasModule(language: Language, module: string): boolean {
    if (this.names.size === 0) return false
    switch (language) {
      case 'javascript':
        return this.hasPackage('npm', npmPackageOf(module) ?? '')
      case 'go':
        return this.hasGoPath(module)
      case 'rust':
        return this.hasPackage('cargo', module.split('::')[0]!)
      case 'php':
        return this.phpSuppliers.has(this.catalogue.importOwner('php', module)?.supplier ?? '')
      default:
        return false
    }
  }

  private hasGoPath(path: string): boolean {
    return this.goModules.some((module) => path === module || path.startsWith(`${module}/`))
  }

  /** The file without what it says of them. */
  withoutThem(file: RepositoryFile): RepositoryFile {
    if (this.names.size === 0) return file
    const { packages = [], imports = [] } = file.signs
    const kept = packages.filter(({ ecosystem, name }) => !this.hasPackage(ecosystem, name))
    const used = imports.filter(({ language, module }) => !this.hasModule(language, module))
    return kept.length === packages.length && used.length === imports.length
      ? file
      : { ...file, signs: { ...file.signs, packages: kept, imports: used } }
  }
}

const keyOf = (ecosystem: Ecosystem, name: string): string =>
  `${ecosystem} ${normalisePackage(ecosystem, name)}`
