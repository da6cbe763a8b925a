import { lookup } from 'node:dns/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { startReceiver } from '../testing/receiver.ts'
import { allowedOf, assertMayPost, guardedLookup } from './address-guard.ts'
import { post } from './post.ts'

const nothing = { headers: {}, body: '{}' }
const may = (url: string, allow = '') => {
  try {
    assertMayPost(new URL(url), allowedOf(allow))
    return true
  } catch {
    return false
  }
}

describe('an address', () => {
  it.each([
    'http://hooks.acme.example/',
    'ftp://hooks.acme.example/',
    'https://user:word@hooks.acme.example/',
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://10.1.2.3/',
    'https://172.31.255.255/',
    'https://192.168.0.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://100.64.0.1/',
    'https://0.0.0.0/',
    'https://255.255.255.255/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[fd00::1]/',
    'https://[fe80::1]/',
    'https://[64:ff9b::7f00:1]/',
    'https://[2002:7f00:1::]/',
  ])('%s is refused before anything is sent', (url) => {
    expect(may(url)).toBe(false)
  })

  it.each(['https://hooks.slack.com/services/x', 'https://8.8.8.8/', 'https://[2606:4700::1111]/'])(
    '%s is not',
    (url) => {
      expect(may(url)).toBe(true)
    },
  )

  it('of one’s own network is allowed by name, by address or by network, and by nothing near it', () => {
    expect(may('http://receiver.internal/', 'receiver.internal')).toBe(true)
    expect(may('http://receiver.internal.evil.example/', 'receiver.internal')).toBe(false)
    expect(may('https://10.1.2.3/', '10.1.0.0/16')).toBe(true)
    expect(may('https://10.2.2.3/', '10.1.0.0/16')).toBe(false)
    expect(may('http://[fd00::1]/', 'fd00::/8')).toBe(true)
  })
})

describe('a host name', () => {
  it('that leads to this machine is refused when it is connected to, unless it is allowed', async () => {
    expect((await lookup('localhost')).address).toMatch(/^(127\.|::1)/)
    const receiver = await startReceiver()
    onTestFinished(receiver.close)
    const { port } = new URL(receiver.url)
    const sent = post(`https://localhost:${port}/`, nothing, allowedOf(''))
    await expect(sent).rejects.toThrow('localhost is not on the public internet')
    expect((await post(`http://localhost:${port}/`, nothing, allowedOf('localhost'))).status).toBe(204)
  })

  it('is looked up once, and what was checked is what is connected to', async () => {
    const looked = new Promise((resolve, reject) =>
      guardedLookup(allowedOf('127.0.0.1, ::1'))('localhost', { all: true }, (error, addresses) =>
        error ? reject(error) : resolve(addresses),
      ),
    )
    expect(await looked).toEqual(
      expect.arrayContaining([expect.objectContaining({ family: expect.any(Number) })]),
    )
  })
})

describe('a receiver', () => {
  it('that redirects is not followed', async () => {
    const receiver = await startReceiver()
    onTestFinished(receiver.close)
    receiver.answers.push({ status: 302, headers: { location: receiver.url } })
    expect((await post(receiver.url, nothing, allowedOf('127.0.0.1'))).status).toBe(302)
    expect(receiver.received).toHaveLength(1)
  })

  it('that says more than anybody reads is cut short, and one that hangs up says so', async () => {
    const server = createServer((request, response) => {
      if (request.url === '/hang-up') request.socket.destroy()
      else response.writeHead(500).end('x'.repeat(10_000_000))
    })
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve)
    })
    onTestFinished(() => {
      server.closeAllConnections()
      server.close()
    })
    const { port } = server.address() as AddressInfo // it listens at a port
    const allowed = allowedOf('127.0.0.1')
    expect((await post(`http://127.0.0.1:${port}/long`, nothing, allowed)).text).toHaveLength(2000)
    await expect(post(`http://127.0.0.1:${port}/hang-up`, nothing, allowed)).rejects.toThrow(
      'broke the connection off',
    )
  })
})
