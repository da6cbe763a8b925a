import { describe, expect, it } from 'vitest'
import { scan } from '../testing/repository.ts'

const keys = (line: string) => scan({ 'src/app.py': `${line}\n` }).keys

describe('the host of Azure OpenAI without the name of a resource', () => {
  it('is an address where requests are sent to it', () => {
    expect(keys('azure_endpoint = "https://openai.azure.com/"')).toContain('service:azure-openai')
  })
  it('is a page, or what an address is compared with, elsewhere', () => {
    expect(keys('help_link = "https://openai.azure.com/"')).toEqual([])
    expect(keys('is_azure = "openai.azure.com" in base_url')).toEqual([])
    expect(keys('if base_url.startswith("https://openai.azure.com"): pass')).toEqual([])
  })
})

describe('an address that people may try', () => {
  it.each(['SAMPLE_URLS', 'example_url', 'exampleUrl', 'myDemoURL'])('is reached by nobody: %s', (name) =>
    expect(keys(`${name} = "https://api.openai.com/v1"`)).toEqual([]),
  )
  it.each(['resample_url', 'API_URL', 'demo_service_url'])('but is elsewhere: %s', (name) =>
    expect(keys(`${name} = "https://api.openai.com/v1"`)).toEqual(['service:openai']),
  )
})
