import type { Lines } from '../../text/lines.ts'
import { maySet } from '../setting-names.ts'

/** Names of settings that hold somebody's key or address, but for functions and what is compared. */
export const fieldsIn = (
  masked: () => string,
  code: string,
  lines: Lines,
): { name: string; line: number }[] =>
  /api_?key|api_?token|base_?ur[li]|endpoint/i.test(code)
    ? [...masked().matchAll(/(?<![\w$@-])[$@]?([A-Za-z]\w{7,59})(?![\w-]|\s{0,3}\()/g)].flatMap(
        ({ 1: name = '', index }) => (maySet(name) ? [{ name, line: lines.at(index) }] : []),
      )
    : []
