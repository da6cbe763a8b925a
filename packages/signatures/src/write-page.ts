import { writeFileSync } from 'node:fs'
import { loadCatalogue } from './compile.ts'
import { renderPage } from './page.ts'

/** `docs/suppliers.md`, after a signature has changed. */
writeFileSync(
  new URL('../../../docs/suppliers.md', import.meta.url),
  renderPage(loadCatalogue().suppliers.values()),
)
