import { openEstate } from './collector/kept-estate.ts'

const estate = await openEstate(1_000_000)
console.log(estate.url)
process.on('SIGTERM', () => void estate.close().then(() => process.exit()))
setInterval(() => undefined, 1000)
