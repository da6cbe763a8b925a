/**
 * Keys that come while what an earlier one asked for is still on its way. They are meant for what that one opens:
 * they are kept, and pressed there in their order once it is there. What a key of a dialog would do to the page behind
 * it, it never does.
 */
import { tick } from 'svelte'

class TypeAhead {
  #awaited: Promise<unknown> | undefined
  #kept: KeyboardEvent[] = []
  #forgotten = 0

  /** Keeps keys until `work` has settled and all of them are pressed; first `again`, which came too early itself. */
  until(work: Promise<unknown>, again?: KeyboardEvent): void {
    const presses = this.#awaited !== undefined
    this.#awaited = work
    if (again) this.#kept.unshift(again)
    if (!presses) void this.#pressAll()
  }

  /** Hears each key before all other listeners, which hear no more of one that is kept. */
  hear(event: KeyboardEvent): void {
    if (!this.#awaited || !event.isTrusted || belongsToTheBrowser(event)) return
    event.preventDefault()
    event.stopImmediatePropagation()
    this.#kept.push(event)
  }

  /** Who takes the pointer goes on in another way. */
  forget(): void {
    this.#kept = []
    this.#awaited = undefined
    this.#forgotten++
  }

  async #pressAll(): Promise<void> {
    const since = this.#forgotten
    while (this.#awaited) {
      const awaited = this.#awaited
      // The keys after what failed are for whatever is there then.
      await awaited.catch(reportError)
      await tick()
      if (this.#forgotten !== since) return
      // What was pressed may have begun something more.
      if (this.#awaited !== awaited) continue
      const next = this.#kept.shift()
      if (next) await press(next)
      else this.#awaited = undefined
    }
  }
}

export const typeAhead = new TypeAhead()

const modifiers: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock'])

const belongsToTheBrowser = ({ key, altKey, ctrlKey, metaKey }: KeyboardEvent): boolean =>
  modifiers.has(key) || /^F\d+$/.test(key) || altKey || ((ctrlKey || metaKey) && key !== 'Enter')

/** As if it were pressed now: first for whoever listens, then what a browser does with it by itself. */
async function press({ key, code, repeat, shiftKey, ctrlKey, metaKey }: KeyboardEvent): Promise<void> {
  const target = document.activeElement ?? document.body
  const held = { key, code, repeat, shiftKey, ctrlKey, metaKey }
  const again = { ...held, bubbles: true, cancelable: true, composed: true }
  if (!target.dispatchEvent(new KeyboardEvent('keydown', again))) return
  if (key === 'Tab') await moveFocus(target, shiftKey ? -1 : 1)
  else if (key === 'Escape') target.closest('dialog')?.close()
  else if (target.matches(WRITTEN_IN)) write(target, key)
  else if (key === ' ' || (key === 'Enter' && !target.matches('input')))
    target.closest<HTMLElement>('button, a, summary, input')?.click()
  else if (key === 'Enter') target.closest('form')?.requestSubmit()
}

const WRITTEN_IN =
  'textarea, [contenteditable], input:not([type="checkbox"], [type="radio"], [type="button"], [type="submit"])'

/** The editing command is the only way that browsers keep in what can be undone, and that fits all kinds of fields. */
function write(field: Element, key: string): void {
  if (key === 'Backspace') document.execCommand('delete')
  else if (key === 'Enter' && field.matches('input')) field.closest('form')?.requestSubmit()
  else if (key === 'Enter') document.execCommand('insertLineBreak')
  else if ([...key].length === 1) document.execCommand('insertText', false, key)
}

async function moveFocus(from: Element, step: 1 | -1): Promise<void> {
  const { tabbable } = await import('tabbable')
  const stops: Element[] = tabbable(from.closest('dialog') ?? document.body)
  // From what is no stop itself, such as the page, the first one is next.
  const at = stops.indexOf(from)
  const to = stops.at((at === -1 && step === -1 ? 0 : at + step) % stops.length)
  if (to instanceof HTMLElement) to.focus()
}
