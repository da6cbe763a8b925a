import { describe, expect, it } from 'vitest'
import { OpenAiConfig } from './config.ts'

const issues = (config: unknown) => OpenAiConfig.safeParse(config).error?.issues.map(({ message }) => message)

describe('the settings', () => {
  it('need nothing but the admin key', () => {
    expect(OpenAiConfig.parse({ adminKey: ' sk-admin-x\n' })).toEqual({
      adminKey: 'sk-admin-x',
      endpoint: 'https://api.openai.com',
      allowInsecure: false,
      includeArchived: true,
      usageDays: 30,
    })
  })

  it('may come from the environment, where everything is text', () => {
    const config = { adminKey: 'k', includeArchived: 'false', usageDays: '7', allowInsecure: 'true' }
    expect(OpenAiConfig.parse(config)).toMatchObject({
      includeArchived: false,
      usageDays: 7,
      allowInsecure: true,
    })
  })

  it('say which key is needed when there is none, and never repeat a key', () => {
    expect(issues({})).toEqual([expect.stringContaining('OPENAI_ADMIN_KEY')])
    expect(JSON.stringify(issues({ adminKey: 'sk-admin-\nsecret' }))).not.toContain('secret')
  })

  it('send the key over plain http only when told so', () => {
    const endpoint = 'http://gateway.internal:8080'
    expect(issues({ adminKey: 'k', endpoint })).toEqual(['must be https, unless allowInsecure is set'])
    expect(issues({ adminKey: 'k', endpoint, allowInsecure: true })).toBeUndefined()
    expect(issues({ adminKey: 'k', endpoint: 'file:///etc/passwd', allowInsecure: true })).toHaveLength(1)
  })

  it('describe each setting and name its environment variable', () => {
    for (const [name, field] of Object.entries(OpenAiConfig.shape)) {
      expect([name, field.meta()?.description, field.meta()?.env]).toEqual([
        name,
        expect.stringMatching(/\w+ \w+/),
        expect.stringMatching(/^[A-Z_]+$/),
      ])
    }
    expect(OpenAiConfig.shape.adminKey.meta()).toMatchObject({ secret: true })
  })
})
