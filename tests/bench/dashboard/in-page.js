// Runs in the browser's pages: what a person waits for, by the browser's own clock.

const INPUTS = ['keydown', 'pointerdown', 'wheel']

/** From the first input to the frame in which the elements of the selector say something else, in ms. */
globalThis.untilPainted = (selector) => {
  const say = () =>
    [...document.querySelectorAll(selector)].slice(0, 8).map((element) => element.textContent).join('\n')
  const before = say()
  let began
  const begin = (event) => {
    began ??= event.timeStamp
  }
  for (const type of INPUTS) addEventListener(type, begin, { capture: true, passive: true })
  return new Promise((resolve) => {
    // Only where something changed is a frame asked for: frames of its own would slow what it measures.
    let asked = false
    const look = () => {
      asked = false
      const now = say()
      if (began === undefined || now === before || now === '') return
      changes.disconnect()
      for (const type of INPUTS) removeEventListener(type, begin, { capture: true })
      // This callback runs before its frame is painted; the next task comes after it.
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => resolve(performance.now() - began)
      port2.postMessage(null)
    }
    const changes = new MutationObserver(() => {
      if (!asked) requestAnimationFrame(look)
      asked = true
    })
    changes.observe(document, { subtree: true, childList: true, characterData: true })
  })
}

/** How long each key press and click took to its next paint, in steps of 8 ms, as the browser itself tells it. */
globalThis.interactions = []
new PerformanceObserver((list) => {
  for (const { interactionId, name, duration } of list.getEntries())
    if (interactionId) globalThis.interactions.push({ name, duration })
}).observe({ type: 'event', durationThreshold: 16, buffered: true })
