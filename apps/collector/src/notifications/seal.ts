import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'

/** Keeps secrets that must be used again, so that the database alone does not tell them. */
export interface Sealer {
  /** `place` says whose secret it is: what was sealed for one is not opened for another. */
  seal(secret: string, place: string): string
  /** Null: it was sealed with another key, or for another place. */
  open(sealed: string, place: string): string | null
}

const CIPHER = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16
const FORM = 'v1'

/** `v1.<mark of the key>.<nonce, tag and cipher text>`. The key has 32 bytes. */
export function createSealer(key: Buffer): Sealer {
  const mark = createHmac('sha256', key).update('ai-census sealing key').digest('base64url').slice(0, 8)
  return {
    seal(secret, place) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(place))
      const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
      return [FORM, mark, Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64url')].join('.')
    },
    open(sealed, place) {
      const [form, by, body = ''] = sealed.split('.')
      if (form !== FORM || by !== mark) return null
      const bytes = Buffer.from(body, 'base64url')
      const nonce = bytes.subarray(0, NONCE_BYTES)
      const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES)
      try {
        const cipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES })
          .setAAD(Buffer.from(place))
          .setAuthTag(tag)
        return (
          cipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + cipher.final('utf8')
        )
      } catch {
        return null // changed, or moved from another place
      }
    },
  }
}
