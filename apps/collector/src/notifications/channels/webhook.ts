import { createHmac } from 'node:crypto'
import type { NewsMessage } from '@ai-census/db'
import { type Message, pathOf } from '../message.ts'
import type { Outgoing } from '../post.ts'

export const SECRET_PREFIX = 'whsec_'

/**
 * Signed JSON as Standard Webhooks has it: the signature covers id, time and body, so that a receiver can tell that it
 * comes from here, is whole, and is no copy from yesterday.
 */
export function webhookMessage(
  message: Message,
  content: NewsMessage,
  { secret, now }: { secret: string; now: Date },
): Outgoing {
  const timestamp = Math.floor(now.getTime() / 1000)
  const body = JSON.stringify(bodyOf(message, content))
  return {
    headers: {
      'content-type': 'application/json',
      'webhook-id': message.id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': `v1,${signatureOf(secret, `${message.id}.${timestamp}.${body}`)}`,
    },
    body,
  }
}

export const signatureOf = (secret: string, text: string): string =>
  createHmac('sha256', Buffer.from(secret.slice(SECRET_PREFIX.length), 'base64'))
    .update(text)
    .digest('base64')

const bodyOf = ({ isTest, at, title, url }: Message, { news, counts }: NewsMessage) => ({
  type: isTest ? 'ai-census.test' : 'ai-census.news',
  timestamp: at,
  data: {
    title,
    counts,
    news: news.map((one) => (url === null ? one : { ...one, url: `${url}${pathOf(one)}` })),
  },
})
