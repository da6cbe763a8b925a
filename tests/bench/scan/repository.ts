import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { workFolder } from '../engine/corpus.ts'

const here = fileURLToPath(new URL('../../..', import.meta.url))

const git = (folder: string, ...args: string[]): string =>
  execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8', maxBuffer: 2 ** 28 })

/** This checkout's own files as a repository with one commit: a middling one, about as dense in AI as any. */
export function makeRepository(): string {
  const folder = join(workFolder, 'repository')
  rmSync(folder, { recursive: true, force: true })
  for (const path of git(here, 'ls-files', '-z').split('\0').filter(Boolean)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    copyFileSync(join(here, path), join(folder, path))
  }
  commitAll(folder)
  return folder
}

function commitAll(folder: string): void {
  git(folder, 'init', '--quiet')
  git(folder, 'add', '--all', '--force')
  git(folder, '-c', 'user.name=bench', '-c', 'user.email=bench@example.org', 'commit', '-qm', 'all')
}

/** A repository with one program in it, as people try a tool on. */
export function makeSmallRepository(): string {
  const folder = join(workFolder, 'small')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  writeFileSync(
    join(folder, 'bot.py'),
    'from openai import OpenAI\n\nclient = OpenAI(base_url="https://api.deepseek.com")\n',
  )
  commitAll(folder)
  return folder
}
