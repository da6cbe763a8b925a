/** Short messages about what just happened, with at most one thing to do about each. */
export interface Notice {
  id: number
  text: string
  tone: 'ok' | 'danger'
  action?: { label: string; key?: string; run: () => void }
}

const shownFor = 8_000

class Notices {
  list = $state.raw<readonly Notice[]>([])
  #next = 1

  /** A failure stays until it is read and closed; a success leaves by itself. */
  add(notice: Omit<Notice, 'id'>): number {
    const id = this.#next++
    this.list = [...this.list.slice(-2), { ...notice, id }]
    if (notice.tone === 'ok') setTimeout(() => this.close(id), shownFor)
    return id
  }

  close(id: number): void {
    this.list = this.list.filter((notice) => notice.id !== id)
  }

  /** Runs the newest notice's action, as its key does. */
  actNewest(key: string): boolean {
    const notice = this.list.findLast((n) => n.action?.key === key)
    if (!notice?.action) return false
    this.close(notice.id)
    notice.action.run()
    return true
  }
}

export const notices = new Notices()
