import { openCollector } from './collector.ts'
import { memoryOf } from './memory.ts'
const c = await openCollector('postgres')
await memoryOf(c, 2000)
for (const n of process.argv.slice(2).map(Number)) console.log(n, await memoryOf(c, n), JSON.stringify(Object.fromEntries(Object.entries(process.memoryUsage()).map(([k, v]) => [k, (v / 2 ** 20) | 0]))))
await c.close()
