import { describe, expect, it } from 'vitest'
import { finding, scan } from '../testing/repository.ts'

const keys = (manifest: unknown, path = 'manifest.json') =>
  scan({
    [path]: JSON.stringify(
      { manifest_version: 3, name: 'x', version: '1', ...(manifest as object) },
      null,
      2,
    ),
  }).keys

describe('extensions of browsers', () => {
  it.each([
    [{ host_permissions: ['https://api.openai.com/*'] }, 'service:openai'],
    [
      { manifest_version: 2, permissions: ['storage', 'https://api.anthropic.com/v1/*'] },
      'service:anthropic',
    ],
    [{ host_permissions: ['https://generativelanguage.googleapis.com/'] }, 'service:google-gemini'],
  ])('reach the APIs that they ask for: %j', (manifest, key) => {
    expect(keys(manifest)).toContain(key)
    expect(keys(manifest, 'public/manifest.chrome.json')).toContain(key)
  })

  it.each([
    { host_permissions: ['https://chatgpt.com/*', 'https://claude.ai/*', 'https://gemini.google.com/*'] },
    { content_scripts: [{ matches: ['https://api.openai.com/*'], js: ['a.js'] }] },
    { host_permissions: ['*://*.openai.com/*', 'https://*.openai.azure.com/*', '<all_urls>'] },
    { optional_host_permissions: ['https://api.openai.com/*'] },
    { homepage_url: 'https://api.openai.com/' },
  ])('do not reach the pages that they work upon: %j', (manifest) => {
    expect(keys(manifest)).toEqual([])
  })

  it('are not taken for the manifest of a page', () => {
    expect(
      scan({ 'manifest.json': '{"name": "x", "host_permissions": ["https://api.openai.com/*"]}' }).keys,
    ).toEqual([])
  })

  it('say on which line', () => {
    const service = finding(
      { 'manifest.json': '{\n"manifest_version": 3,\n"host_permissions": [\n"https://api.groq.com/*"\n]\n}' },
      'service:groq',
    )
    expect(service.evidence[0]!.location).toMatchObject({ path: 'manifest.json', startLine: 4 })
  })
})
