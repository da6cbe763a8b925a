import { type Group, type Line, type Message, shortened } from '../message.ts'
import { NoAnswer } from '../post.ts'
import type { MailServer } from '../settings.ts'

const ROOM = { lines: 100, bytes: 100_000 }
const MOST_SUBJECT = 150
const DEADLINE_MS = 20_000

export interface Mail {
  subject: string
  text: string
  html: string
}

/** The message as mail, once as text and once as HTML; in the second every text is escaped. */
export function mailOf(message: Message): Mail {
  const groups = shortened(message.groups, ROOM)
  const { title, url } = message
  const subject = `AI Census: ${title}`
  return {
    subject:
      subject.length <= MOST_SUBJECT ? subject : `${subject.slice(0, MOST_SUBJECT - 1).toWellFormed()}…`,
    text: [title, ...groups.map(textOf), ...(url ? [url] : [])].join('\n\n'),
    html: [
      `<p><strong>${escaped(title)}</strong></p>`,
      ...groups.map(htmlOf),
      ...(url ? [`<p>${link(url, 'Open AI Census')}</p>`] : []),
    ].join('\n'),
  }
}

const textOf = ({ heading, lines, more }: Group): string =>
  [
    heading,
    ...lines.map(({ name, detail, url }) => `- ${name}: ${detail}${url ? `\n  ${url}` : ''}`),
    ...(more > 0 ? [`- and ${more} more`] : []),
  ].join('\n')

const htmlOf = ({ heading, lines, more }: Group): string =>
  [
    `<h3>${escaped(heading)}</h3>`,
    '<ul>',
    ...lines.map(itemOf),
    ...(more > 0 ? [`<li>and ${more} more</li>`] : []),
    '</ul>',
  ].join('\n')

const itemOf = ({ name, detail, url }: Line): string =>
  `<li>${url ? link(url, name) : `<strong>${escaped(name)}</strong>`} – ${escaped(detail)}</li>`

const link = (url: string, label: string): string => `<a href="${escaped(url)}">${escaped(label)}</a>`

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string): string => text.replace(/[&<>"']/g, (letter) => entities[letter] ?? letter)

/** Hands one mail to the server for all recipients. Throws `NoAnswer` with words that may be shown. */
export async function sendMail(
  server: MailServer,
  recipients: readonly string[],
  mail: Mail,
  id: string,
): Promise<void> {
  // Loaded by who sends mail, so that starting does not wait for it.
  const { createTransport } = await import('nodemailer')
  const transport = createTransport({
    host: server.host,
    port: server.port,
    secure: server.security === 'tls',
    requireTLS: server.security === 'starttls',
    ignoreTLS: server.security === 'none',
    ...(server.user && server.password ? { auth: { user: server.user, pass: server.password } } : {}),
    connectionTimeout: DEADLINE_MS,
    greetingTimeout: DEADLINE_MS,
    socketTimeout: DEADLINE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  try {
    await transport.sendMail({
      from: { name: 'AI Census', address: server.from },
      to: [...recipients],
      ...mail,
      messageId: `<${id}@${server.from.split('@').at(-1)}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    })
  } catch (error) {
    throw new NoAnswer(reasonOf(error))
  } finally {
    transport.close()
  }
}

/** What a mail server's refusal says by its code; its own words may name the account. */
function reasonOf(error: unknown): string {
  // Errors of the transport have its code, and the server's where it answered.
  const { code, responseCode } = error as { code?: string; responseCode?: number }
  if (code === 'EAUTH') return 'The mail server does not take the user name and password.'
  if (responseCode) return `The mail server answered ${responseCode}.`
  return `The mail server cannot be reached (${code ?? 'unknown'}).`
}
