import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { benches } from './benches.ts'
import { type BenchResult, measureBench } from './measure.ts'
import { asTable } from './report.ts'

const usage = `Usage: node tests/bench/run.ts [NAME…] [--json FILE] [--rounds N]

Measures the named benches (all by default: ${Object.keys(benches).join(', ')}).
Exit code 1 when a bar is missed, 2 for a wrong call.`

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'string' }, rounds: { type: 'string' }, help: { type: 'boolean' } },
  })
  const names = positionals.length > 0 ? positionals : Object.keys(benches)
  const rounds = values.rounds === undefined ? null : Number(values.rounds)
  const wrong = names.some((name) => benches[name] === undefined)
  if (values.help || wrong || (rounds !== null && !(Number.isInteger(rounds) && rounds > 0))) {
    console.error(usage)
    return values.help ? 0 : 2
  }
  const results: BenchResult[] = []
  for (const name of names) {
    const bench = await benches[name]!()
    results.push(await measureBench(name, bench, rounds, (line) => console.error(line)))
  }
  console.log(asTable(results))
  const json = JSON.stringify({ node: process.version, platform: process.platform, results }, null, 2)
  if (values.json !== undefined) writeFileSync(values.json, `${json}\n`)
  return results.every((result) => result.cases.every((each) => each.held)) ? 0 : 1
}

process.exitCode = await main()
