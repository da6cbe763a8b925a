/** What every dialog that files a decision about one system is given. */
import type { Filed } from '#lib/decide.svelte.ts'
import type { DecisionBody, SystemDetail } from '#lib/types.ts'

export interface AboutOne {
  open: boolean
  detail: SystemDetail
  onclose: () => void
  ondone: (filed: Filed) => void
  /** Given by pages that close the dialog and move on while the decision is on its way. */
  onsend?: ((body: DecisionBody) => void) | undefined
  /** Then called where it was refused; opened again, the dialog has all answers and says why. */
  onrefused?: ((reason: string) => void) | undefined
}
