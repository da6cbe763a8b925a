import { writeFileSync } from 'node:fs'
import { embeddedSource } from './embedded-source.ts'

writeFileSync(new URL('../src/migrations/embedded.ts', import.meta.url), embeddedSource())
