/** Plants values of variables in the answers of code hosts, and looks for them wherever anything of a scan is kept or shown. */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import * as azureDevOps from '@ai-census/scanner-azure-devops/testing'
import * as bitbucket from '@ai-census/scanner-bitbucket/testing'
import * as gitlab from '@ai-census/scanner-gitlab/testing'
import { describe, expect, it } from 'vitest'
import { cli, temporary } from '../support/cli.ts'

const hosts = {
  gitlab: {
    planted: [gitlab.SECRET, gitlab.TOKEN],
    token: { GITLAB_TOKEN: gitlab.TOKEN },
    start: async () => {
      const data = gitlab.estate([gitlab.project(1, 'acme/shop', { empty_repo: true })])
      const standIn = await gitlab.startGitLabStandIn({ data })
      return { standIn, sets: [`url=${standIn.url}`, 'groups=acme', 'instance=true'] }
    },
  },
  'azure-devops': {
    planted: [azureDevOps.SECRET, azureDevOps.TOKEN],
    token: { AZURE_DEVOPS_TOKEN: azureDevOps.TOKEN },
    start: async () => {
      const data = azureDevOps.estate([azureDevOps.repository('r1', 'shop', { defaultBranch: undefined })])
      const standIn = await azureDevOps.startAzureDevOpsStandIn({ data })
      return { standIn, sets: [`url=${standIn.url}`, 'organizations=acme'] }
    },
  },
  bitbucket: {
    planted: [bitbucket.SECRET, bitbucket.TOKEN],
    token: { BITBUCKET_TOKEN: bitbucket.TOKEN },
    start: async () => {
      const data = bitbucket.estate([bitbucket.repository('shop', { mainbranch: null })])
      const standIn = await bitbucket.startBitbucketStandIn({ data })
      return { standIn, sets: [`apiUrl=${standIn.url}/2.0`, 'workspaces=acme'] }
    },
  },
}

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

// Object.keys forgets the literal names.
describe.each(Object.keys(hosts) as (keyof typeof hosts)[])('a scan of %s', (id) => {
  it('shows and keeps no value of a variable and no token, in no output, log, cache or spool', async () => {
    const { planted, token, start } = hosts[id]
    using folder = temporary(`hosts-${id}`)
    const state = join(folder.path, 'state')
    mkdirSync(state)
    const { standIn, sets } = await start()
    await using _closed = standIn
    const run = (...args: string[]) =>
      cli(
        [
          'scan',
          '--scanner',
          id,
          ...[...sets, 'allowInsecure=true'].flatMap((set) => ['--set', set]),
          ...args,
        ],
        { state, env: { AI_CENSUS_DEBUG: '1', ...token } },
      )
    const json = await run('--format', 'json')
    const rest = await run('--format', 'sarif', '--format', 'markdown', '--format', 'terminal')
    const away = await run('--collector', 'http://127.0.0.1:9', '--token', 'x', '--wait', '0')

    const { reports } = JSON.parse(json.stdout)
    const kinds = reports.flatMap((report: { findings: { kind: string }[] }) =>
      report.findings.map(({ kind }) => kind),
    )
    expect(kinds).toContain('credential')
    expect(json.code).toBe(0)
    const shown = [json, rest, away].map(({ stdout, stderr }) => stdout + stderr).join('\n')
    const kept = filesOf(state).map((file) => {
      const bytes = readFileSync(file)
      return { file, text: (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('latin1') }
    })
    expect(kept.length).toBeGreaterThan(0)
    for (const secret of planted) {
      expect(shown).not.toContain(secret)
      expect(kept.filter(({ text }) => text.includes(secret)).map(({ file }) => file)).toEqual([])
    }
  })
})
