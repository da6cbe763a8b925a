/** Half-filled forms, kept while a person moves through the queue. */
import type { SystemForm } from '#lib/state/system-form.svelte.ts'
import type { SystemDetail } from '#lib/types.ts'

const kept = new Map<string, SystemForm>()

export const drafts = {
  /** The form that was begun for this system, or a new one. */
  of(detail: SystemDetail, make: (detail: SystemDetail) => SystemForm): SystemForm {
    const begun = kept.get(detail.system.id)
    return begun?.changed ? begun : drafts.renew(detail, make(detail))
  },
  renew(detail: SystemDetail, form: SystemForm): SystemForm {
    kept.set(detail.system.id, form)
    return form
  },
  drop(id: string): void {
    kept.delete(id)
  },
}
