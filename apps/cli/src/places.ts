import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** `apps/cli`, seen from its source as from its bundle: both lie one folder below it. */
const own = join(dirname(fileURLToPath(import.meta.url)), '..')

const firstThere = (...candidates: string[]): string | undefined =>
  candidates.find((path) => existsSync(path))

/** The built dashboard: beside the bundle in a package, in its own folder in a checkout. */
export const dashboardFolder = (): string | undefined =>
  firstThere(join(own, 'dist', 'dashboard'), join(own, '..', 'dashboard', 'build'))

export const acmeFolder = (): string | undefined =>
  firstThere(join(own, 'dist', 'acme'), join(own, '..', '..', 'tests', 'estates', 'acme'))
