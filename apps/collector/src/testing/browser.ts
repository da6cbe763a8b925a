import type { TestCollector } from './collector.ts'

const HERE = 'http://127.0.0.1:7420'
const MOST_REDIRECTS = 10

/** What a browser remembers and follows: cookies by origin, and redirects between the collector and others. */
export class Browser {
  readonly #cookies = new Map<string, Map<string, string>>()
  readonly #collector: TestCollector
  /** Every address that it was led to. */
  readonly visited: string[] = []

  constructor(collector: TestCollector) {
    this.#collector = collector
  }

  async get(address: string): Promise<Response> {
    const url = new URL(address, HERE)
    const headers = { cookie: this.cookiesOf(url.origin), host: url.host }
    const response =
      url.origin === HERE
        ? await this.#collector.app.request(url.href, { headers })
        : await fetch(url, { headers, redirect: 'manual' })
    this.visited.push(url.href)
    this.#remember(url.origin, response)
    return response
  }

  /** The last answer of a chain of redirects, with its address; `stopAt` is not called any more. */
  async follow(address: string, stopAt = ''): Promise<{ url: URL; response: Response }> {
    let url = new URL(address, HERE)
    for (let n = 0; n < MOST_REDIRECTS; n++) {
      const response = await this.get(url.href)
      const location = response.headers.get('location')
      if (!location) return { url, response }
      url = new URL(location, url)
      if (stopAt !== '' && url.href.startsWith(stopAt)) return { url, response }
    }
    throw new Error(`too many redirects, the last one to ${url.href}`)
  }

  cookiesOf(origin = HERE): string {
    return [...(this.#cookies.get(origin) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  #remember(origin: string, response: Response): void {
    const jar = this.#cookies.get(origin) ?? new Map<string, string>()
    this.#cookies.set(origin, jar)
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (value === '' || /max-age=0/i.test(cookie)) jar.delete(name)
      else jar.set(name, value)
    }
  }
}
