import { walk } from '@ai-census/repositories'
import { describe, expect, it } from 'vitest'
import { temporaryFolder, writeFiles } from './testing/repository.ts'

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

  it('stops at the abort, not at its end', () => {
    const stopped = AbortSignal.abort(new Error('Ctrl-C'))
    expect(() => walk(temporaryFolder(), { gitignore: true, signal: stopped })).toThrow('Ctrl-C')
  })
})
