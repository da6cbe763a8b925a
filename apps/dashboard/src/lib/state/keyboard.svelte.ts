/** One listener for all keys: a page adds its own while it is open; the newest that knows a key gets it. */
import { chords, isTyping, pressName } from '../keys.ts'
import { typeAhead } from './type-ahead.ts'

/** By the name of the key. What takes time answers with a promise: keys that come before it settles wait for it. */
type Actions = Readonly<Record<string, () => void | Promise<void>>>

const storedOff = (): boolean => {
  try {
    return localStorage.getItem('shortcuts') === 'off'
  } catch {
    return false
  }
}

const moves: ReadonlySet<string> = new Set(['j', 'k', 'ArrowDown', 'ArrowUp'])

class Keyboard {
  #off = $state(storedOff())
  #stack: Actions[] = []
  #chord = chords()

  /** Plain-letter keys can be switched off: speech input and some assistive tools need that. */
  get enabled(): boolean {
    return !this.#off
  }

  set enabled(value: boolean) {
    this.#off = !value
    try {
      localStorage.setItem('shortcuts', value ? 'on' : 'off')
    } catch {
      // Storage can be forbidden: the choice then lasts as long as the page.
    }
  }

  /** Adds actions by key name; call the answer to take them away again. */
  on(actions: Actions): () => void {
    this.#stack.push(actions)
    return () => {
      this.#stack = this.#stack.filter((other) => other !== actions)
    }
  }

  handle(event: KeyboardEvent): void {
    const name = pressName(event)
    if (!name || event.defaultPrevented) return
    // An open dialog has its own Escape, and no key may act behind it.
    if (document.querySelector('dialog[open]')) return
    const always = name === 'Control+Enter' || name === 'Escape'
    // A dialog that was just closed keeps the focus for an instant; nobody types in it.
    const isWriting = isTyping(event.target) || isIn(event.target, 'form')
    if (!always && (this.#off || (isWriting && !isIn(event.target, 'dialog')))) return
    if (name === 'Enter' && isIn(event.target, 'a, button, summary, input, label')) return
    // A key that is held down moves on and on; it decides once.
    if (event.repeat && !moves.has(name)) return
    const joined = always ? name : this.#chord(name, event.timeStamp)
    const action = this.#stack.findLast((actions) => actions[joined])?.[joined]
    if (!action) return
    event.preventDefault()
    const work = action()
    if (work) typeAhead.until(work)
  }
}

/** Enter on a link or a button belongs to that link or button, and letters in a form to the form. */
const isIn = (target: EventTarget | null, selector: string): boolean =>
  target instanceof Element && target.closest(selector) !== null

export const keyboard = new Keyboard()
