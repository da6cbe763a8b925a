import { MediaQuery } from 'svelte/reactivity'

/** As `.narrow-only` and `.wide-only` have it: what the other width shows need not be made at all. */
export const narrow = new MediaQuery('(max-width: 48rem)')
