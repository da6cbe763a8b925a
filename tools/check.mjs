// Lint, types and boundaries, side by side. Exports the list so that the test command counts them too.
import { cpus } from 'node:os'
import { pathToFileURL } from 'node:url'
import { root, run } from './run.mjs'

const bin = (name) => `${root}/node_modules/.bin/${name}`

export const checks = [
  { name: 'lint and format (biome)', command: bin('biome'), args: ['check', '--error-on-warnings', '.'] },
  {
    name: 'types (tsc)',
    command: process.execPath,
    args: ['node_modules/typescript7/bin/tsc', '--noEmit', '-p', 'tsconfig.json'],
  },
  {
    name: 'types of the dashboard (svelte-check)',
    command: 'sh',
    args: [
      '-c',
      'cd apps/dashboard && PATH="node_modules/.bin:$PATH" svelte-kit sync && PATH="node_modules/.bin:$PATH" svelte-check --tsconfig ./tsconfig.json --fail-on-warnings',
    ],
  },
  {
    name: 'boundaries (dependency-cruiser)',
    command: bin('depcruise'),
    args: ['--config', 'tools/lint/boundaries.cjs', '--output-type', 'err', 'apps', 'packages', 'tests'],
  },
]

/** Runs all and gives those that failed, with what they said. */
export async function runChecks() {
  const failed = []
  const waiting = [...checks]
  const worker = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const { code, text } = await run(check.command, check.args, {
        env: { ...process.env, FORCE_COLOR: '0' },
      })
      process.stdout.write(`${code === 0 ? 'ok    ' : 'FAILED'}  ${check.name}\n`)
      if (code !== 0) failed.push({ ...check, text })
    }
  }
  await Promise.all(Array.from({ length: Math.max(1, Math.min(2, cpus().length)) }, worker))
  for (const { name, text } of failed) process.stdout.write(`\n── ${name}\n${text.slice(-20_000)}\n`)
  return failed
}

if (import.meta.url === pathToFileURL(process.argv[1]).href)
  process.exit((await runChecks()).length === 0 ? 0 : 1)
