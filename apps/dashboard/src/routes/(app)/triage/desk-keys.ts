/** Which key does what on the desk; with a selection, some of them mean all that is selected. */
import { isTyping } from '#lib/keys.ts'
import type { BulkKind } from './bulk.ts'
import type { Kind } from './deciding.svelte.ts'

interface Desk {
  decides: () => boolean
  selects: () => boolean
  move: (step: 1 | -1) => void
  extend: (step: 1 | -1) => void
  read: () => Promise<void>
  register: () => Promise<void>
  makeRule: () => Promise<void>
  save: () => Promise<void>
  act: (kind: Kind) => Promise<void>
  actOnAll: (kind: BulkKind) => void
  toggle: () => void
  all: () => void
  clear: () => void
  filters: () => void
  open: () => void | Promise<void>
}

export function deskKeys(desk: Desk): Record<string, () => void | Promise<void>> {
  const deciding = (does: () => void | Promise<void>) => () => (desk.decides() ? does() : undefined)
  const both = (kind: Exclude<BulkKind, 'register'>) =>
    deciding(() => (desk.selects() ? desk.actOnAll(kind) : desk.act(kind)))
  return {
    j: () => desk.move(1),
    ArrowDown: () => desk.move(1),
    k: () => desk.move(-1),
    ArrowUp: () => desk.move(-1),
    J: deciding(() => desk.extend(1)),
    K: deciding(() => desk.extend(-1)),
    x: deciding(desk.toggle),
    A: deciding(desk.all),
    Escape: () => {
      const held = document.activeElement
      // Out of a field first; then what is selected is let go.
      if (isTyping(held) || !desk.selects()) {
        if (held instanceof HTMLElement) held.blur()
      } else desk.clear()
    },
    Enter: desk.read,
    r: deciding(() => (desk.selects() ? desk.actOnAll('register') : desk.register())),
    R: deciding(desk.makeRule),
    'Control+Enter': deciding(desk.save),
    d: both('dismiss'),
    a: both('assign'),
    s: both('snooze'),
    m: both('merge'),
    t: both('attach'),
    n: deciding(() => desk.act('apart')),
    p: deciding(() => desk.act('split')),
    f: desk.filters,
    o: desk.open,
  }
}
