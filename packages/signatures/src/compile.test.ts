import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { CatalogueError, compileToJson } from './compile.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

const SOUND = `
name: Acme AI
roles: [model-provider]
hosts: [api.acme.example]
sources: [https://acme.example/docs]
found: [{file: app.py, text: 'URL = "https://api.acme.example/v1"'}]
ignored: [{file: README.md, text: Acme}]
`

function compile(files: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), 'signatures-'))
  folders.push(folder)
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return compileToJson(folder)
}

function faultsOf(files: Record<string, string>) {
  try {
    compile(files)
  } catch (error) {
    if (error instanceof CatalogueError) return error.faults
    throw error
  }
  return []
}

describe('the compiler', () => {
  it('takes a sound signature, its slug from the file name', () => {
    expect(Object.keys(compile({ 'acme.yaml': SOUND }).suppliers)).toEqual(['acme'])
  })

  it('gives the same hash for the same content in any order, and another for other content', () => {
    const other = SOUND.replace('api.acme', 'api.other')
    const one = compile({ 'acme.yaml': SOUND, 'other.yaml': other }).hash
    expect(compile({ 'other.yaml': other, 'acme.yaml': SOUND }).hash).toBe(one)
    expect(compile({ 'acme.yaml': SOUND }).hash).not.toBe(one)
  })

  it('names the file and the path of each fault, all at once', () => {
    const faults = faultsOf({
      'acme.yaml': SOUND.replace('model-provider', 'wizard'),
      'other.yaml': SOUND.replace('name: Acme AI', 'nme: Acme'),
    })
    expect(faults).toContainEqual(expect.objectContaining({ file: 'acme.yaml', path: 'roles[0]' }))
    expect(faults).toContainEqual(expect.objectContaining({ file: 'other.yaml', path: 'name' }))
  })

  it('refuses what two suppliers claim, and names both files', () => {
    const [fault] = faultsOf({ 'acme.yaml': SOUND, 'other.yaml': SOUND })
    expect(fault).toMatchObject({ file: 'other.yaml' })
    expect(fault!.message).toContain('api.acme.example is claimed by acme.yaml too')
  })

  it('refuses broken YAML, a bad slug, an unknown parent and a misspelt entry', () => {
    expect(faultsOf({ 'acme.yaml': 'name: [' })[0]).toMatchObject({ file: 'acme.yaml' })
    expect(faultsOf({ 'Acme AI.yaml': SOUND })[0]!.message).toMatch(/slug/)
    expect(faultsOf({ 'acme.yaml': `${SOUND}parent: nobody\n` })[0]).toMatchObject({ path: 'parent' })
    expect(
      faultsOf({ 'acme.yaml': SOUND.replace('api.acme.example', '{host: a.example, pth: /x}') }),
    ).not.toEqual([])
  })

  it('refuses patterns that could run away, and key shapes without their anchor', () => {
    const model = `${SOUND}models: [{family: A, pattern: '(a+)+'}]\n`
    expect(faultsOf({ 'acme.yaml': model })[0]).toMatchObject({ path: 'models[0].pattern' })
    const key = `${SOUND}keys: [{id: k, anchor: acme_, pattern: 'other_[a-z]{20}'}]\n`
    expect(faultsOf({ 'acme.yaml': key })[0]).toMatchObject({ path: 'keys[0].anchor' })
  })

  it('refuses a host rule without two plain labels at its end', () => {
    const host = SOUND.replace('hosts: [api.acme.example]', 'hosts: ["*.example"]')
    expect(faultsOf({ 'acme.yaml': host })[0]).toMatchObject({ path: 'hosts[0]' })
  })
})
