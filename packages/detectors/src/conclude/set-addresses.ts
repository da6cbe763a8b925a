import { placeOf } from '../code/places.ts'
import type { Value } from '../signs.ts'
import { addressesIn } from '../text/urls.ts'
import { type CallAddresses, isPlaceholder, variablesOf } from './call-addresses.ts'
import type { PlacedSetting, Repository, RepositoryFile } from './repository.ts'
import type { Reached } from './served.ts'
import type { Tracer } from './trace.ts'

/** Whom the variables of a supplier's own packages make them reach. */
export class SetAddresses {
  private readonly repository: Repository
  private readonly tracer: Tracer
  private readonly addresses: CallAddresses
  private readonly known = new Map<string, Reached | null>()
  private readonly names = new Map<string, readonly string[]>()

  constructor(repository: Repository, tracer: Tracer, addresses: CallAddresses) {
    this.repository = repository
    this.tracer = tracer
    this.addresses = addresses
  }

  /** The base URL that a variable of the package's own supplier holds. */
  of(supplier: string, reader?: RepositoryFile): Reached | null {
    // What only one file sees is looked up for it alone.
    if (reader && this.repository.hasOwnSettings(reader)) return this.settingOf(supplier, reader)
    // Files of one folder see the same.
    const folder = reader ? `${reader.context} ${reader.path.replace(/[^/]*$/, '')}` : ''
    const key = `${supplier} ${folder}`
    let served = this.known.get(key)
    if (served === undefined) {
      served = this.settingOf(supplier, reader)
      this.known.set(key, served)
    }
    return served
  }

  private settingOf(supplier: string, reader?: RepositoryFile): Reached | null {
    const { catalogue } = this.repository
    for (const name of this.namesOf(supplier)) {
      const instead = catalogue.insteadOf(supplier, [name])
      if (instead && this.isSwitchedOn(name, reader)) return { supplier: instead, by: 'setting' }
      if (instead) continue
      const given = this.given(name, reader)
      for (const { file, value } of given)
        for (const text of this.tracer.texts(file, value)) {
          // Whether it will be filled in, nobody knows: the package's own supplier is as likely.
          if (file.context === 'example' && hasGap(text)) continue
          const served = this.addresses.addressed(text, 'setting')
          if (served) return served
        }
      const other = given.flatMap(({ value }) => this.ownerOf(value, supplier))[0]
      if (other) return { supplier: other, by: 'setting' }
    }
    return null
  }

  /** An address that is another supplier's variable, whatever it holds: `OPENAI_BASE_URL=${VLLM_URL}`. */
  private ownerOf(value: Value, supplier: string): string[] {
    return variablesOf(value).flatMap((name) => {
      const owner = placeOf(name) === 'base-url' ? this.repository.catalogue.environmentOwner(name) : null
      return owner && !owner.shared && owner.supplier !== supplier ? [owner.supplier] : []
    })
  }

  /** The variables that may send a supplier's packages elsewhere, of all that the repository sets. */
  private namesOf(supplier: string): readonly string[] {
    let names = this.names.get(supplier)
    if (!names) {
      const { catalogue, settingNames } = this.repository
      names = settingNames.filter(
        (name) =>
          catalogue.insteadOf(supplier, [name]) !== null ||
          (placeOf(name) === 'base-url' && catalogue.environmentOwner(name)?.supplier === supplier),
      )
      this.names.set(supplier, names)
    }
    return names
  }

  /** What tests give a variable, only they see. */
  private given(name: string, reader?: RepositoryFile): readonly PlacedSetting[] {
    const all = this.repository.settingsOf(name, reader)
    return reader ? all : all.filter(({ file }) => file.context !== 'test')
  }

  private isSwitchedOn(name: string, reader?: RepositoryFile): boolean {
    const texts = this.given(name, reader).flatMap(({ file, value }) => this.tracer.texts(file, value))
    return texts.some((text) => /^(true|1|yes|on)$/i.test(text.trim()))
  }
}

/** An address of a template whose host is still to be filled in: `https://<name>.openai.azure.com`. */
function hasGap(text: string): boolean {
  const [address] = addressesIn(text, 1)
  return address !== undefined && isPlaceholder(address.host)
}
