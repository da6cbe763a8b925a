import type { NewsMessage } from '@ai-census/db'
import type { News } from '@ai-census/schema'
import { describe, expect, it, onTestFinished } from 'vitest'
import { HOSTILE_NAMES } from '../../../../../tests/support/hostile.ts'
import { startMailReceiver } from '../../testing/mail-server.ts'
import { messageOf } from '../message.ts'
import { plain } from '../plain.ts'
import { mailOf, sendMail } from './email.ts'
import { slackMessage } from './slack.ts'
import { teamsMessage } from './teams.ts'
import { signatureOf, webhookMessage } from './webhook.ts'

const newsOf = (name: string, n = 0): News => ({
  kind: 'system-discovered',
  at: '2026-11-23T08:00:00.000Z',
  subject: { type: 'system', id: `sys_${n}`, name },
  detail: `It is called ${name}.`,
  suppliers: ['openai'],
  sources: ['github:acme'],
})
const contentOf = (names: readonly string[], count = names.length): NewsMessage => ({
  news: names.map(newsOf),
  counts: { 'system-discovered': count },
})
const inWords = (content: NewsMessage, url: string | null = 'https://census.acme.example') =>
  messageOf({
    id: 'm1',
    at: '2026-11-23T08:00:00.000Z',
    isTest: false,
    message: content,
    destination: 'x',
    url,
  })

const hostile = [
  ...Object.values(HOSTILE_NAMES),
  '<!channel> <https://evil.example|click>',
  'a\r\nBcc: all@evil.example',
  '**bold** [x](https://evil.example)',
]
const message = inWords(contentOf(hostile))
const parsed = (body: string) => JSON.parse(body)

/** Every text of a JSON value under one of these names. */
function textsAt(value: unknown, name: string): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === name && typeof inner === 'string' ? [inner] : textsAt(inner, name),
  )
}

describe('a name from outside', () => {
  it('is one short line without anything that is not seen', () => {
    expect(plain('a\r\nBcc: x\u202egnp.exe\u202c\u200b b', 100)).toBe('a Bcc: x gnp.exe b')
    expect(plain('👩‍👩‍👧‍👦'.repeat(50), 10)).toHaveLength(
      [...plain('👩‍👩‍👧‍👦'.repeat(50), 10)].join('').length,
    )
    expect([...plain('x'.repeat(500), 120)]).toHaveLength(120)
    expect(plain('a🤖b', 2)).toBe('a…')
  })

  it('calls nobody in Slack and is no link there: it stands in texts that are no markup', () => {
    const { text, blocks } = parsed(slackMessage(message).body)
    expect(text).not.toMatch(/<[!@#h]/)
    for (const block of blocks) expect(['header', 'rich_text']).toContain(block.type)
    const links = textsAt(blocks, 'url')
    expect(links.every((url) => url.startsWith('https://census.acme.example'))).toBe(true)
    expect(textsAt(blocks, 'type')).not.toContain('mrkdwn')
    expect(parsed(slackMessage({ ...message, title: '<!channel> & co' }).body).text).toBe(
      'AI Census: &lt;!channel&gt; &amp; co',
    )
  })

  it('is no Markdown in Teams', () => {
    const [{ content, contentType }] = parsed(teamsMessage(message).body).attachments
    expect(contentType).toBe('application/vnd.microsoft.card.adaptive')
    for (const block of content.body) expect(block.type).toBe('RichTextBlock')
    expect(textsAt(content, 'url').every((url) => url.startsWith('https://census.acme.example'))).toBe(true)
  })

  it('is no element in mail, and no header', () => {
    const { html, subject } = mailOf({ ...message, title: plain('1 thing\r\nBcc: all@evil.example', 200) })
    expect(html.match(/<(?!\/?(p|strong|h3|ul|li|a)\b)/g)).toBeNull()
    expect(html.match(/href="(?!https:\/\/census\.acme\.example)/g)).toBeNull()
    expect(subject).not.toMatch(/[\r\n]/)
  })
})

describe('a message about a thousand things', () => {
  const many = inWords(
    contentOf(
      Array.from({ length: 100 }, (_, n) => `${n} ${'é🤖'.repeat(300)}`),
      1000,
    ),
  )

  it('stays within what Slack and Teams take, and counts the rest', () => {
    const slack = parsed(slackMessage(many).body)
    const said = textsAt(slack.blocks, 'text')
    expect(slack.blocks.length).toBeLessThan(50)
    expect(said.join('').length).toBeLessThan(13_000)
    expect(said.some((one) => /^and 9\d\d more$/.test(one))).toBe(true)
    const teams = teamsMessage(many).body
    expect(Buffer.byteLength(teams)).toBeLessThan(28_000)
    expect(teams).toMatch(/and 9\d\d more/)
    expect(mailOf(many).text).toMatch(/and 9\d\d more/)
  })
})

it('without a public address nothing is linked', () => {
  const quiet = inWords(contentOf(['shop']), null)
  for (const body of [slackMessage(quiet).body, teamsMessage(quiet).body, mailOf(quiet).html])
    expect(body).not.toMatch(/https?:\/\/(?!adaptivecards\.io)/)
})

describe('a webhook', () => {
  it('is signed as the libraries of Standard Webhooks do, by the example of their tests', () => {
    const text = 'msg_p5jXN8AQM9LWM0D4loKWxJek.1614265330.{"test": 2432232314}'
    expect(signatureOf('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', text)).toBe(
      'g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    )
  })

  it('names the time of each attempt, and where to read more of each thing', () => {
    const now = new Date(1_614_265_330_000)
    const { headers, body } = webhookMessage(message, contentOf(['shop']), { secret: 'whsec_AAAA', now })
    expect(headers).toMatchObject({ 'webhook-id': 'm1', 'webhook-timestamp': '1614265330' })
    expect(parsed(body).data.news[0]).toMatchObject({ url: 'https://census.acme.example/systems/sys_0' })
  })
})

describe('mail', () => {
  const server = (port: number) =>
    ({
      host: '127.0.0.1',
      port,
      security: 'none',
      user: null,
      password: null,
      from: 'census@acme.example',
    }) as const

  it('goes to all recipients, with the message’s id and both forms', async () => {
    const mail = await startMailReceiver()
    onTestFinished(mail.close)
    await sendMail(server(mail.port), ['board@acme.example', 'ada@acme.example'], mailOf(message), 'm1')
    expect(mail.received).toHaveLength(1)
    const [one] = mail.received
    expect(one?.to).toEqual(['board@acme.example', 'ada@acme.example'])
    expect(one?.data).toContain('Message-ID: <m1@acme.example>')
    expect(one?.data).toContain('text/plain')
    expect(one?.data).toContain('text/html')
    const head = one?.data.split('\n\n')[0] ?? ''
    expect(head).toMatch(/^Subject: AI Census: 11 unregistered AI systems discovered$/m)
    expect(head).not.toMatch(/^bcc:/im)
  })

  it('that is refused, or finds no server, says why without a secret', async () => {
    const mail = await startMailReceiver()
    mail.refusals.push('550 5.1.1 no such box, password was hunter2')
    const send = () => sendMail(server(mail.port), ['nobody@acme.example'], mailOf(message), 'm1')
    await expect(send()).rejects.toThrow('The mail server answered 550.')
    await mail.close()
    await expect(send()).rejects.toThrow(/The mail server cannot be reached \(E\w+\)\./)
  })
})
