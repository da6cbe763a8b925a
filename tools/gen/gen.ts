/** `gen scanner|supplier|format NAME`: a new unit with the file names that every such unit has. */
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'

const root = join(import.meta.dirname, '..', '..')
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/

const USAGE = `Usage: gen <scanner|supplier|format> <name>

Examples:
  $ npx -y pnpm@12.21.0 run gen scanner slack
  $ npx -y pnpm@12.21.0 run gen supplier acme-ai
  $ npx -y pnpm@12.21.0 run gen format markdown
`

interface Kind {
  /** The folder or files to copy, and where to. `_template` in a name or a text becomes the new name. */
  from: string
  to: (name: string) => string
  next: (name: string) => string[]
}

const kinds: Record<string, Kind> = {
  scanner: {
    from: 'packages/scanners/_template',
    to: (name) => `packages/scanners/${name}`,
    next: (name) => [
      `add to the registry in apps/cli/src/scanners.ts: '${name}': async () => (await import('@ai-census/scanner-${name}')).scanner,`,
      `add "@ai-census/scanner-${name}": "workspace:*" to apps/cli/package.json, then run \`npx -y pnpm@12.21.0 install\``,
      'write src/client.ts, src/discover.ts and src/scan.ts; docs/add-a-scanner.md walks through it',
    ],
  },
  supplier: {
    from: 'tools/gen/templates/supplier.yaml',
    to: (name) => `packages/signatures/suppliers/${name}.yaml`,
    next: (name) => [
      `fill in packages/signatures/suppliers/${name}.yaml; docs/add-a-supplier.md says what each field means`,
    ],
  },
  format: {
    from: 'packages/exporters/src/formats/_template',
    to: () => 'packages/exporters/src/formats',
    next: (name) => [
      `add its line to packages/exporters/src/index.ts, and the expected output to __golden__/ (${name})`,
    ],
  },
}

/** Every spelling that the templates use of the name. */
function rename(text: string, name: string): string {
  const camel = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
  const title = name.replace(
    /(^|-)(\w)/g,
    (_, dash: string, letter: string) => `${dash ? ' ' : ''}${letter.toUpperCase()}`,
  )
  return text.replaceAll('__title__', title).replaceAll('__camel__', camel).replaceAll('_template', name)
}

function generate(kind: Kind, name: string): string[] {
  const from = join(root, kind.from)
  const to = join(root, kind.to(name))
  const made: string[] = []
  const copy = (source: string, target: string) => {
    if (existsSync(target)) throw new Error(`${relative(root, target)} is there already`)
    cpSync(source, target)
    writeFileSync(target, rename(readFileSync(target, 'utf8'), name))
    made.push(relative(root, target))
  }
  const walk = (folder: string, target: string) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.name === 'node_modules') continue
      const next = join(target, rename(entry.name, name))
      if (entry.isDirectory()) walk(join(folder, entry.name), next)
      else copy(join(folder, entry.name), next)
    }
  }
  if (from.endsWith('.yaml')) copy(from, to)
  else walk(from, to)
  return made
}

const [kindName = '', name = ''] = process.argv.slice(2).filter((argument) => argument !== '--')
const kind = kinds[kindName]
if (!kind || !SLUG.test(name)) {
  process.stderr.write(
    kind ? `"${name}" is no name: lower-case letters, digits and hyphens.\n\n${USAGE}` : USAGE,
  )
  process.exit(2)
}
try {
  for (const file of generate(kind, name)) process.stdout.write(`made   ${file}\n`)
  for (const step of kind.next(name)) process.stdout.write(`next   ${step}\n`)
} catch (error) {
  process.stderr.write(`gen: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(2)
}
