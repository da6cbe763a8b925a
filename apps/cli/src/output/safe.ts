/** Control, separator and direction characters (Unicode general categories). */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

/** Names come from repositories that anybody may write: no control character of theirs reaches an output. */
export const safe = (text: string): string => text.replace(UNPRINTABLE, '\uFFFD')
