import type { AddressInfo } from 'node:net'
import { createServer, type Socket } from 'node:net'

export interface MailReceiver {
  port: number
  /** Whole mails as they came, with the recipients that the envelope named. */
  received: { to: string[]; data: string }[]
  /** The reply to the next recipient, in place of taking it. */
  refusals: string[]
  close(): Promise<void>
}

/** A mail server on this machine, without encryption: the few commands of SMTP that handing in a mail takes. */
export async function startMailReceiver(): Promise<MailReceiver> {
  const received: MailReceiver['received'] = []
  const refusals: string[] = []
  const server = createServer((socket) => converse(socket, received, refusals))
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo // it listens at a port
  return {
    port,
    received,
    refusals,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function converse(socket: Socket, received: MailReceiver['received'], refusals: string[]): void {
  let rest = ''
  let to: string[] = []
  let data: string[] | null = null
  const say = (line: string) => socket.write(`${line}\r\n`)
  const hear = (line: string) => {
    if (data !== null) {
      if (line !== '.') return void data.push(line.replace(/^\./, ''))
      received.push({ to, data: data.join('\n') })
      ;[data, to] = [null, []]
      return void say('250 taken')
    }
    const [word = ''] = line.toUpperCase().split(/[ :]/)
    if (word === 'QUIT') return void socket.end('221 bye\r\n')
    if (word === 'DATA') {
      data = []
      return void say('354 go on')
    }
    if (word === 'RCPT') {
      const refusal = refusals.shift()
      if (refusal) return void say(refusal)
      to.push(/<(.*?)>/.exec(line)?.[1] ?? '')
    }
    say('250 fine')
  }
  say('220 mail.test')
  socket.setEncoding('utf8')
  socket.on('error', () => undefined) // a client that hangs up is its own affair
  socket.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\r\n')
    rest = lines.pop() ?? ''
    for (const line of lines) hear(line)
  })
}
