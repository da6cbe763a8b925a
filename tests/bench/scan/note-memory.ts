import { writeFileSync } from 'node:fs'

// Loaded before the program (`node --import`): notes the most memory that its process had, in KiB.
const file = process.env.AI_CENSUS_BENCH_MEMORY
process.on('exit', () => {
  if (file) writeFileSync(file, String(process.resourceUsage().maxRSS))
})
