import { readFilter } from '#lib/filters.ts'
import { soon, watch } from '#lib/state/resource.svelte.ts'
import type { DeliveryRow } from '#lib/types.ts'
import type { PageLoad } from './$types'

const statuses: readonly DeliveryRow['status'][] = ['waiting', 'sent', 'failed']

export const load: PageLoad = ({ url }) => {
  const { destination, cursor, ...rest } = readFilter(url.searchParams, ['destination', 'status', 'cursor'])
  const status = statuses.find((one) => one === rest.status)
  const query = {
    limit: 25,
    ...(destination ? { destination } : {}),
    ...(status ? { status } : {}),
    ...(cursor ? { cursor } : {}),
  }
  return soon({
    filter: { destination, status },
    destinations: watch('/api/v1/notification-destinations', {}),
    deliveries: watch('/api/v1/notification-deliveries', { query }),
  })
}
