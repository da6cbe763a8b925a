import { known } from '@ai-census/repositories/hosts'
import type { Finding } from '@ai-census/schema'
import { evidence, organisationIdentifier } from '../evidence.ts'
import { needs } from '../needs.ts'
import type { Home } from '../run-state.ts'
import { CopilotBilling, type Seat, Seats } from '../schema.ts'

export const getBilling = ({ api, login }: Home): Promise<CopilotBilling> =>
  api.get(`/orgs/${login}/copilot/billing`, CopilotBilling, needs.copilot)

export const listSeats = ({ api, login }: Home): AsyncGenerator<Seat> =>
  api.list(`/orgs/${login}/copilot/billing/seats`, Seats, ({ seats }) => seats, needs.copilot)

/** What the seats come to; who holds them is no matter of an inventory. */
export interface SeatTally {
  seats: number
  pendingCancellation: number
  lastActivity: string | null
  readonly editors: Map<string, number>
}

export const createSeatTally = (): SeatTally => ({
  seats: 0,
  pendingCancellation: 0,
  lastActivity: null,
  editors: new Map(),
})

export function addSeat(tally: SeatTally, seat: Seat): void {
  tally.seats++
  if (seat.pending_cancellation_date) tally.pendingCancellation++
  const day = seat.last_activity_at?.slice(0, 10)
  if (day && day > (tally.lastActivity ?? '')) tally.lastActivity = day
  // `vscode/1.77.3/copilot/1.86.82`: the editor counts, its version moves daily.
  const editor = seat.last_activity_editor?.split('/', 1)[0]
  if (editor) tally.editors.set(editor, (tally.editors.get(editor) ?? 0) + 1)
}

/** A seat is bought; that somebody works with it shows in its activity. */
export function* copilotFindings(
  source: string,
  login: string,
  billing: CopilotBilling | null,
  tally: SeatTally,
): Generator<Finding> {
  const seats = billing?.seat_breakdown
  const total = seats?.total ?? tally.seats
  if (!billing && tally.seats === 0) return
  const isUsed = (seats?.active_this_cycle ?? 0) > 0 || tally.lastActivity !== null
  yield {
    key: 'assistant:github-copilot',
    kind: 'assistant',
    supplier: 'github-copilot',
    product: 'GitHub Copilot',
    name: `GitHub Copilot of ${login}`,
    grade: isUsed ? 'used' : total > 0 ? 'configured' : 'available',
    context: 'development',
    identifiers: [organisationIdentifier(source)],
    attributes: known({
      plan: billing?.plan_type,
      seats: total,
      activeSeats: seats?.active_this_cycle,
      inactiveSeats: seats?.inactive_this_cycle,
      invitedSeats: seats?.pending_invitation,
      seatsPendingCancellation: seats?.pending_cancellation ?? tally.pendingCancellation,
      seatManagement: billing?.seat_management_setting,
      publicCodeSuggestions: billing?.public_code_suggestions,
      chatInEditor: billing?.ide_chat,
      chatOnGitHub: billing?.platform_chat,
      commandLine: billing?.cli,
      lastActivityOn: tally.lastActivity ?? undefined,
      editors: tally.editors.size > 0 ? [...tally.editors.keys()].sort().slice(0, 1000) : undefined,
    }),
    evidence: [
      evidence('copilot', '/orgs/{org}/copilot/billing', login),
      ...(tally.seats > 0 ? [evidence('copilot-seats', '/orgs/{org}/copilot/billing/seats', login)] : []),
    ],
  }
}
