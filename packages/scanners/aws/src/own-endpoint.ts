/** The service id of the SDK's models, where the package's name does not say it. */
const IDS: Readonly<Partial<Record<string, string>>> = { opensearchserverless: 'OPENSEARCHSERVERLESS' }
const serviceId = (service: string): string => IDS[service] ?? service.replaceAll('-', '_').toUpperCase()

/** `AWS_ENDPOINT_URL` and `AWS_ENDPOINT_URL_<SERVICE>`; names as in the SDK's documentation, which itself reads them. */
export function ownEndpoint(service: string, env: NodeJS.ProcessEnv = process.env): string | undefined {
  if (env.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS === 'true') return undefined
  return env[`AWS_ENDPOINT_URL_${serviceId(service)}`] || env.AWS_ENDPOINT_URL || undefined
}

export const hasOwnEndpoint = (service: string, env: NodeJS.ProcessEnv = process.env): boolean =>
  ownEndpoint(service, env) !== undefined
