import type { NewsMessage } from '@ai-census/db'
import type { Deps } from '../deps.ts'
import { RefusedAddress } from './address-guard.ts'
import { mailOf, sendMail } from './channels/email.ts'
import { slackMessage } from './channels/slack.ts'
import { teamsMessage } from './channels/teams.ts'
import { webhookMessage } from './channels/webhook.ts'
import { retryAfterMs } from './due.ts'
import type { Destination } from './enqueue-news.ts'
import { type Message, messageOf } from './message.ts'
import { plain } from './plain.ts'
import { NoAnswer, type Outgoing, type PostAnswer, post } from './post.ts'
import { openSecret } from './secrets.ts'

/** What became of one attempt. */
export interface Outcome {
  sent: boolean
  /** Whether another attempt is of no use. */
  isFinal: boolean
  answer: number | null
  /** Never with an address or a secret in it. */
  error: string | null
  retryAfterMs: number | null
}

export interface Sendable {
  id: string
  createdAt: string
  isTest: boolean
  message: NewsMessage
}

/** One attempt. What goes wrong on the way is an outcome and no failure. */
export async function sendMessage(deps: Deps, to: Destination, delivery: Sendable): Promise<Outcome> {
  const message = messageOf({
    id: delivery.id,
    at: delivery.createdAt,
    isTest: delivery.isTest,
    message: delivery.message,
    destination: to.name,
    url: deps.notifications.dashboardUrl(),
  })
  try {
    if (to.type === 'email') return await mail(deps, to, message)
    return await postTo(deps, to, message, delivery.message)
  } catch (error) {
    if (!(error instanceof NoAnswer || error instanceof RefusedAddress)) throw error
    return failed({ error: error.message })
  }
}

const failed = (facts: Partial<Outcome>): Outcome => ({
  sent: false,
  isFinal: false,
  answer: null,
  error: null,
  retryAfterMs: null,
  ...facts,
})

async function mail(deps: Deps, to: Destination, message: Message): Promise<Outcome> {
  const { mail: server } = deps.notifications.settings
  if (!server) return failed({ error: 'No mail server is configured.' })
  await sendMail(server, to.recipients, mailOf(message), message.id)
  return { ...failed({}), sent: true }
}

async function postTo(deps: Deps, to: Destination, message: Message, content: NewsMessage): Promise<Outcome> {
  const url = openSecret(deps, to, 'url')
  const outgoing = url === null ? null : outgoingOf(deps, to, message, content)
  if (url === null || outgoing === null)
    return failed({
      isFinal: true,
      error: 'Its address was sealed with a key that this collector does not have.',
    })
  return outcomeOf(await post(url, outgoing, deps.notifications.settings.allowed), deps.now(), url)
}

function outgoingOf(deps: Deps, to: Destination, message: Message, content: NewsMessage): Outgoing | null {
  if (to.type === 'slack') return slackMessage(message)
  if (to.type === 'teams') return teamsMessage(message)
  const secret = openSecret(deps, to, 'secret')
  return secret === null ? null : webhookMessage(message, content, { secret, now: deps.now() })
}

const GONE = 410
const MOST_SAID = 200

function outcomeOf({ status, retryAfter, text }: PostAnswer, now: Date, url: string): Outcome {
  if (status >= 200 && status < 300) return { ...failed({ answer: status }), sent: true }
  const isRedirect = status >= 300 && status < 400
  // A receiver may say its own address, which is a secret, back.
  const said = plain(text.replaceAll(url, '…').replaceAll(new URL(url).pathname, '…'), MOST_SAID)
  return failed({
    answer: status,
    isFinal: status === GONE,
    error: `It answered ${status}${isRedirect ? ', a redirect, which is not followed' : ''}${said && `: ${said}`}`,
    retryAfterMs: retryAfterMs(retryAfter, now),
  })
}
