import type { Exporter } from '../../exporter.ts'

/** __title__: say who reads it, and which standard or version it follows. */
export const __camel__: Exporter = {
  title: '__title__',
  mediaType: 'text/plain; charset=utf-8',
  extension: 'txt',
  write: ({ systems }) => systems.map((system) => `${system.groupTitle}\n`).join(''),
}
