/** The prefixes that OpenAI gives its keys; plain `sk-` is that of the user keys of old. */
const PREFIXES = ['sk-proj-', 'sk-svcacct-', 'sk-admin-', 'sk-None-', 'sk-'] as const

/**
 * `sk-proj-…aB3d`: the form in which a key of the provider meets the same key in a repository.
 *
 * The API shows a key as its prefix, asterisks in the key's length and the last four characters; its
 * documentation shows dots and three characters. Null where four characters or more do not end it: three would
 * join keys that have nothing to do with each other.
 */
export function canonicalRedacted(shown: string | null | undefined): string | null {
  const [, head = '', tail = ''] = /^([^*.…•]*)[*.…•]+([^*.…•]*)$/.exec(shown ?? '') ?? []
  // The API has been seen to cut the prefix's last dash: `sk-admin****…`.
  const prefix = PREFIXES.find((known) => head.startsWith(known) || head === known.slice(0, -1))
  if (!prefix || !/^[A-Za-z0-9_-]{4,}$/.test(tail)) return null
  return `${prefix}…${tail.slice(-4)}`
}
