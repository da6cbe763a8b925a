import { writeFileSync } from 'node:fs'
import { pathsSource } from './paths-source.ts'

writeFileSync(new URL('../src/paths.ts', import.meta.url), await pathsSource())
