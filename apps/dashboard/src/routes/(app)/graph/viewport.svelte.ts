/** Which part of the drawing is on screen, and how large. */
const LEAST = 0.15
const MOST = 2.5
/** So much of the screen stays free around a node that is brought into view. */
const MARGIN = 24

interface Size {
  width: number
  height: number
}

export class Viewport {
  x = $state(0)
  y = $state(0)
  scale = $state(1)
  /** Of the screen, in pixels. */
  screen = $state.raw<Size>({ width: 1, height: 1 })
  /** Of the drawing, in its own units. */
  drawing = $state.raw<Size>({ width: 1, height: 1 })

  /** The whole width, as far as words stay readable; from the top. */
  fit(): void {
    this.scale = Math.min(1, Math.max(0.55, (this.screen.width - 2 * MARGIN) / this.drawing.width))
    this.x = Math.max(MARGIN, (this.screen.width - this.drawing.width * this.scale) / 2)
    this.y = MARGIN
    this.#hold()
  }

  pan(dx: number, dy: number): void {
    this.x += dx
    this.y += dy
    this.#hold()
  }

  /** The point of the screen that is given stays where it is. */
  zoom(
    factor: number,
    at: { x: number; y: number } = { x: this.screen.width / 2, y: this.screen.height / 2 },
  ): void {
    const scale = Math.min(MOST, Math.max(LEAST, this.scale * factor))
    this.x = at.x - ((at.x - this.x) / this.scale) * scale
    this.y = at.y - ((at.y - this.y) / this.scale) * scale
    this.scale = scale
    this.#hold()
  }

  /** Moves as little as brings a node of that size into view. */
  reveal(node: { x: number; y: number }, size: Size): void {
    const [halfWidth, halfHeight] = [(size.width / 2) * this.scale, (size.height / 2) * this.scale]
    const [x, y] = [this.x + node.x * this.scale, this.y + node.y * this.scale]
    this.x += shift(x - halfWidth, x + halfWidth, this.screen.width)
    this.y += shift(y - halfHeight, y + halfHeight, this.screen.height)
    this.#hold()
  }

  /** Something of the drawing is always on screen. */
  #hold(): void {
    this.x = within(this.x, this.screen.width, this.drawing.width * this.scale)
    this.y = within(this.y, this.screen.height, this.drawing.height * this.scale)
  }
}

const shift = (from: number, to: number, screen: number): number =>
  from < MARGIN ? MARGIN - from : to > screen - MARGIN ? Math.max(screen - MARGIN - to, MARGIN - from) : 0

function within(place: number, screen: number, drawing: number): number {
  const least = Math.min(MARGIN, screen - drawing - MARGIN)
  const most = Math.max(MARGIN, screen - drawing - MARGIN)
  return Math.min(most, Math.max(least, place))
}
