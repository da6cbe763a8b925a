import { lookup } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { OperatorError } from '@ai-census/db'

/** Receivers besides the public internet that whoever runs the collector allows. */
export interface Allowed {
  /** Host names, in lower case. */
  names: ReadonlySet<string>
  networks: BlockList
}

/** `receiver.internal, 10.1.0.0/16, 127.0.0.1`. Throws an OperatorError that names what it cannot read. */
export function allowedOf(text: string): Allowed {
  const names = new Set<string>()
  const networks = new BlockList()
  for (const entry of text
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean)) {
    const [address = '', bits] = entry.split('/')
    const version = isIP(address)
    if (version === 0 && bits === undefined && HOST_NAME.test(entry)) names.add(entry)
    else if (version === 0 || (bits !== undefined && !isPrefix(bits, version)))
      throw new OperatorError(`AI_CENSUS_NOTIFY_ALLOW: “${entry}” is no host name, address or network.`)
    else networks.addSubnet(address, Number(bits ?? mostBits(version)), familyOf(version))
  }
  return { names, networks }
}

const HOST_NAME = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/
const mostBits = (version: number): number => (version === 4 ? 32 : 128)
const isPrefix = (bits: string, version: number): boolean =>
  /^\d{1,3}$/.test(bits) && Number(bits) <= mostBits(version)
const familyOf = (version: number) => (version === 4 ? 'ipv4' : 'ipv6')

/** All of IPv4 that is not the public internet (RFC 6890 and what came after). */
const notPublic = new BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  notPublic.addSubnet(network, bits, 'ipv4')

/** Of IPv6 only global unicast is public, without what carries IPv4 addresses inside, documentation and benchmarks. */
const globalUnicast = new BlockList()
globalUnicast.addSubnet('2000::', 3, 'ipv6')
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  notPublic.addSubnet(network, bits, 'ipv6')

function isPublic(address: string): boolean {
  const family = familyOf(isIP(address))
  if (notPublic.check(address, family)) return false
  return family === 'ipv4' || globalUnicast.check(address, family)
}

/** Thrown where a receiver lies where messages may not go. Its message may be shown. */
export class RefusedAddress extends Error {
  override name = 'RefusedAddress'
}

const refusal = (host: string) =>
  new RefusedAddress(
    `${host} is not on the public internet; whoever runs the collector can allow it (AI_CENSUS_NOTIFY_ALLOW).`,
  )

/** The host of a URL as names and addresses are written elsewhere: `[::1]` is `::1`. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')

const isAllowed = (host: string, allowed: Allowed): boolean =>
  allowed.names.has(host) || (isIP(host) > 0 && allowed.networks.check(host, familyOf(isIP(host))))

/** What can be told of a URL before its name is looked up. Throws `RefusedAddress`. */
export function assertMayPost(url: URL, allowed: Allowed): void {
  const host = hostOf(url)
  const inside = isAllowed(host, allowed)
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && inside))
    throw new RefusedAddress('The address must begin with https://.')
  if (url.username || url.password)
    throw new RefusedAddress('The address may hold no user name and no password.')
  if (isIP(host) > 0 && !inside && !isPublic(host)) throw refusal(host)
}

/**
 * Looks names up for a connection, and refuses those that lead where messages may not go: the addresses that were
 * checked are those that are then connected to.
 */
export const guardedLookup =
  (allowed: Allowed): LookupFunction =>
  (host, options, done) => {
    lookup(host, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, '', 0)
      const name = host.toLowerCase().replace(/\.$/, '')
      const isBad = ({ address }: { address: string }) => !isAllowed(address, allowed) && !isPublic(address)
      if (!allowed.names.has(name) && addresses.some(isBad)) return done(refusal(host), '', 0)
      if (options.all) return done(null, addresses)
      const [first] = addresses
      done(null, first?.address ?? '', first?.family ?? 0)
    })
  }
