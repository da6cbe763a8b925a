import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { devNull } from 'node:os'
import { dirname, join } from 'node:path'
import { organisation, repository, type StandInData } from '@ai-census/scanner-github/testing'

/** Repositories of different kinds, by the number that each has in the organisation. */
const kinds = ['plain', 'python', 'agent', 'workflow', 'documents'] as const
type Kind = (typeof kinds)[number]

const contents: Readonly<Record<Kind, Record<string, string>>> = {
  plain: { 'package.json': '{"name": "plain", "dependencies": {"express": "5"}}', 'README.md': '# Plain\n' },
  python: {
    'bot.py': 'from openai import OpenAI\nclient = OpenAI(base_url="https://api.deepseek.com")\n',
    'requirements.txt': 'openai==1.50.0\n',
  },
  agent: {
    'package.json': '{"name": "agent", "dependencies": {"@anthropic-ai/sdk": "0.60.0"}}',
    'src/agent.ts': "import Anthropic from '@anthropic-ai/sdk'\nconst client = new Anthropic()\n",
    '.mcp.json': '{"mcpServers": {"docs": {"url": "https://mcp.acme.example/mcp"}}}',
  },
  workflow: {
    '.github/workflows/ai.yml': 'jobs:\n  ai:\n    steps:\n      - uses: actions/ai-inference@v1\n',
    'main.go': 'package main\n',
  },
  documents: { 'README.md': '# Documents\n\nWe compare OpenAI and Mistral here.\n' },
}

/** A folder `acme` of bare repositories, and the organisation's API over them. */
export interface Organisation {
  readonly root: string
  readonly data: StandInData
}

/**
 * An organisation of so many repositories. They share the objects of five, so that it is made in seconds; git sees as
 * many repositories as there are. Of fifty, one is empty, and all beyond the first `filled`.
 */
export function makeOrganisation(root: string, count: number, filled = count): Organisation {
  rmSync(root, { recursive: true, force: true })
  const heads = new Map<Kind, string>()
  for (const kind of kinds) heads.set(kind, makeBare(join(root, 'kinds', `${kind}.git`), contents[kind]))
  mkdirSync(join(root, 'acme'), { recursive: true })
  const repositories = Array.from({ length: count }, (_, i) => repository(i + 1, nameOf(i)))
  const commits: Record<string, string | null> = {}
  for (const [i, { node_id }] of repositories.entries()) {
    const kind = i < filled ? kindOf(i) : null
    commits[node_id] = kind === null ? null : (heads.get(kind) ?? null)
    symlinkSync(join(root, 'kinds', `${kind ?? 'plain'}.git`), join(root, 'acme', `${nameOf(i)}.git`))
  }
  const data = organisation(repositories, commits)
  return { root, data: { ...data, codingAgent: { enabled_repositories: 'none' }, repositorySettings: {} } }
}

export const nameOf = (i: number): string => `service-${String(i + 1).padStart(4, '0')}`
const kindOf = (i: number): Kind | null => (i % 50 === 49 ? null : (kinds[i % kinds.length] ?? null))

/** A bare repository with one commit of these files; the commit's id. */
export function makeBare(gitDir: string, files: Readonly<Record<string, string>>): string {
  const work = `${gitDir}.work`
  mkdirSync(work, { recursive: true })
  git(work, 'init', '--quiet', '--initial-branch=main')
  const head = commitFiles(work, files)
  git(work, 'clone', '--quiet', '--bare', work, gitDir)
  for (const name of ['uploadpack.allowFilter', 'uploadpack.allowAnySHA1InWant'])
    git(gitDir, 'config', name, 'true')
  return head
}

/** Commits these files in a working tree; the commit's id. */
export function commitFiles(work: string, files: Readonly<Record<string, string>>): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(work, path)), { recursive: true })
    writeFileSync(join(work, path), text)
  }
  git(work, 'add', '--all')
  git(work, 'commit', '--quiet', '--message', 'A step')
  return git(work, 'rev-parse', 'HEAD')
}

export const git = (folder: string, ...args: string[]): string =>
  execFileSync('git', args, {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      GIT_CONFIG_GLOBAL: devNull,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_NAME: 'Ada',
      GIT_AUTHOR_EMAIL: 'ada@acme.example',
      GIT_AUTHOR_DATE: '2026-01-02T03:04:05Z',
      GIT_COMMITTER_NAME: 'Ada',
      GIT_COMMITTER_EMAIL: 'ada@acme.example',
      GIT_COMMITTER_DATE: '2026-01-02T03:04:05Z',
    },
  }).trim()
