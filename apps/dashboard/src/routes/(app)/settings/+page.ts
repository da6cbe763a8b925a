import { soon, watch } from '#lib/state/resource.svelte.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = () => soon({ version: watch('/api/v1/version', {}) })
