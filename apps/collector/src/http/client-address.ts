import { isIPv6 } from 'node:net'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context, MiddlewareHandler } from 'hono'
import type { Env } from './implement.ts'

/**
 * Where a request comes from. Each proxy adds the address of its caller at the end of `X-Forwarded-For`, so
 * behind `proxies` of our own the caller is that many from the end; whatever stands before it, anybody may
 * have written.
 */
export const clientAddress =
  (proxies: number): MiddlewareHandler<Env> =>
  async (c, next) => {
    c.set('address', forwardedFor(c, proxies) ?? socketAddress(c))
    await next()
  }

export const addressOf = (c: Context<Env>): string => c.get('address')

function forwardedFor(c: Context, proxies: number): string | undefined {
  if (proxies === 0) return undefined
  const hops = (c.req.header('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim())
  return hops.at(-proxies)?.slice(0, 64) || undefined
}

function socketAddress(c: Context): string {
  // Without a socket (app.request in tests) there is no address to tell callers apart by.
  const address = c.env?.incoming ? (getConnInfo(c).remote.address ?? 'unknown') : 'in-process'
  return address.replace(/^::ffff:(?=\d+\.)/i, '')
}

const PREFIX_GROUPS = 4

/** Whoever has one IPv6 address has 2⁶⁴ of them: they count as one caller. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address
  const [head = '', tail] = address.split('::')
  const groups = head.split(':').filter(Boolean)
  if (tail !== undefined) while (groups.length < PREFIX_GROUPS) groups.push('0')
  return `${groups.slice(0, PREFIX_GROUPS).join(':')}::/64`
}
