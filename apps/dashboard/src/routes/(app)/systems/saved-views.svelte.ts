/** The views that this browser keeps. */
import { readStored, store } from '#lib/state/stored.ts'
import { MOST_VIEWS, parseViews, type View } from './views.ts'

const KEY = 'systems.views'

class SavedViews {
  list = $state.raw<readonly View[]>(parseViews(readStored(KEY)))

  /** One name is one view: the newer replaces the older. False where this browser keeps nothing. */
  save(view: View): boolean {
    return this.#keep([...this.list.filter(({ name }) => name !== view.name), view].slice(-MOST_VIEWS))
  }

  remove(name: string): boolean {
    return this.#keep(this.list.filter((view) => view.name !== name))
  }

  #keep(list: readonly View[]): boolean {
    this.list = list
    return store(KEY, JSON.stringify(list))
  }
}

export const savedViews = new SavedViews()
