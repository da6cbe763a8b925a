import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { createSealer } from './seal.ts'
import { keyOfFolder } from './sealing-key.ts'
import { shownUrl } from './secrets.ts'
import { notificationSettingsOf } from './settings.ts'

const SECRET = 'https://hooks.slack.com/services/T000/B000/abcdefghijklmnop'
const sealer = createSealer(Buffer.alloc(32, 1))

it('what is sealed opens at its place, and says nothing of what is in it', () => {
  const sealed = sealer.seal(SECRET, 'one')
  expect(sealer.open(sealed, 'one')).toBe(SECRET)
  expect(sealed).not.toContain('slack')
  expect(sealer.seal(SECRET, 'one')).not.toBe(sealed)
})

it('it opens neither at another place, nor with another key, nor when it was touched', () => {
  const sealed = sealer.seal(SECRET, 'one')
  expect(sealer.open(sealed, 'two')).toBeNull()
  expect(createSealer(Buffer.alloc(32, 2)).open(sealed, 'one')).toBeNull()
  const touched = `${sealed.slice(0, -2)}${sealed.endsWith('AA') ? 'BB' : 'AA'}`
  for (const text of [touched, '', 'v1', 'v1..', sealed.slice(0, 20)])
    expect(sealer.open(text, 'one')).toBeNull()
})

it('the key of a data folder is made once, for its owner alone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ai-census-key-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const key = keyOfFolder(folder)
  expect(key).toHaveLength(32)
  expect(keyOfFolder(folder).equals(key)).toBe(true)
  expect(statSync(join(folder, 'sealing.key')).mode & 0o777).toBe(0o600)
  expect(readFileSync(join(folder, 'sealing.key'), 'utf8').trim()).toBe(key.toString('base64'))
})

it('a key that is none, and half a mail server, are refused in one sentence that holds no secret', () => {
  const refused = (env: Record<string, string>) => {
    try {
      notificationSettingsOf(env)
    } catch (error) {
      return String(error)
    }
    return ''
  }
  const short = refused({ AI_CENSUS_SEALING_KEY: 'not-long-enough' })
  expect(short).toMatch(/AI_CENSUS_SEALING_KEY must be 32 bytes in base64/)
  expect(short).not.toContain('not-long-enough')
  expect(refused({ AI_CENSUS_SMTP_HOST: 'mail.acme.example' })).toMatch(/go together/)
  expect(refused({ AI_CENSUS_NOTIFY_ALLOW: '10.0.0.0/99' })).toMatch(/no host name, address or network/)
})

it('of an address its host and its end are shown, and nothing of a short one', () => {
  expect(shownUrl(SECRET)).toBe('https://hooks.slack.com/…mnop')
  expect(shownUrl('https://acme.example/hook')).toBe('https://acme.example/…')
  expect(shownUrl('https://acme.example')).toBe('https://acme.example')
})
