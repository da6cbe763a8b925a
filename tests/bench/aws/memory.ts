/**
 * Scans the organisation that `organisation.ts` serves, drops each report as a spool would, and prints what the process
 * held: `node --expose-gc memory.ts [service,…]`.
 */
import { createAwsScanner } from '@ai-census/scanner-aws'
import { printMemory } from '../clouds/memory.ts'

await printMemory(createAwsScanner(), { organization: true, services: process.argv[2] ?? 'sagemaker' })
