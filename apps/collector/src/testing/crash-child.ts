import { catalogueFrom, FORM_VERSION } from '@ai-census/signatures'
import { pino } from 'pino'
import { startCollector } from '../start-collector.ts'

// A collector of its own that a test kills. Says where it answers, then works until it is ended.
const [folder, snapshot] = process.argv.slice(2)
const collector = await startCollector({
  ...(process.env.DATABASE_URL ? { databaseUrl: process.env.DATABASE_URL } : {}),
  dataFolder: folder ?? '',
  ...(snapshot ? { snapshot } : {}),
  port: 0,
  // Reading the signatures takes longer than all else here, and nothing here asks for them.
  catalogue: catalogueFrom({ form: FORM_VERSION, hash: '', suppliers: {} }),
  log: pino({ level: 'silent' }),
})
process.stdout.write(`${collector.url}\n`)
