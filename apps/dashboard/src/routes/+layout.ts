// A static app: every page is made in the browser from the collector's answers.
export const ssr = false
export const prerender = false
