/** Moving and zooming by mouse, wheel and fingers. */
import type { Viewport } from './viewport.svelte.ts'

/** A pointer that moved less than this was a tap. */
const TAP = 5

interface Finger {
  x: number
  y: number
}

export class Gestures {
  readonly #view: Viewport
  readonly #fingers = new Map<number, Finger>()
  #from: Finger | undefined
  #moved = false

  constructor(view: Viewport) {
    this.#view = view
  }

  /** Whether the click that comes now ends a move, and so is none. */
  endsMove(): boolean {
    const moved = this.#moved
    this.#moved = false
    return moved
  }

  /** The wheel moves; with Ctrl, as touchpads send a pinch, it zooms. At the edge the page scrolls on. */
  wheel(event: WheelEvent): void {
    const { x, y, scale } = this.#view
    if (event.ctrlKey) this.#view.zoom(Math.exp(-event.deltaY / 200), placeOf(event))
    else this.#view.pan(-(event.shiftKey ? event.deltaY : event.deltaX), event.shiftKey ? 0 : -event.deltaY)
    if (event.ctrlKey || this.#view.x !== x || this.#view.y !== y || this.#view.scale !== scale)
      event.preventDefault()
  }

  down(event: PointerEvent): void {
    if (event.button !== 0) return
    const place = placeOf(event)
    if (this.#fingers.size === 0) {
      this.#from = place
      this.#moved = false
    } else this.#moved = true
    this.#fingers.set(event.pointerId, place)
  }

  move(event: PointerEvent): void {
    const before = this.#fingers.get(event.pointerId)
    if (!before) return
    const place = placeOf(event)
    if (!this.#moved && this.#from && Math.hypot(place.x - this.#from.x, place.y - this.#from.y) < TAP) return
    if (!this.#moved && event.currentTarget instanceof Element)
      event.currentTarget.setPointerCapture(event.pointerId)
    this.#moved = true
    const other = [...this.#fingers].find(([id]) => id !== event.pointerId)?.[1]
    if (other) this.#pinch(before, place, other)
    else this.#view.pan(place.x - before.x, place.y - before.y)
    this.#fingers.set(event.pointerId, place)
  }

  #pinch(before: Finger, now: Finger, other: Finger): void {
    const apart = (finger: Finger) => Math.max(1, Math.hypot(finger.x - other.x, finger.y - other.y))
    this.#view.zoom(apart(now) / apart(before), { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 })
    this.#view.pan((now.x - before.x) / 2, (now.y - before.y) / 2)
  }

  up(event: PointerEvent): void {
    this.#fingers.delete(event.pointerId)
  }
}

function placeOf(event: MouseEvent): Finger {
  const box = event.currentTarget instanceof Element ? event.currentTarget.getBoundingClientRect() : undefined
  return { x: event.clientX - (box?.left ?? 0), y: event.clientY - (box?.top ?? 0) }
}
