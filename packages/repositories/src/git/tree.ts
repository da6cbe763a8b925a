/** An entry of a tree or of the index. */
export interface TreeEntry {
  readonly path: string
  readonly id: string
  /** Bytes, where the listing told. */
  readonly size: number | null
  readonly kind: 'file' | 'link' | 'submodule'
}

const kinds: Record<string, TreeEntry['kind']> = { '120000': 'link', '160000': 'submodule' }

/** `git ls-tree -r -z`, with or without `-l`: `<mode> <type> <id>[ <size>]\t<path>`. */
export function parseTree(output: Buffer): TreeEntry[] {
  const entries: TreeEntry[] = []
  for (const record of records(output)) {
    const tab = record.indexOf('\t')
    const [mode = '', , id = '', size] = record.slice(0, tab).split(/ +/)
    // `-` for a submodule, `BAD` for an object that is not there.
    const bytes = /^\d+$/.test(size ?? '') ? Number(size) : null
    entries.push({ path: record.slice(tab + 1), id, size: bytes, kind: kinds[mode] ?? 'file' })
  }
  return entries
}

/** `git ls-files --stage -z`: `<mode> <id> <stage>\t<path>`. A path in conflict comes once, with its first stage. */
export function parseIndex(output: Buffer): TreeEntry[] {
  const entries: TreeEntry[] = []
  let last = ''
  for (const record of records(output)) {
    const tab = record.indexOf('\t')
    const path = record.slice(tab + 1)
    if (path === last) continue
    last = path
    const [mode = '', id = ''] = record.slice(0, tab).split(' ')
    entries.push({ path, id, size: null, kind: kinds[mode] ?? 'file' })
  }
  return entries
}

const records = (output: Buffer) => output.toString('utf8').split('\0').filter(Boolean)
