import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadScanner, scannerIds } from '../../apps/cli/src/scanners.ts'

const scanners = join(import.meta.dirname, '..', '..', 'packages', 'scanners')

describe('the registry of scanners', () => {
  it('names each scanner on the disk, and none besides', () => {
    const onDisk = readdirSync(scanners, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
      .map((entry) => entry.name)
    expect([...scannerIds].sort()).toEqual(onDisk.sort())
  })

  it.each(scannerIds)('%s has the files that every scanner has, and the id of its folder', async (id) => {
    for (const file of [
      'README.md',
      'capabilities.yaml',
      'src/index.ts',
      'src/config.ts',
      'src/discover.ts',
      'src/scan.ts',
    ]) {
      expect(existsSync(join(scanners, id, file)), `${id}/${file}`).toBe(true)
    }
    const scanner = await loadScanner(id)
    expect(scanner.id).toBe(id)
    expect(scanner.kinds.length).toBeGreaterThan(0)
  })
})
