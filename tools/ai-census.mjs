// The CLI from the checkout: builds when something changed, then is the built program.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, root } from './run.mjs'

build()
process.env.AI_CENSUS_CWD ??= process.env.INIT_CWD ?? process.cwd()
const main = join(root, 'apps', 'cli', 'dist', 'main.mjs')
process.argv.splice(1, 1, main)
await import(pathToFileURL(main).href)
