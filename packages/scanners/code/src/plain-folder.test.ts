import { join } from 'node:path'
import { openPlainFolder, walk } from '@ai-census/repositories'
import { describe, expect, it } from 'vitest'
import { git, temporaryFolder, writeFiles } from './testing/repository.ts'

const signal = new AbortController().signal
const files = (folder: string, gitignore = true) => walk(folder, { gitignore, signal }).files.sort()

describe('a plain folder', () => {
  it('obeys each .gitignore below it, the innermost first', () => {
    const folder = writeFiles(temporaryFolder(), {
      '.gitignore': '*.log\n/build/\nsecret*\n',
      'a.log': '',
      'a.txt': '',
      'build/x.txt': '',
      'src/build/y.txt': '',
      'src/.gitignore': '!keep.log\n/local\n',
      'src/keep.log': '',
      'src/drop.log': '',
      'src/local/z.txt': '',
      'src/deep/local/w.txt': '',
      'src/secret.txt': '',
    })
    expect(files(folder)).toEqual([
      '.gitignore',
      'a.txt',
      'src/.gitignore',
      'src/build/y.txt',
      'src/deep/local/w.txt',
      'src/keep.log',
    ])
    expect(files(folder, false)).toHaveLength(11)
  })

  it('tells repositories by what is listed in them, and lists nothing more of them', () => {
    const folder = writeFiles(temporaryFolder(), {
      'a/x/clone/a.txt': '',
      'clone/b.txt': '',
      'linked/.git': 'gitdir: ../clone/.git\n',
      'linked/c.txt': '',
      'bare/HEAD': 'ref: refs/heads/main\n',
      'bare/objects/x': '',
      'bare/refs/x': '',
      'talk/HEAD': 'what stands above',
      'talk/.git/x': '',
    })
    for (const clone of ['clone', 'a/x/clone']) git(join(folder, clone), 'init', '--quiet')
    const walked = walk(folder, { gitignore: false, signal })
    expect(walked.repositories).toEqual(['bare', 'clone', 'linked', 'a/x/clone'])
    expect(walked.files).toEqual(['talk/HEAD'])
  })

  it('is asked for the state of its files only where that is kept', async () => {
    const root = writeFiles(temporaryFolder(), { 'a.txt': '' })
    const ids = async (remembered: boolean) => {
      const { files } = await openPlainFolder({ root, gitignore: true, signal, remembered }).list()
      return files.map(({ id }) => id)
    }
    await new Promise((later) => setTimeout(later, 2100))
    expect(await ids(true)).toEqual([expect.stringContaining('stat:')])
    expect(await ids(false)).toEqual([null])
  })

  it('stops at the abort, not at its end', () => {
    const stopped = AbortSignal.abort(new Error('Ctrl-C'))
    expect(() => walk(temporaryFolder(), { gitignore: true, signal: stopped })).toThrow('Ctrl-C')
  })
})
