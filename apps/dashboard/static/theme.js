// Runs before the first paint, so that a chosen colour scheme never flashes.
try {
  const theme = localStorage.getItem('theme')
  if (theme === 'dark' || theme === 'light') document.documentElement.dataset.theme = theme
} catch {
  // Storage can be forbidden; the system's scheme then decides.
}
