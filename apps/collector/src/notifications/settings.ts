import { OperatorError } from '@ai-census/db'
import { z } from 'zod'
import { readSecret } from '../read-secret.ts'
import { type Allowed, allowedOf } from './address-guard.ts'

/** What the environment says of notifications; see docs/operations/notifications.md. */
export const NotificationEnv = z.object({
  AI_CENSUS_SEALING_KEY: z.string().optional(),
  AI_CENSUS_SEALING_KEY_FILE: z.string().optional(),
  AI_CENSUS_NOTIFY_ALLOW: z.string().default(''),
  AI_CENSUS_SMTP_HOST: z.string().optional(),
  AI_CENSUS_SMTP_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  AI_CENSUS_SMTP_SECURITY: z.enum(['starttls', 'tls', 'none']).default('starttls'),
  AI_CENSUS_SMTP_USER: z.string().optional(),
  AI_CENSUS_SMTP_PASSWORD: z.string().optional(),
  AI_CENSUS_SMTP_PASSWORD_FILE: z.string().optional(),
  AI_CENSUS_SMTP_FROM: z.email().optional(),
})
export type NotificationEnv = z.infer<typeof NotificationEnv>

export interface MailServer {
  host: string
  port: number
  /** `starttls` refuses a server without it; `none` is for a relay on one's own machine or network. */
  security: 'starttls' | 'tls' | 'none'
  user: string | null
  password: string | null
  from: string
}

export interface NotificationSettings {
  /** 32 bytes; null: the data folder's own, or none where there is no data folder. */
  sealingKey: Buffer | null
  allowed: Allowed
  mail: MailServer | null
}

export const noNotificationSettings: NotificationSettings = {
  sealingKey: null,
  allowed: allowedOf(''),
  mail: null,
}

/** Throws an OperatorError for half a configuration. */
export function notificationSettings(env: NotificationEnv): NotificationSettings {
  return {
    sealingKey: sealingKeyOf(env),
    allowed: allowedOf(env.AI_CENSUS_NOTIFY_ALLOW),
    mail: mailServerOf(env),
  }
}

/** The same, of a process' environment. */
export function notificationSettingsOf(environment: NodeJS.ProcessEnv): NotificationSettings {
  const env = NotificationEnv.safeParse(environment)
  if (env.success) return notificationSettings(env.data)
  throw new OperatorError(env.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('; '))
}

const KEY_BYTES = 32

function sealingKeyOf(env: NotificationEnv): Buffer | null {
  const name = 'AI_CENSUS_SEALING_KEY'
  const text = readSecret(name, { value: env.AI_CENSUS_SEALING_KEY, file: env.AI_CENSUS_SEALING_KEY_FILE })
  return text === null ? null : readKey(text, name)
}

/** A key as `openssl rand -base64 32` prints it. `where` is what the refusal names. */
export function readKey(text: string, where: string): Buffer {
  const key = Buffer.from(text.trim(), 'base64')
  if (key.length !== KEY_BYTES)
    throw new OperatorError(
      `${where} must be ${KEY_BYTES} bytes in base64, as \`openssl rand -base64 32\` prints them.`,
    )
  return key
}

const PORTS: Record<MailServer['security'], number> = { starttls: 587, tls: 465, none: 25 }

function mailServerOf(env: NotificationEnv): MailServer | null {
  const { AI_CENSUS_SMTP_HOST: host, AI_CENSUS_SMTP_FROM: from, AI_CENSUS_SMTP_USER: user } = env
  if (!host && !from) return null
  if (!host || !from)
    throw new OperatorError('AI_CENSUS_SMTP_HOST and AI_CENSUS_SMTP_FROM go together; one is missing.')
  const password = readSecret('AI_CENSUS_SMTP_PASSWORD', {
    value: env.AI_CENSUS_SMTP_PASSWORD,
    file: env.AI_CENSUS_SMTP_PASSWORD_FILE,
  })
  if (Boolean(user) !== (password !== null))
    throw new OperatorError('AI_CENSUS_SMTP_USER and AI_CENSUS_SMTP_PASSWORD go together; one is missing.')
  const security = env.AI_CENSUS_SMTP_SECURITY
  return {
    host,
    port: env.AI_CENSUS_SMTP_PORT ?? PORTS[security],
    security,
    user: user ?? null,
    password,
    from,
  }
}
