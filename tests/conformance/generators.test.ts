import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readSignature } from '@ai-census/signatures'
import { expect, it } from 'vitest'
import { root, temporary } from '../support/cli.ts'

/** The generator works on the checkout that it lies in, so it gets one of its own. */
function generate(folder: string, ...args: string[]): string {
  for (const part of [
    'tools/gen',
    'packages/scanners/_template',
    'packages/exporters/src/formats/_template',
  ]) {
    cpSync(join(root, part), join(folder, part), {
      recursive: true,
      filter: (path) => !path.includes('node_modules'),
    })
  }
  mkdirSync(join(folder, 'packages/signatures/suppliers'), { recursive: true })
  return execFileSync(process.execPath, [join(folder, 'tools/gen/gen.ts'), ...args], {
    encoding: 'utf8',
    stdio: 'pipe',
  })
}

it('a generated supplier is a signature that the catalogue takes', () => {
  using folder = temporary('gen')
  generate(folder.path, 'supplier', 'acme-ai')
  const text = readFileSync(join(folder.path, 'packages/signatures/suppliers/acme-ai.yaml'), 'utf8')
  const faults: Parameters<typeof readSignature>[2] = []
  expect(readSignature('acme-ai.yaml', text, faults)?.name).toBe('Acme Ai')
  expect(faults).toEqual([])
})

it('a generated scanner has the files of every scanner, under its own name', () => {
  using folder = temporary('gen')
  const said = generate(folder.path, 'scanner', 'acme-saas')
  const made = join(folder.path, 'packages/scanners/acme-saas')
  for (const file of [
    'README.md',
    'capabilities.yaml',
    'src/index.ts',
    'src/config.ts',
    'src/discover.ts',
    'src/scan.ts',
    'src/client.ts',
    'src/schema.ts',
  ]) {
    expect(existsSync(join(made, file)), file).toBe(true)
  }
  expect(readFileSync(join(made, 'package.json'), 'utf8')).toContain('"@ai-census/scanner-acme-saas"')
  expect(said).toContain("'acme-saas': async () =>")
})

it('a generated format is one file, and what is there already is not overwritten', () => {
  using folder = temporary('gen')
  generate(folder.path, 'format', 'markdown')
  expect(existsSync(join(folder.path, 'packages/exporters/src/formats/markdown.ts'))).toBe(true)
  expect(() => generate(folder.path, 'format', 'markdown')).toThrow(/there already/)
  expect(() => generate(folder.path, 'format', 'Not A Name')).toThrow(/no name/)
})
