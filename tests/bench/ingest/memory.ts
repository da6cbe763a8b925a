import { reportLines } from '@ai-census/schema'
import type { BenchCollector } from './collector.ts'
import { benchFinding, benchReport } from './reports.ts'

/** The lines of a report that never is in memory whole, as a scanner would stream them. */
export function streamed(scope: string, count: number, round: number): ReadableStream<Uint8Array> {
  const [head = ''] = [...reportLines(benchReport(scope, 0))]
  let at = -1
  return new ReadableStream({
    pull(controller) {
      const lines: string[] = at < 0 ? [head] : []
      at = Math.max(at, 0)
      for (const to = Math.min(count, at + 200); at < to; at++)
        lines.push(JSON.stringify({ type: 'finding', ...benchFinding(at, round) }))
      if (at === count) lines.push(JSON.stringify({ type: 'end', findings: count, unknowns: 0, deleted: 0 }))
      controller.enqueue(Buffer.from(`${lines.join('\n')}\n`))
      if (at === count) controller.close()
    },
  })
}

const MIB = 1024 * 1024

/** By how much this process's memory rises at most while it takes a report of so many findings. */
export async function memoryOf(collector: BenchCollector, count: number): Promise<string> {
  const before = process.memoryUsage.rss()
  let most = before
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
  }, 20)
  const started = performance.now()
  await collector.put(streamed(`git:bench/memory-${count}`, count, count))
  clearInterval(watch)
  const seconds = (performance.now() - started) / 1000
  return `+${((most - before) / MIB).toFixed(0)} MiB over ${(before / MIB).toFixed(0)} MiB, ${seconds.toFixed(1)} s`
}
