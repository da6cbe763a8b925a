type Labels = Record<string, string | number>

interface Metric {
  lines(): string[]
}

/** Counters, gauges and histograms in Prometheus' text form; the few that this server needs. */
export class MetricRegistry {
  readonly #metrics: Metric[] = []

  counter(name: string, help: string) {
    const values = new Map<string, number>()
    this.#metrics.push({
      lines: () => [
        ...head(name, help, 'counter'),
        ...[...values].map(([labels, value]) => `${name}${labels} ${value}`),
      ],
    })
    return {
      add: (labels: Labels, by = 1) => {
        const key = labelText(labels)
        values.set(key, (values.get(key) ?? 0) + by)
      },
    }
  }

  gauge(name: string, help: string, read: () => number) {
    this.#metrics.push({ lines: () => [...head(name, help, 'gauge'), `${name} ${read()}`] })
  }

  /** `buckets`: upper bounds in seconds, ascending. */
  histogram(name: string, help: string, buckets: readonly number[]) {
    const series = new Map<string, { labels: Labels; counts: number[]; sum: number; count: number }>()
    this.#metrics.push({
      lines: () => [
        ...head(name, help, 'histogram'),
        ...[...series.values()].flatMap((one) => bucketLines(name, buckets, one)),
      ],
    })
    return {
      observe: (labels: Labels, seconds: number) => {
        const key = labelText(labels)
        const one = series.get(key) ?? { labels, counts: buckets.map(() => 0), sum: 0, count: 0 }
        one.counts = one.counts.map((count, i) => (seconds <= (buckets[i] ?? 0) ? count + 1 : count))
        one.sum += seconds
        one.count += 1
        series.set(key, one)
      },
    }
  }

  text(): string {
    return `${this.#metrics.flatMap((metric) => metric.lines()).join('\n')}\n`
  }
}

export interface Gauge {
  name: string
  help: string
  value: number
}

export const gaugeText = (gauges: readonly Gauge[]): string =>
  gauges
    .flatMap(({ name, help, value }) => [...head(name, help, 'gauge'), `${name} ${value}`])
    .map((line) => `${line}\n`)
    .join('')

const head = (name: string, help: string, type: string) => [
  `# HELP ${name} ${help}`,
  `# TYPE ${name} ${type}`,
]

function bucketLines(
  name: string,
  buckets: readonly number[],
  { labels, counts, sum, count }: { labels: Labels; counts: number[]; sum: number; count: number },
): string[] {
  return [
    ...buckets.map((le, i) => `${name}_bucket${labelText({ ...labels, le })} ${counts[i]}`),
    `${name}_bucket${labelText({ ...labels, le: '+Inf' })} ${count}`,
    `${name}_sum${labelText(labels)} ${sum}`,
    `${name}_count${labelText(labels)} ${count}`,
  ]
}

function labelText(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(String(value))}"`)
  return pairs.length > 0 ? `{${pairs.join(',')}}` : ''
}

const escaped = (text: string): string =>
  text.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\n/g, '\\n')

export type Metrics = ReturnType<typeof createMetrics>

export function createMetrics() {
  const registry = new MetricRegistry()
  const started = Date.now() / 1000
  registry.gauge('process_start_time_seconds', 'When this process started.', () => started)
  registry.gauge('process_resident_memory_bytes', 'Memory in use.', () => process.memoryUsage.rss())
  return {
    registry,
    requests: registry.histogram(
      'ai_census_http_request_seconds',
      'Time to answer.',
      [0.005, 0.02, 0.1, 0.5, 2, 10],
    ),
    reports: registry.counter('ai_census_reports_total', 'Reports taken into the ledger, by outcome.'),
    reconcile: registry.histogram(
      'ai_census_reconcile_seconds',
      'Time of one reconciliation.',
      [0.01, 0.05, 0.2, 1, 5, 30],
    ),
  }
}
