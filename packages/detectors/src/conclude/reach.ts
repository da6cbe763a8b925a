import type { CallSign } from '../signs.ts'
import type { Repository, RepositoryFile } from './repository.ts'
import type { Serving } from './serve.ts'
import type { Served } from './served.ts'

/** A call that reaches somebody. */
export interface Reach {
  readonly file: RepositoryFile
  readonly call: CallSign
  readonly index: number
  readonly served: Served
}

/** Errors, types and messages that a package also exports: making one reaches nobody. */
const passive =
  /(Error|Exception|Params?|Config|Options|Message|Request|Response|Tool|Type|Schema|Event|Hook|Prompt|Template|Parser|Splitter|Loader|Document|Chunk|Usage|Format|Content|Part|Block|Role|Callback|Handler|Settings|Enum|Status|Result|Output|Input)s?$/

export const isPassive = (name: string): boolean => passive.test(name.split('.').at(-1) ?? name)

/** A name that the catalogue knows as a client's makes one, however it sounds: `DefaultAzureConfig`. */
export const makesNothing = ({ name, by }: Served): boolean => by !== 'client' && isPassive(name)

/** Every call of the repository that the catalogue understands, in order of files and lines. */
export function reachesOf(repository: Repository, serving: Serving): Reach[] {
  return repository.files.flatMap((file) =>
    (file.signs.calls ?? []).flatMap((call, index) =>
      serving.of(file, index).map((served) => ({ file, call, index, served })),
    ),
  )
}

/**
 * Suppliers whose client is used, but only to reach others: then neither the import nor the variable that
 * holds the key says that this supplier serves. A file's own calls tell best; where it has none, those of
 * its context do, for a test may use what production does not.
 */
export class Redirects {
  private readonly stays = new Set<string>()
  private readonly leaves = new Set<string>()
  private readonly targets = new Map<string, Set<string>>()
  private readonly everyTarget = new Map<string, Set<string>>()

  private readonly configured: (supplier: string) => string | null

  /** `configured` tells to whom an address in configuration leads a supplier's packages, where no call tells. */
  constructor(reaches: readonly Reach[], configured: (supplier: string) => string | null) {
    this.configured = configured
    for (const { file, served } of reaches) {
      if (served.owner.role !== 'client' || makesNothing(served)) continue
      const into = served.supplier === served.owner.supplier ? this.stays : this.leaves
      if (into === this.leaves && served.supplier !== null && file.context === 'production')
        this.targets.set(
          served.owner.supplier,
          (this.targets.get(served.owner.supplier) ?? new Set()).add(served.supplier),
        )
      if (into === this.leaves && served.supplier !== null)
        for (const at of [`${served.owner.supplier} ${file.path}`, served.owner.supplier])
          this.everyTarget.set(at, (this.everyTarget.get(at) ?? new Set()).add(served.supplier))
      into.add(`${served.owner.supplier} ${file.path}`).add(`${served.owner.supplier} <${file.context}>`)
    }
  }

  /** All calls through this supplier's packages go elsewhere: in this file, else in its context. */
  away(supplier: string, file: RepositoryFile): boolean {
    for (const at of [
      `${supplier} ${file.path}`,
      `${supplier} <${file.context}>`,
      `${supplier} <production>`,
    ]) {
      if (this.stays.has(at)) return false
      if (this.leaves.has(at)) return true
    }
    return false
  }

  /** Whom calls through this supplier's packages reach instead of it: in this file, else anywhere. */
  targetsOf(supplier: string, file: RepositoryFile): string[] {
    const targets = this.everyTarget.get(`${supplier} ${file.path}`) ?? this.everyTarget.get(supplier)
    return [...(targets ?? [])].sort()
  }

  /** Whom production reaches through this supplier's packages instead of it; null where it reaches the supplier too. */
  insteadOf(supplier: string): string | null {
    if (this.stays.has(`${supplier} <production>`)) return null
    const [target] = [...(this.targets.get(supplier) ?? [])].sort()
    return target ?? (this.leaves.has(`${supplier} <production>`) ? null : this.configured(supplier))
  }

  /** The one whom production reaches through this supplier's packages instead of it; null where there are several. */
  onlyInsteadOf(supplier: string): string | null {
    return (this.targets.get(supplier)?.size ?? 0) > 1 ? null : this.insteadOf(supplier)
  }
}
