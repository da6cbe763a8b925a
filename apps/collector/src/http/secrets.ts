import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** 256 random bits. What holds one is compared by its hash, which a leaked database does not reverse. */
export const newSecret = (prefix: string): string => `${prefix}${randomBytes(32).toString('base64url')}`

export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex')

export const sameHash = (a: string, b: string): boolean => timingSafeEqual(Buffer.from(a), Buffer.from(b))
