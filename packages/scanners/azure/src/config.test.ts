import { describe, expect, it } from 'vitest'
import { AzureConfig } from './config.ts'

const issues = (config: unknown) => AzureConfig.safeParse(config).error?.issues.map(({ message }) => message)
const SUBSCRIPTION = 'AAAAAAAA-1111-2222-3333-444444444444'

describe('the settings', () => {
  it('need nothing', () => {
    expect(AzureConfig.parse({})).toEqual({
      allowInsecure: false,
      cloud: 'public',
      costs: true,
      credential: 'default',
      jobPages: 40,
      resumeHours: 6,
      usageDays: 30,
    })
  })

  it('may come from the environment, where everything is text', () => {
    const config = { subscriptions: `${SUBSCRIPTION}, ${SUBSCRIPTION}`, costs: 'false', usageDays: '7' }
    expect(AzureConfig.parse(config)).toMatchObject({
      subscriptions: [SUBSCRIPTION.toLowerCase(), SUBSCRIPTION.toLowerCase()],
      costs: false,
      usageDays: 7,
    })
  })

  it('go to an endpoint without TLS only when told so', () => {
    const endpoint = 'http://emulator.internal:8080'
    expect(issues({ endpoint })).toEqual(['must be https, unless allowInsecure is set'])
    expect(issues({ endpoint, allowInsecure: true })).toBeUndefined()
    expect(issues({ endpoint: 'file:///etc/passwd', allowInsecure: true })).toHaveLength(1)
  })

  it('never repeat a token', () => {
    expect(JSON.stringify(issues({ token: 'eyJ\nsecret' }))).not.toContain('eyJ')
  })

  it('describe each setting and name its environment variable', () => {
    for (const [name, field] of Object.entries(AzureConfig.shape))
      expect([name, field.meta()?.description, field.meta()?.env]).toEqual([
        name,
        expect.stringMatching(/\w+/),
        expect.stringMatching(/^AI_CENSUS_AZURE_[A-Z_]+$/),
      ])
    expect(AzureConfig.shape.token.meta()).toMatchObject({ secret: true })
  })
})
