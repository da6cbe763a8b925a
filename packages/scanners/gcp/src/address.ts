import type { GcpConfig } from './config.ts'
import { type ServiceName, serviceOf } from './services.ts'

type Addresses = Pick<GcpConfig, 'endpoint' | 'endpoints' | 'universeDomain'>

/** Where a service is asked about a location; never with a `/` at its end. */
export function addressOf(config: Addresses, service: ServiceName, location: string): string {
  const set = config.endpoints?.[service] ?? config.endpoint
  if (set) return set.replaceAll('{service}', service).replaceAll('{location}', location).replace(/\/+$/, '')
  const domain = config.universeDomain
  if (service === 'modelarmor' && location !== 'global') return `https://modelarmor.${location}.rep.${domain}`
  const { isRegional, home } = serviceOf(service)
  const isPlaced = isRegional && !['global', '-', home].includes(location)
  return `https://${isPlaced ? `${location}-` : ''}${service}.${domain}`
}

/** Without TLS a token would be anybody's: it goes there only where a person said so. */
export const takesCredentials = (
  config: Pick<GcpConfig, 'credentials' | 'token'>,
  address: string,
): boolean =>
  config.credentials
    ? config.credentials === 'default'
    : Boolean(config.token) || address.startsWith('https:')
