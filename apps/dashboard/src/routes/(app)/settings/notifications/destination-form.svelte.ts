/** A destination while somebody sets or edits it. */
import type { DestinationType } from '@ai-census/api'
import type { NewsFlag, NewsKind } from '@ai-census/schema'
import { type Answer, ApiError, call } from '#lib/api.ts'
import type { DestinationRow } from '#lib/types.ts'

type Created = Answer<'post', '/api/v1/notification-destinations'>

/** What most people want to hear of first. */
const usualKinds: NewsKind[] = [
  'system-discovered',
  'supplier-appeared',
  'flag-raised',
  'look-held',
  'source-late',
]
const usualFlags: NewsFlag[] = ['exposed-key', 'changed-since-review']

const lines = (text: string): string[] =>
  text
    .split(/[\n,;]+/)
    .map((line) => line.trim())
    .filter(Boolean)

export class DestinationForm {
  readonly edited: DestinationRow | null
  type = $state<DestinationType>('slack')
  name = $state('')
  url = $state('')
  recipients = $state('')
  kinds = $state<NewsKind[]>(usualKinds)
  flags = $state<NewsFlag[]>(usualFlags)
  /** Comma-separated, as the facet has it. */
  suppliers = $state<string>()
  sources = $state('')
  minimumRisk = $state('')
  daysAhead = $state(30)
  gather = $state<DestinationRow['gather']>('soon')
  dailyAt = $state(7)
  faults = $state<Record<string, string>>({})
  failure = $state<string>()
  saving = $state(false)

  constructor(edited: DestinationRow | null) {
    this.edited = edited
    if (!edited) return
    const { wanted } = edited
    this.type = edited.type
    this.name = edited.name
    this.recipients = edited.recipients.join('\n')
    this.kinds = [...wanted.kinds]
    this.flags = [...wanted.flags]
    this.suppliers = wanted.suppliers.join(',') || undefined
    this.sources = wanted.sources.join('\n')
    this.minimumRisk = wanted.minimumRisk ?? ''
    this.daysAhead = wanted.daysAhead
    this.gather = edited.gather
    this.dailyAt = edited.dailyAt
  }

  /** Answers the secret that is shown once; undefined where something must be put right first. */
  async save(): Promise<{ secret: string | null } | undefined> {
    this.faults = this.#ownFaults()
    this.failure = undefined
    if (Object.keys(this.faults).length > 0 || this.saving) return undefined
    this.saving = true
    try {
      return await this.#put()
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      this.#refused(error)
      return undefined
    } finally {
      this.saving = false
    }
  }

  async #put(): Promise<{ secret: string | null }> {
    const body = this.#body()
    if (this.edited) {
      const { id, version: ifVersion, paused } = this.edited
      await call('put', '/api/v1/notification-destinations/{id}', {
        params: { id },
        body: { ...body, paused, ifVersion },
      })
      return { secret: null }
    }
    const made: Created = await call('post', '/api/v1/notification-destinations', {
      body: { ...body, type: this.type },
    })
    return { secret: made.secret }
  }

  #body() {
    const isMail = this.type === 'email'
    const url = this.url.trim()
    return {
      name: this.name.trim(),
      ...(isMail || !url ? {} : { url }),
      recipients: isMail ? lines(this.recipients) : [],
      gather: this.gather,
      dailyAt: this.dailyAt,
      wanted: {
        kinds: $state.snapshot(this.kinds),
        flags: this.kinds.includes('flag-raised') ? $state.snapshot(this.flags) : [],
        suppliers: this.suppliers?.split(',') ?? [],
        sources: lines(this.sources),
        minimumRisk: this.minimumRisk || null,
        daysAhead: this.daysAhead,
      },
    }
  }

  #ownFaults(): Record<string, string> {
    const faults: Record<string, string> = {}
    if (!this.name.trim()) faults.name = 'Say what it is, such as #ai-governance'
    const needsUrl = this.type !== 'email' && !this.edited
    if (needsUrl && !this.url.trim()) faults.url = 'The address to post to'
    if (this.type === 'email' && lines(this.recipients).length === 0)
      faults.recipients = 'At least one address'
    if (this.kinds.length === 0) faults.kinds = 'At least one, or it would never be told of anything'
    if (this.kinds.includes('flag-raised') && this.flags.length === 0) faults.flags = 'At least one flag'
    if (!Number.isInteger(this.daysAhead) || this.daysAhead < 0 || this.daysAhead > 365)
      faults.daysAhead = 'A whole number from 0 to 365'
    return faults
  }

  #refused({ faults, message, status }: ApiError): void {
    const fields = ['name', 'url', 'recipients', 'kinds', 'flags', 'suppliers', 'sources', 'daysAhead']
    for (const fault of faults) {
      const field = fields.find((one) => fault.place.includes(one))
      if (field) this.faults[field] = fault.message
    }
    if (status === 412) this.failure = 'Somebody changed it while you did. Close this, and look at it again.'
    else if (Object.keys(this.faults).length === 0) this.failure = message
  }
}
