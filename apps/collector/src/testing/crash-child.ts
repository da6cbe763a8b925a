import { isOperatorError } from '@ai-census/db'
import { pino } from 'pino'
import { startCollector } from '../start-collector.ts'
import { nothingKnown } from './collector-process.ts'

// A collector of its own that a test kills. Says where it answers, then works until it is ended.
const [folder, snapshot] = process.argv.slice(2)
process.stdin.once('end', () => process.exit()).resume()
try {
  const collector = await startCollector({
    ...(process.env.DATABASE_URL ? { databaseUrl: process.env.DATABASE_URL } : {}),
    dataFolder: folder ?? '',
    ...(snapshot ? { snapshot } : {}),
    port: 0,
    catalogue: nothingKnown,
    log: pino({ level: process.env.TEST_LOG ?? 'silent' }, pino.destination(2)),
  })
  process.stdout.write(`${collector.url}\n`)
  process.once('SIGTERM', () => void collector.close())
} catch (error) {
  process.stderr.write(`${isOperatorError(error) ? error.message : String(error)}\n`)
  process.exit(isOperatorError(error) ? 2 : 4)
}
