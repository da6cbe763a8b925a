import { soon, watch } from '#lib/state/resource.svelte.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = () => soon({ rules: watch('/api/v1/triage-rules', {}) })
