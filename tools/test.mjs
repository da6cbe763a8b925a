// Every check and every test, with one plain last line. With arguments: only vitest, with those arguments.

import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checks, runChecks } from './check.mjs'
import { build, root } from './run.mjs'

const filters = process.argv.slice(2).filter((argument) => argument !== '--')
const folder = mkdtempSync(join(tmpdir(), 'ai-census-test-'))
const results = join(folder, 'vitest.json')

const failedChecks = filters.length > 0 ? [] : await runChecks()
process.stdout.write('Building …\n')
build()
const code = await vitest()
const tests = existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : null
rmSync(folder, { recursive: true, force: true })
close()

function vitest() {
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${results}`, ...filters]
  return new Promise((resolve) => {
    const child = spawn(join(root, 'node_modules', '.bin', 'vitest'), args, { cwd: root, stdio: 'inherit' })
    child.on('close', (status) => resolve(status ?? 1))
  })
}

function close() {
  const ran = filters.length > 0 ? 0 : checks.length
  const passed = (tests?.numPassedTests ?? 0) + ran - failedChecks.length
  let failed = (tests?.numFailedTests ?? 0) + failedChecks.length
  // A file that does not load, or an error outside any test, fails the run without a failed test.
  if (code !== 0 && (tests?.numFailedTests ?? 0) === 0) failed += 1
  for (const { name } of failedChecks) process.stdout.write(`FAILED  ${name}\n`)
  const skipped = (tests?.numPendingTests ?? 0) + (tests?.numTodoTests ?? 0)
  process.stdout.write(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`)
  process.exit(failed === 0 && passed > 0 ? 0 : 1)
}
