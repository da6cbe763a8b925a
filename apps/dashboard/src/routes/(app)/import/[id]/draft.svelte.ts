/** What a person says about a draft: each answer goes to the collector at once, so that one can leave and come back. */
import { ApiError, call } from '#lib/api.ts'
import { type Resource, refreshHeld } from '#lib/state/resource.svelte.ts'
import type { PlannedRow, RegisterImport } from '#lib/types.ts'
import type { Target } from '../words.ts'

type Mapping = RegisterImport['mapping']
type Choice = NonNullable<PlannedRow['choice']>

export class ImportDraft {
  readonly #register: Resource<RegisterImport>
  saving = $state(false)
  failure = $state('')
  /** The dry run on screen was not the newest when it was confirmed. */
  overtaken = $state(false)

  constructor(register: Resource<RegisterImport>) {
    this.#register = register
  }

  get #draft(): RegisterImport {
    const { data } = this.#register
    if (!data) throw new Error('a draft is edited that was not read')
    return data
  }

  /** `undefined` hands the column back to the guess. */
  setColumn(column: string, header: string, target: Target | null | undefined): Promise<void> {
    const columns = { ...this.#draft.mapping.columns }
    // An earlier answer may have named it by its header.
    delete columns[header]
    if (target === undefined) delete columns[column]
    else columns[column] = target
    return this.#map({ columns })
  }

  setHeaderRow(headerRow: number): Promise<void> {
    // Columns have other names now, so what was said of them is void.
    return this.#map({ headerRow, columns: {} })
  }

  setDates(dates: Mapping['dates']): Promise<void> {
    return this.#map({ dates })
  }

  /** What the sheet's own word stands for; empty: it is no answer. */
  setValue(target: Target, from: string, to: string): Promise<void> {
    const { values } = this.#draft.mapping
    return this.#map({ values: { ...values, [target]: { ...values?.[target], [from]: to } } })
  }

  choose(row: number, choice: Choice | null): Promise<void> {
    const { id } = this.#draft
    return this.#save(() =>
      call('put', '/api/v1/register-imports/{id}/choices', {
        params: { id },
        body: { rows: [{ row, choice }] },
      }),
    )
  }

  #map(change: Partial<Mapping>): Promise<void> {
    const { id, mapping } = this.#draft
    const body = { ...mapping, ...change }
    if (body.dates === undefined) delete body.dates
    return this.#save(() => call('put', '/api/v1/register-imports/{id}/mapping', { params: { id }, body }))
  }

  async #save(send: () => Promise<RegisterImport>): Promise<void> {
    this.saving = true
    this.failure = ''
    this.overtaken = false
    try {
      this.#register.put(await send())
      await refreshHeld()
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      this.failure = error.message
      await refreshHeld()
    } finally {
      this.saving = false
    }
  }

  /** True where it is written. Somebody else's change in between is shown instead, and nothing is written. */
  async confirm(plan: string): Promise<boolean> {
    const { id } = this.#draft
    this.saving = true
    this.failure = ''
    this.overtaken = false
    try {
      this.#register.put(
        await call('post', '/api/v1/register-imports/{id}/confirm', { params: { id }, body: { plan } }),
      )
      return true
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      if (error.status === 412) this.overtaken = true
      else this.failure = error.message
      return false
    } finally {
      await refreshHeld()
      this.saving = false
    }
  }

  async discard(): Promise<boolean> {
    const { id } = this.#draft
    try {
      await call('delete', '/api/v1/register-imports/{id}', { params: { id } })
      return true
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      this.failure = error.message
      return false
    }
  }
}
