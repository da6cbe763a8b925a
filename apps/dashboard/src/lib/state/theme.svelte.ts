/** Dark, light or as the system says; kept in this browser, applied before first paint by `static/theme.js`. */
export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

const stored = (): Theme => {
  try {
    const value = localStorage.getItem('theme')
    return themes.find((theme) => theme === value) ?? 'system'
  } catch {
    return 'system'
  }
}

class ThemeChoice {
  #value = $state<Theme>(stored())

  get value(): Theme {
    return this.#value
  }

  set value(theme: Theme) {
    this.#value = theme
    if (theme === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
    try {
      localStorage.setItem('theme', theme)
    } catch {
      // Storage can be forbidden: the choice then lasts as long as the page.
    }
  }
}

export const theme = new ThemeChoice()
