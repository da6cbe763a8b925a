import { OPERATOR, testCollector } from '../../apps/collector/src/testing/collector.ts'
import { openEstate } from './collector/kept-estate.ts'

const estate = await openEstate(1_000_000)
const collector = testCollector(estate.database, { reconciles: false })
let log: [string, number][] = []
const pool = estate.database.pool as any
const orig = pool.query
pool.query = (...args: any[]) => {
  const start = performance.now()
  const text = typeof args[0] === 'string' ? args[0] : args[0]?.text
  const r = orig.apply(pool, args)
  r?.then?.(
    () => log.push([text + ' -- ' + JSON.stringify(args[0]?.values ?? args[1]), performance.now() - start]),
    () => undefined,
  )
  return r
}
async function get(path: string) {
  collector.clock.pass(20)
  const start = performance.now()
  const response = await collector.app.request(`http://127.0.0.1:7420/api/v1/${path}`, {
    headers: { authorization: `Bearer ${OPERATOR}` },
  })
  const text = await response.text()
  return [performance.now() - start, text.length] as const
}
for (const path of process.argv.slice(2)) {
  for (let k = 0; k < 12; k++) {
    log = []
    const [ms, size] = await get(path.replace('%', String(k + 3)))
    if (k >= 8) {
      console.log(path, k, ms.toFixed(1), size)
      for (const [text, t] of log)
        console.log('   ', t.toFixed(1), text.replace(/\s+/g, ' ').slice(0, k === 11 ? 3000 : 90))
    }
  }
}
await collector.stop()
await estate.close()
