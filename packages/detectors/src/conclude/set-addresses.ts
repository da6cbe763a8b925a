import { placeOf } from '../code/places.ts'
import type { CallAddresses } from './call-addresses.ts'
import type { Repository, RepositoryFile } from './repository.ts'
import type { Reached } from './served.ts'
import type { Tracer } from './trace.ts'

/** Whom the variables of a supplier's own packages make them reach. */
export class SetAddresses {
  private readonly repository: Repository
  private readonly tracer: Tracer
  private readonly addresses: CallAddresses
  private readonly known = new Map<string, Reached | null>()

  constructor(repository: Repository, tracer: Tracer, addresses: CallAddresses) {
    this.repository = repository
    this.tracer = tracer
    this.addresses = addresses
  }

  /** The base URL that a variable of the package's own supplier holds. */
  of(supplier: string, reader?: RepositoryFile): Reached | null {
    // What only one file sees is looked up for it alone.
    if (reader && this.repository.hasOwnSettings(reader)) return this.settingOf(supplier, reader)
    let served = this.known.get(supplier)
    if (served === undefined) {
      served = this.settingOf(supplier)
      this.known.set(supplier, served)
    }
    return served
  }

  private settingOf(supplier: string, reader?: RepositoryFile): Reached | null {
    const { catalogue } = this.repository
    for (const name of this.repository.settingNames) {
      const instead = catalogue.insteadOf(supplier, [name])
      if (instead && this.isSwitchedOn(name, reader)) return { supplier: instead, by: 'setting' }
      if (placeOf(name) !== 'base-url' || catalogue.environmentOwner(name)?.supplier !== supplier) continue
      for (const { file, value } of this.repository.settingsOf(name, reader))
        for (const text of this.tracer.texts(file, value)) {
          const served = this.addresses.addressed(text, 'setting')
          if (served) return served
        }
    }
    return null
  }

  private isSwitchedOn(name: string, reader?: RepositoryFile): boolean {
    const texts = this.repository
      .settingsOf(name, reader)
      .flatMap(({ file, value }) => this.tracer.texts(file, value))
    return texts.some((text) => /^(true|1|yes|on)$/i.test(text.trim()))
  }
}
