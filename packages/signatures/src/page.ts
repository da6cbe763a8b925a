import type { Supplier } from './catalogue-form.ts'
import type { HostEntry, PackageEntry } from './signature.ts'

/** More of one kind stand in the signature itself. */
const SHOWN = 6

/** The page that lists every supplier of the catalogue, as Markdown. Written by `write-page.ts`. */
export function renderPage(suppliers: Iterable<Supplier>): string {
  const all = [...suppliers].sort((a, b) => compare(a.name.toLowerCase(), b.name.toLowerCase()))
  const countries = new Set(all.flatMap(({ country }) => country ?? []))
  return [
    '# Suppliers',
    '',
    '<!-- Written by `node packages/signatures/src/write-page.ts` from the signatures. Edit those, and run it again. -->',
    '',
    `What the catalogue knows: ${all.length} suppliers of ${countries.size} countries. Each name leads to its`,
    'signature, which holds all of its signs with their proof; of packages and hosts the first few are shown.',
    '',
    '| supplier | country | kinds | packages | hosts | sources |',
    '| --- | --- | --- | --- | --- | --- |',
    ...all.map(row),
    '',
  ].join('\n')
}

const row = (supplier: Supplier): string =>
  `| ${[
    `[${cell(supplier.name)}](../packages/signatures/suppliers/${supplier.slug}.yaml)`,
    supplier.country ?? '',
    supplier.roles.join(', '),
    some(packagesOf(supplier)),
    some((supplier.hosts ?? []).filter((host) => !isSite(host)).map(hostOf)),
    supplier.sources.map((url, index) => `[${index + 1}](${url})`).join(' '),
  ].join(' | ')} |`

const packagesOf = ({ packages = {} }: Supplier): string[] =>
  Object.entries(packages).flatMap(([ecosystem, entries]) =>
    (entries ?? []).map((entry) => `${ecosystem}:${nameOf(entry)}`),
  )

const nameOf = (entry: PackageEntry): string => (typeof entry === 'string' ? entry : entry.name)

const isSite = (entry: HostEntry): boolean => typeof entry !== 'string' && entry.site === true

const hostOf = (entry: HostEntry): string =>
  typeof entry === 'string'
    ? entry
    : `${entry.host}${entry.port === undefined ? '' : `:${entry.port}`}${entry.path ?? ''}`

function some(names: readonly string[]): string {
  const shown = [...new Set(names)]
  const more = shown.length - SHOWN
  const listed = shown.slice(0, SHOWN).map((name) => `\`${cell(name)}\``)
  return [...listed, ...(more > 0 ? [`${more} more`] : [])].join(', ')
}

const cell = (text: string): string => text.replaceAll('|', '\\|')

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
