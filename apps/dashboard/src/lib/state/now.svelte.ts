/** A clock that ticks every half minute, for “3 min ago”. */
class Now {
  value = $state(Date.now())

  constructor() {
    setInterval(() => {
      this.value = Date.now()
    }, 30_000)
  }
}

export const now = new Now()
