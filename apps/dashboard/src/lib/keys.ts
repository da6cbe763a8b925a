/** Keyboard: which keys do what where. The help dialog and the listeners read the same table. */
export interface KeyBinding {
  /** As `KeyboardEvent.key` gives it; two keys in a row are parted by a space: `g t`. */
  keys: readonly string[]
  does: string
}

export interface KeyGroup {
  title: string
  bindings: readonly KeyBinding[]
}

export const pages = [
  { key: 'o', path: '/', label: 'Overview' },
  { key: 't', path: '/triage', label: 'Triage' },
  { key: 's', path: '/systems', label: 'Systems' },
  { key: 'p', path: '/suppliers', label: 'Suppliers' },
  { key: 'm', path: '/models', label: 'Models' },
  { key: 'g', path: '/graph', label: 'Graph' },
  { key: 'c', path: '/coverage', label: 'Coverage' },
  { key: 'n', path: '/scans', label: 'Scans' },
  { key: 'h', path: '/history', label: 'History' },
  { key: 'i', path: '/import', label: 'Import' },
  { key: 'a', path: '/audit', label: 'Audit', least: 'auditor' },
  { key: ',', path: '/settings', label: 'Settings' },
] as const

export const keyGroups = {
  everywhere: {
    title: 'Everywhere',
    bindings: [
      { keys: ['?'], does: 'This list, outside of fields' },
      { keys: ['/'], does: 'Search on this page' },
      { keys: ['u'], does: 'Undo the last decision' },
      { keys: ['Escape'], does: 'Close, or leave a field' },
      ...pages.map(({ key, label }) => ({ keys: [`g ${key}`], does: `Go to ${label}` })),
    ],
  },
  triage: {
    title: 'Triage',
    bindings: [
      { keys: ['j', 'ArrowDown'], does: 'Next discovery' },
      { keys: ['k', 'ArrowUp'], does: 'Previous discovery' },
      { keys: ['Enter'], does: 'Read its evidence' },
      { keys: ['r'], does: 'Register: to the form' },
      { keys: ['Control+Enter'], does: 'Save the form, and on to the next' },
      { keys: ['t'], does: 'Attach to a system that exists' },
      { keys: ['m'], does: 'Merge with another system' },
      { keys: ['n'], does: 'Not a duplicate: keep the two apart' },
      { keys: ['p'], does: 'Split some components off' },
      { keys: ['a'], does: 'Assign to a person or team' },
      { keys: ['s'], does: 'Snooze until a day' },
      { keys: ['d'], does: 'Dismiss with a reason' },
      { keys: ['R'], does: 'Make a rule that dismisses what is like it' },
      { keys: ['x'], does: 'Select; r, t, d, a, s and m then act on all selected' },
      { keys: ['J', 'K'], does: 'Extend the selection down or up' },
      { keys: ['A'], does: 'Select all that the list shows' },
      { keys: ['f'], does: 'To the filters' },
      { keys: ['o'], does: 'Open the system’s own page' },
    ],
  },
  systems: {
    title: 'Systems',
    bindings: [
      { keys: ['j', 'ArrowDown'], does: 'Next system' },
      { keys: ['k', 'ArrowUp'], does: 'Previous system' },
      { keys: ['Enter'], does: 'Open it' },
      { keys: ['x'], does: 'Select it, or not' },
    ],
  },
  system: {
    title: 'One system',
    bindings: [
      { keys: ['r', 'e'], does: 'Register it, or edit all fields' },
      { keys: ['l'], does: 'Rate its risk level' },
      { keys: ['a'], does: 'Assign it to a person or team' },
      { keys: ['m'], does: 'Merge it with another system' },
      { keys: ['n'], does: 'Not a duplicate: keep the two apart' },
      { keys: ['t'], does: 'Attach components elsewhere' },
      { keys: ['p'], does: 'Split some components off' },
      { keys: ['s'], does: 'Snooze until a day' },
      { keys: ['d'], does: 'Dismiss with a reason' },
    ],
  },
  graph: {
    title: 'Graph, on a node',
    bindings: [
      { keys: ['ArrowDown'], does: 'Next in its column' },
      { keys: ['ArrowUp'], does: 'Previous in its column' },
      { keys: ['ArrowRight'], does: 'What it depends on' },
      { keys: ['ArrowLeft'], does: 'What depends on it' },
      { keys: ['Home'], does: 'First of its column' },
      { keys: ['End'], does: 'Last of its column' },
      { keys: ['Enter'], does: 'Show only what is connected with it, or all again' },
      { keys: ['+'], does: 'Zoom in' },
      { keys: ['-'], does: 'Zoom out' },
      { keys: ['0'], does: 'Fit to the width' },
    ],
  },
  sample: {
    title: 'Audit sample',
    bindings: [
      { keys: ['j', 'ArrowDown'], does: 'Next row' },
      { keys: ['k', 'ArrowUp'], does: 'Previous row' },
      { keys: ['y'], does: 'Conclude: as it should be, and on to the next open row' },
      { keys: ['e'], does: 'Conclude: an error; to the note' },
    ],
  },
} as const satisfies Record<string, KeyGroup>

export type PageKeys = Exclude<keyof typeof keyGroups, 'everywhere'>

/** Whose keys hold on a page; null where only those for everywhere do. */
export function groupOfPage(path: string): PageKeys | null {
  if (path.startsWith('/audit/samples/')) return 'sample'
  if (path.startsWith('/systems/')) return 'system'
  const page = path.slice(1)
  return page === 'triage' || page === 'systems' || page === 'graph' ? page : null
}

export interface KeyPress {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
}

/** A press as the table writes it; null for presses that belong to the browser. */
export function pressName(press: KeyPress): string | null {
  if (press.altKey) return null
  if (press.ctrlKey || press.metaKey) return press.key === 'Enter' ? 'Control+Enter' : null
  return press.key
}

/** True where letters are text: plain keys must then not act. */
export function isTyping(target: EventTarget | null): boolean {
  if (!target || !('tagName' in target)) return false
  const { tagName, type, isContentEditable } = target as HTMLInputElement // read only for these three names
  if (isContentEditable || tagName === 'TEXTAREA' || tagName === 'SELECT') return true
  return tagName === 'INPUT' && !['checkbox', 'radio', 'button', 'submit'].includes(type)
}

const pause = 1_000

/** Joins `g` and a letter pressed within a second into `g t`. The clock is the event's own. */
export function chords(first = 'g'): (name: string, at: number) => string {
  let since = Number.NEGATIVE_INFINITY
  return (name, at) => {
    const joined = at - since <= pause
    since = !joined && name === first ? at : Number.NEGATIVE_INFINITY
    return joined ? `${first} ${name}` : name
  }
}

const printed: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowRight: '→',
  ArrowLeft: '←',
  Enter: '↵ Enter',
  Escape: 'Esc',
  'Control+Enter': 'Ctrl + ↵',
}

/** A key as it stands on a keyboard. */
export const printKey = (key: string): string =>
  printed[key] ?? (/^[A-Z]$/.test(key) ? `Shift + ${key}` : key)
