import type { PGlite } from '@electric-sql/pglite'

/** The head of PostgreSQL's last words, in its protocol. No row can hold it: text there has no NUL. */
const LAST_WORDS = Buffer.from('SPANIC\0VPANIC\0')

/**
 * Says when PostgreSQL gave up (it could not write its log, say). PGlite then calls the dead program for ever, so
 * whoever hears it ends this thread.
 */
export function onPanic(database: PGlite, tell: (message: string) => void): void {
  const run = database.execProtocolRawStream.bind(database)
  database.execProtocolRawStream = (message, options) =>
    run(message, {
      ...options,
      onRawData: (data) => {
        options.onRawData(data)
        const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength)
        const at = bytes.indexOf(LAST_WORDS)
        if (at >= 0) tell(sentenceOf(bytes.subarray(at)))
      },
    })
}

/** The field `M` of an error: the sentence for people. */
function sentenceOf(fields: Buffer): string {
  const sentence = fields
    .toString('utf8')
    .split('\0')
    .find((field) => field.startsWith('M'))
  return sentence?.slice(1) ?? 'PostgreSQL gave up'
}
