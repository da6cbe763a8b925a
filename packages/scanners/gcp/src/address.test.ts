import { describe, expect, it } from 'vitest'
import { addressOf, takesCredentials } from './address.ts'

const google = { universeDomain: 'googleapis.com' }

describe('the address of a service', () => {
  it.each([
    ['aiplatform', 'europe-west4', 'https://europe-west4-aiplatform.googleapis.com'],
    ['aiplatform', 'global', 'https://aiplatform.googleapis.com'],
    ['discoveryengine', 'eu', 'https://eu-discoveryengine.googleapis.com'],
    ['modelarmor', 'europe-west4', 'https://modelarmor.europe-west4.rep.googleapis.com'],
    ['contactcenterinsights', 'us-central1', 'https://contactcenterinsights.googleapis.com'],
    ['contactcenterinsights', 'eu', 'https://eu-contactcenterinsights.googleapis.com'],
    ['run', 'europe-west4', 'https://run.googleapis.com'],
    ['notebooks', '-', 'https://notebooks.googleapis.com'],
  ] as const)('%s in %s', (service, location, address) => {
    expect(addressOf(google, service, location)).toBe(address)
  })

  it('is the one that is set, with the service and location in their places, or as it stands', () => {
    const endpoint = 'https://gate.example/{service}/{location}/'
    expect(addressOf({ ...google, endpoint }, 'run', 'global')).toBe('https://gate.example/run/global')
    expect(addressOf({ ...google, endpoint: 'http://127.0.0.1:8/' }, 'run', 'global')).toBe(
      'http://127.0.0.1:8',
    )
  })

  it('gets no token without TLS unless a person says so, and none where they say none', () => {
    expect(takesCredentials({}, 'https://run.googleapis.com')).toBe(true)
    expect(takesCredentials({}, 'http://127.0.0.1:8')).toBe(false)
    expect(takesCredentials({ credentials: 'default' }, 'http://127.0.0.1:8')).toBe(true)
    expect(takesCredentials({ credentials: 'none' }, 'https://run.googleapis.com')).toBe(false)
  })
})
