import { spawn, spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** Builds what is not built yet (turbo knows); all that it says goes to standard error. */
export function build() {
  const turbo = join(root, 'node_modules', '.bin', 'turbo')
  const args = ['run', 'build', '--output-logs=errors-only', '--no-update-notifier']
  const env = { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', FORCE_COLOR: '0' }
  const done = spawnSync(turbo, args, {
    cwd: root,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 1 << 28,
  })
  if (done.status === 0) return
  process.stderr.write(`${done.stdout}${done.stderr}${done.error ? `${done.error.message}\n` : ''}`)
  process.stderr.write('ai-census: the build failed; what it said is above.\n')
  process.exit(4)
}

/** Runs a program to its end and gives its exit code and all that it printed. */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], ...options })
    let text = ''
    child.stdout?.on('data', (chunk) => {
      text += chunk
    })
    child.stderr?.on('data', (chunk) => {
      text += chunk
    })
    child.on('error', (error) => resolve({ code: 127, text: `${text}${error.message}\n` }))
    child.on('close', (code) => resolve({ code: code ?? 1, text }))
  })
}
