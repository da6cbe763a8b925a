import { readdirSync, readFileSync } from 'node:fs'
import { Context, FindingKind, Grade } from '@ai-census/schema'
import { type Catalogue, expandExample } from '@ai-census/signatures'
import { parse } from 'yaml'
import { z } from 'zod'

/** A line of a project, told by a text that stands in it, so that a label survives an edit above it. */
export interface Place {
  readonly path: string
  readonly line: number
}

const ExpectedText = z.record(z.string(), z.string())

const ProjectFile = z.strictObject({
  /** The row of the table of what is detected; `negative` expects no supplier in production. */
  area: z.string(),
  /** Held-out projects were written before the first run, and no signature or detector is bent to one of them. */
  set: z.enum(['tuning', 'held-out']),
  what: z.string(),
  files: z.record(z.string(), z.string()),
  expect: z
    .strictObject({
      /** All suppliers, each as `grade context path ~ text of a line`. */
      suppliers: ExpectedText.default({}),
      /** Suppliers that may be named as well. */
      also: z.array(z.string()).default([]),
      /** Models by id, each as `supplier path ~ text of a line`. */
      models: ExpectedText.default({}),
      kinds: z.array(FindingKind).default([]),
    })
    .default({ suppliers: {}, also: [], models: {}, kinds: [] }),
})

export interface ExpectedSupplier {
  readonly supplier: string
  readonly grade: Grade
  readonly context: Context
  readonly place: Place | null
}

export interface ExpectedModel {
  readonly id: string
  readonly supplier: string
  readonly place: Place | null
}

export interface Project {
  readonly name: string
  readonly area: string
  readonly set: 'tuning' | 'held-out'
  readonly what: string
  readonly files: Readonly<Record<string, string>>
  readonly suppliers: readonly ExpectedSupplier[]
  readonly also: ReadonlySet<string>
  readonly models: readonly ExpectedModel[]
  readonly kinds: readonly FindingKind[]
}

const folder = new URL('./projects/', import.meta.url)

/** Every project, by name. A label that names no supplier of the catalogue, or no line, is an error. */
export function loadCorpus(catalogue: Catalogue): Project[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((file) => read(file.replace(/\.yaml$/, ''), readFileSync(new URL(file, folder), 'utf8'), catalogue))
}

function read(name: string, text: string, catalogue: Catalogue): Project {
  const { expect, files: written, ...rest } = ProjectFile.parse(parse(text))
  const files = Object.fromEntries(
    Object.entries(written).map(([path, content]) => [path, withKeys(content, catalogue)]),
  )
  const known = (slug: string): string => {
    if (!catalogue.suppliers.has(slug)) throw new Error(`${name}: no supplier ${slug} in the catalogue`)
    return slug
  }
  const placed = (label: string) => placeOf(name, files, label)
  return {
    ...rest,
    name,
    files,
    also: new Set(expect.also.map(known)),
    kinds: expect.kinds,
    suppliers: Object.entries(expect.suppliers).map(([supplier, label]) => {
      const [grade, context, ...place] = label.split(' ')
      return {
        supplier: known(supplier),
        grade: Grade.parse(grade),
        context: Context.parse(context),
        place: placed(place.join(' ')),
      }
    }),
    models: Object.entries(expect.models).map(([id, label]) => {
      const [supplier = '', ...place] = label.split(' ')
      return { id, supplier: known(supplier), place: placed(place.join(' ')) }
    }),
  }
}

/** `{{key:openai/project-key}}` becomes a made-up key of that shape; none is ever in this repository. */
const withKeys = (text: string, catalogue: Catalogue): string =>
  text.replace(/\{\{key:([\w-]+)\/([\w-]+)\}\}/g, (_, slug: string, id: string) => {
    const supplier = catalogue.suppliers.get(slug)
    if (!supplier) throw new Error(`no supplier ${slug} for a key`)
    return expandExample(supplier, `{{key:${id}}}`)
  })

/** `path ~ text`: the first line of that file with that text; a path alone is a place without a line. */
function placeOf(name: string, files: Readonly<Record<string, string>>, label: string): Place | null {
  const [path = '', needle] = label.split(' ~ ')
  const content = files[path]
  if (content === undefined) throw new Error(`${name}: no file ${path}`)
  if (needle === undefined) return null
  const line = content.split('\n').findIndex((text) => text.includes(needle)) + 1
  if (line === 0) throw new Error(`${name}: no line of ${path} has "${needle}"`)
  return { path, line }
}
